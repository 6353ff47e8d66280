import { applyPlan, applyReviewed, formatPlanText, pendingChanges, selectionWith } from '#core/deploy/index.ts';
import type { ApplyResult, Plan } from '#core/deploy/model.ts';
import { applying } from '../applying.ts';
import { colourLines } from '../colourLines.ts';
import { isConfirmed } from '../confirm.ts';
import { tellingOthers } from '../events/tellOthers.ts';
import { CliError, type CliIo, EXIT } from '../io.ts';
import { cutOffApply, incompleteApply, isAppliedSince } from '../lastPush.ts';
import { withAllow, withCommonOptions, withExample, withFormat, withPaths, withTargetOptions } from '../options.ts';
import { allowHint, type PlanOptions, type Prepared, prepare } from '../preparePlan.ts';
import { resumePush } from '../resume.ts';
import { RESULT_FORMATS } from '../resultFormats.ts';
import { styleFor } from '../style.ts';
import type { RegisterCommand } from './command.ts';

interface PushOptions extends PlanOptions {
  readonly format: keyof typeof RESULT_FORMATS;
  readonly yes?: true;
  readonly expect?: string;
  readonly resume?: true;
}

export const registerPush: RegisterCommand = (program, io, end) => {
  const command = program
    .command('push')
    .description('do what the plan shows; removals, deletions, queue settings and outbound only with --allow')
    .option('-y, --yes', 'do not ask')
    .option('--expect <fingerprint>', 'push only the plan with this fingerprint, the one that was reviewed')
    .option('--resume', 'finish the last push first, where it was cut off or something of it failed')
    .action(async (paths: readonly string[], options: PushOptions) => end(await push(paths, options, io)));
  withPaths(command, 'catalogs', 'catalogs, and folders to search for *.wrapup.yaml');
  withFormat(withAllow(withTargetOptions(withCommonOptions(command))), Object.keys(RESULT_FORMATS));
  withExample(command, 'wrapsmith push catalogs --env dev --yes');
};

async function push(paths: readonly string[], options: PushOptions, io: CliIo): Promise<number> {
  if (options.yes !== true && io.ask === undefined) {
    throw new CliError('A push asks before it writes, and nobody can answer here. Look at the plan, then give --yes.');
  }
  const prepared = await prepare(paths, options, io);
  const { org, environment } = prepared.plan;
  try {
    return await tellingOthers({ ...prepared, org, environment }, io, () => pushPrepared(prepared, options, io));
  } finally {
    prepared.genesys.close();
  }
}

async function pushPrepared(prepared: Prepared, options: PushOptions, io: CliIo): Promise<number> {
  const { plan, destination } = prepared;
  const last =
    (await cutOffApply(plan.org, io)) ?? (options.resume === true ? await incompleteApply(plan.org, io) : undefined);
  const resumed = last && (await resumePush(prepared, last, options, io));
  if (resumed?.kind === 'declined') return EXIT.problems;
  if (resumed?.kind === 'resumed') return shown(resumed.result, options, io);
  if (options.expect !== undefined && options.expect !== plan.fingerprint) throw moved(plan);
  const pending = pendingChanges(plan) > 0;
  if (pending) {
    if (options.quiet !== true || options.yes !== true) {
      io.stderr.write(colourLines(formatPlanText(plan), styleFor(io.stderr, io.env, options.color)));
    }
    if (!(await isConfirmed(plan, destination.planTarget, options, io))) return EXIT.problems;
  }
  const result = pending ? await apply(prepared, options, io) : nothingSent(plan);
  return shown(result, options, io);
}

/** Prints what came of it, and gives the exit code. */
function shown(result: ApplyResult, { format, color, quiet }: PushOptions, io: CliIo): number {
  io.stdout.write(RESULT_FORMATS[format](result, styleFor(io.stdout, io.env, color)));
  if (quiet !== true) io.stderr.write(allowHint(result.plan));
  return exitCodeOf(result, io.signal);
}

function moved(plan: Plan): CliError {
  return new CliError(
    `The files or the org changed since the plan was reviewed: its fingerprint is now ${plan.fingerprint}. Nothing was pushed; plan and review again.`,
    EXIT.problems,
  );
}

/** What a plan without writes comes to: its blocked entries. */
function nothingSent(plan: Plan): ApplyResult {
  return { plan, results: plan.changes.map((change) => ({ change, outcome: 'not attempted', message: change.why })) };
}

/**
 * Does what the plan shows. After a question time has passed, and so it has where another push came between: then the org
 * is read once more, and must be the same.
 */
async function apply(prepared: Prepared, { yes, allow = [] }: PushOptions, io: CliIo): Promise<ApplyResult> {
  const { plan } = prepared;
  return applying(prepared, plan.org, io, async (parts) => {
    if (yes === true && !(await isAppliedSince(plan, io))) return applyPlan({ plan, ...parts });
    const { catalogs, project, around, destination } = prepared;
    const applied = await applyReviewed({
      reviewed: plan,
      select: (again) => selectionWith(again, allow),
      catalogs,
      project,
      ...(around && { around }),
      target: destination.planTarget,
      ...parts,
    });
    if (applied.kind === 'moved') throw moved(applied.plan);
    return applied.result;
  });
}

function exitCodeOf({ results, stopped }: ApplyResult, signal: AbortSignal): number {
  if (signal.aborted) return EXIT.interrupted;
  return stopped === undefined && results.every(({ outcome }) => outcome === 'done') ? EXIT.done : EXIT.problems;
}
