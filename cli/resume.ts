import { applyReviewed, formatPlanText, pendingChanges } from '#core/deploy/index.ts';
import type { ApplyResult, NamedRef, Plan } from '#core/deploy/model.ts';
import {
  cutOffWords,
  foundWords,
  isCutOff,
  isUndo,
  type KnownApply,
  lastApply,
  planRest,
  type Reconciled,
  reconcile,
} from '#core/deploy/recover/index.ts';
import { fileJournalReader } from '#host/journalReader.ts';
import { applying, readingOptions, underLock } from './applying.ts';
import { colourLines } from './colourLines.ts';
import type { Connection } from './connect.ts';
import { isConfirmed } from './confirm.ts';
import { printable } from './escape.ts';
import { CliError, type CliIo, EXIT } from './io.ts';
import type { Prepared } from './preparePlan.ts';
import { styleFor } from './style.ts';

export interface ResumeOptions {
  readonly yes?: true;
  readonly quiet?: true;
  readonly resume?: true;
  readonly expect?: string;
  readonly color: boolean;
}

/** The last apply of the org where it needs looking after: cut off, or with `--resume` also where something of it is left. */
export async function unfinishedApply(
  org: NamedRef,
  { resume }: ResumeOptions,
  io: CliIo,
): Promise<KnownApply | undefined> {
  const read = (): Promise<KnownApply | undefined> => lastApply(fileJournalReader(io.stateFolder), org.id);
  const last = await read();
  if (last === undefined) return undefined;
  // Where it sent nothing there is nothing to look up.
  if (!isCutOff(last) || last.story.writes.length === 0) return resume === true && hasRest(last) ? last : undefined;
  // One that is running has no end either: the lock tells the two apart.
  return underLock(org, 'looking up the last push', io, read);
}

/** True where another apply of the org was at work when the plan was made, or has been since. */
export async function isAppliedSince({ org, asOf }: Plan, { stateFolder }: CliIo): Promise<boolean> {
  const last = await lastApply(fileJournalReader(stateFolder), org.id);
  return last !== undefined && Math.max(...last.records.map(({ at }) => at)) >= Date.parse(asOf);
}

const hasRest = ({ story: { end } }: KnownApply): boolean =>
  end?.outcomes.some(({ outcome }) => outcome !== 'done') === true;

/**
 * Looks up what became of an earlier push and does what is left of it, and nothing else. Undefined where a person does
 * not want that. Throws `CliError` where it has to be said, and where files or org have moved.
 */
export async function resumePush(
  prepared: Prepared,
  last: KnownApply,
  options: ResumeOptions,
  io: CliIo,
): Promise<ApplyResult | undefined> {
  if (options.resume !== true && !(await isWanted(last, io))) return undefined;
  const { org } = prepared.plan;
  const reconciled = await lookUp(prepared, org, last, io);
  if (isUndo(last)) throw new CliError(undoWords(reconciled), EXIT.problems);
  const rest = await restOf(prepared, reconciled, io);
  const show = (plan: Plan): void => {
    io.stderr.write(colourLines(formatPlanText(plan), styleFor(io.stderr, io.env, options.color)));
  };
  if (rest.kind === 'moved') {
    show(rest.plan);
    throw new CliError(movedWords(rest.why), EXIT.problems);
  }
  const { plan, ids } = rest;
  if (pendingChanges(plan) === 0) return { plan, results: [] };
  if (options.quiet !== true || options.yes !== true) show(plan);
  const { fingerprint } = last.story.begin;
  // Who reviewed the whole has reviewed the rest.
  const expect = options.expect === fingerprint ? plan.fingerprint : options.expect;
  if (expect !== undefined && expect !== plan.fingerprint) throw new CliError(MOVED, EXIT.problems);
  const given = { ...options, ...(expect === undefined ? {} : { expect }) };
  if (!(await isConfirmed(plan, prepared.destination.planTarget, given, io))) return undefined;
  return applying(prepared, org, io, async (parts) => {
    const request = { ...planRequest(prepared), ...parts, reviewed: plan, select: () => ids };
    const applied = await applyReviewed(request);
    if (applied.kind === 'moved') throw new CliError(MOVED, EXIT.problems);
    return applied.result;
  });
}

/** Reads the org, and writes only into journal and audit trail. */
export async function lookUp(connection: Connection, org: NamedRef, last: KnownApply, io: CliIo): Promise<Reconciled> {
  const { applyId } = last;
  const current = 'Looking up what the last push has done';
  connection.progress.show({ current });
  const reconciled = await applying(connection, org, io, ({ genesys, clock, journal, audit }) =>
    reconcile({
      genesys,
      clock,
      journal,
      audit,
      applyId,
      records: last.records,
      options: readingOptions(connection, current, io),
    }),
  );
  if (reconciled === undefined) throw new Error('An apply that is known has a beginning.');
  io.stderr.write(`${foundWords(reconciled)}\n`);
  return reconciled;
}

async function isWanted(last: KnownApply, io: CliIo): Promise<boolean> {
  const words = cutOffWords(last);
  const todo = 'Give --resume to look up what became of it and to finish it.';
  if (io.ask === undefined) throw new CliError(`${words} Nothing was pushed now. ${todo}`, EXIT.problems);
  io.stderr.write(`${printable(words)}\n`);
  const answer = await io.ask('Look up what became of it, and finish it? Type yes to go on: ', io.signal);
  if (answer.trim() === 'yes') return true;
  io.stderr.write(`Nothing was pushed. ${todo}\n`);
  return false;
}

const planRequest = ({ catalogs, project, around, destination, genesys }: Prepared) => ({
  catalogs,
  project,
  genesys,
  target: destination.planTarget,
  ...(around && { around }),
});

async function restOf(prepared: Prepared, reconciled: Reconciled, io: CliIo) {
  const { progress } = prepared;
  try {
    return await planRest(
      {
        ...planRequest(prepared),
        clock: io.clock,
        signal: io.signal,
        onProgress: (current, waitSeconds = 0) => progress.show({ current, waitSeconds }),
      },
      reconciled,
    );
  } catch (error) {
    throw prepared.explained(error);
  } finally {
    progress.end();
  }
}

const MOVED = 'The files or the org changed since the plan was reviewed. Nothing was pushed; plan and review again.';

const movedWords = (why: readonly string[]): string =>
  `What is left to do is not the rest of that push any more. ${why.join(' ')} Nothing was pushed; look at the new plan above, and push it.`;

const undoWords = ({ applyId }: Reconciled): string =>
  `${applyId} was an undo. To finish it, undo the same push again; to have the files pushed all the same, push again. Nothing was pushed.`;
