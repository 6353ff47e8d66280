import { applyPlan, formatPlanText, pendingChanges } from '#core/deploy/index.ts';
import { guardOrg } from '#core/deploy/orgGuard.ts';
import type { ApplyResult, NamedRef, Plan } from '#core/deploy/model.ts';
import { isInDoubt, type KnownApply, readApply } from '#core/deploy/recover/index.ts';
import { planUndo } from '#core/deploy/undo/index.ts';
import { fileJournalReader } from '#host/journalReader.ts';
import { applying, readingOptions } from '../applying.ts';
import { colourLines } from '../colourLines.ts';
import { connect, type Connection } from '../connect.ts';
import { isConfirmed } from '../confirm.ts';
import { tellingOthers } from '../events/tellOthers.ts';
import { CliError, type CliIo, EXIT } from '../io.ts';
import { listApplies } from '../listApplies.ts';
import { loadProjectFacts } from '../loadProject.ts';
import {
  type CommonOptions,
  type TargetOptions,
  withCommonOptions,
  withExample,
  withFormat,
  withTargetOptions,
} from '../options.ts';
import { lookUp } from '../lastPush.ts';
import { RESULT_FORMATS } from '../resultFormats.ts';
import { type Style, styleFor } from '../style.ts';
import type { RegisterCommand } from './command.ts';

interface UndoOptions extends CommonOptions, TargetOptions {
  readonly format: keyof typeof RESULT_FORMATS;
  readonly yes?: true;
  readonly expect?: string;
}

export const registerUndo: RegisterCommand = (program, io, end) => {
  const command = program
    .command('undo')
    .description('show how to take a push back, and with --yes do it; what somebody changed since stays')
    .argument('[apply]', 'the push, as it is listed when none is named')
    .option('-y, --yes', 'do not ask')
    .option('--expect <fingerprint>', 'do only what was reviewed under this fingerprint')
    .action(async (apply: string | undefined, options: UndoOptions) => end(await undo(apply, options, io)));
  withFormat(withTargetOptions(withCommonOptions(command)), Object.keys(RESULT_FORMATS));
  withExample(command, 'wrapsmith undo 20261120-120000-3f9a1c --env dev');
};

async function undo(apply: string | undefined, options: UndoOptions, io: CliIo): Promise<number> {
  const facts = await loadProjectFacts(options.color, io);
  const connection = connect(options, facts?.project, io);
  const { progress, destination } = connection;
  try {
    const org = await orgOf(connection, io);
    const known = await chosenApply(org, apply, options, io);
    if (known === undefined) return EXIT.done;
    const environment = destination.planTarget.name;
    const told = { org, environment, project: facts?.project, codes: facts?.codes().readable ?? [], progress };
    return await tellingOthers(told, io, () => undoOne(connection, org, known, options, io));
  } finally {
    connection.genesys.close();
  }
}

async function orgOf(connection: Connection, io: CliIo): Promise<NamedRef> {
  try {
    const organization = await connection.genesys.organization(
      readingOptions(connection, 'Reading the organization', io),
    );
    guardOrg(connection.destination.planTarget, organization);
    return organization;
  } catch (error) {
    throw connection.explained(error);
  }
}

/** Undefined where the pushes were listed instead. Throws `CliError` where none is meant, or none is there. */
async function chosenApply(
  org: NamedRef,
  apply: string | undefined,
  { yes }: UndoOptions,
  io: CliIo,
): Promise<KnownApply | undefined> {
  const reader = fileJournalReader(io.stateFolder);
  const ids = await reader.applies(org.id);
  const [only] = ids;
  const id = apply ?? (ids.length === 1 ? only : undefined);
  if (id !== undefined) {
    const known = await readApply(reader, org.id, id);
    if (known !== undefined) return known;
    throw new CliError(
      `This machine knows no push "${id}" to ${org.name}. Leave the name out to see those that it knows.`,
    );
  }
  if (only === undefined)
    throw new CliError(`This machine knows no push to ${org.name}. A push is taken back where it was made.`);
  if (yes === true) throw new CliError('There is more than one push. Say which one is to be taken back.');
  io.stdout.write(await listApplies(reader, org.id));
  return undefined;
}

async function undoOne(
  connection: Connection,
  org: NamedRef,
  chosen: KnownApply,
  options: UndoOptions,
  io: CliIo,
): Promise<number> {
  const known = isInDoubt(chosen) ? await lookedUp(connection, org, chosen, io) : chosen;
  const plan = await planOf(connection, known, io);
  if (options.expect !== undefined && options.expect !== plan.fingerprint) throw moved(plan);
  const style = (output: CliIo['stdout']): Style => styleFor(output, io.env, options.color);
  const pending = pendingChanges(plan) > 0;
  if (pending && (options.quiet !== true || options.yes !== true))
    io.stderr.write(colourLines(formatPlanText(plan), style(io.stderr)));
  if (pending && options.yes !== true && io.ask === undefined) {
    io.stderr.write('Nothing was taken back: this is only how it would be done. Give --yes to do it.\n');
    return EXIT.done;
  }
  const confirmation = { ...options, question: 'Take this back in' };
  if (pending && !(await isConfirmed(plan, connection.destination.planTarget, confirmation, io))) return EXIT.problems;
  const result = pending ? await carryOut(connection, org, known, plan, io) : nothingSent(plan);
  io.stdout.write(RESULT_FORMATS[options.format](result, style(io.stdout)));
  const isDone = result.stopped === undefined && result.results.every(({ outcome }) => outcome === 'done');
  if (options.quiet !== true) io.stderr.write(`${isDone ? FILES_REMAIN : UNDO_AGAIN}\n`);
  if (io.signal.aborted) return EXIT.interrupted;
  return isDone ? EXIT.done : EXIT.problems;
}

const FILES_REMAIN = 'The files still ask for what was taken back: change them too, or the next push brings it again.';
const UNDO_AGAIN = 'To finish, take the same push back again; what is done is not sent twice.';

const nothingSent = (plan: Plan): ApplyResult => ({
  plan,
  results: plan.changes.map((change) => ({ change, outcome: 'not attempted', message: change.why })),
});

/** Of a push that was cut off, or not read back, nobody knows what it has done, until the org was asked. */
async function lookedUp(connection: Connection, org: NamedRef, known: KnownApply, io: CliIo): Promise<KnownApply> {
  await lookUp(connection, org, known, io);
  return (await readApply(fileJournalReader(io.stateFolder), org.id, known.applyId)) ?? known;
}

async function planOf(connection: Connection, { applyId, story }: KnownApply, io: CliIo): Promise<Plan> {
  const { genesys, destination, progress } = connection;
  const current = 'Reading what the push has changed';
  progress.show({ current });
  try {
    const options = readingOptions(connection, current, io);
    return await planUndo({ genesys, clock: io.clock, target: destination.planTarget, applyId, story, options });
  } catch (error) {
    throw connection.explained(error);
  } finally {
    progress.end();
  }
}

/** The org is read once more under the lock: what is done is what was shown. */
const carryOut = (
  connection: Connection,
  org: NamedRef,
  known: KnownApply,
  reviewed: Plan,
  io: CliIo,
): Promise<ApplyResult> =>
  applying(connection, org, io, async (parts) => {
    const plan = await planOf(connection, known, io);
    if (plan.fingerprint !== reviewed.fingerprint) throw moved(plan);
    return applyPlan({ plan, ...parts });
  });

const moved = ({ fingerprint }: Plan): CliError =>
  new CliError(
    `The org changed since the undo was reviewed: its fingerprint is now ${fingerprint}. Nothing was taken back; look at it again.`,
    EXIT.problems,
  );
