import { applyReviewed, formatPlanText, pendingChanges } from '#core/deploy/index.ts';
import type { ApplyResult, Plan } from '#core/deploy/model.ts';
import {
  cutOffWords,
  isCutOff,
  isUndo,
  type KnownApply,
  planRest,
  type Reconciled,
} from '#core/deploy/recover/index.ts';
import { applying } from './applying.ts';
import { colourLines } from './colourLines.ts';
import { isConfirmed } from './confirm.ts';
import { printable } from './escape.ts';
import { CliError, type CliIo, EXIT } from './io.ts';
import { lookUp } from './lastPush.ts';
import type { Prepared } from './preparePlan.ts';
import { styleFor } from './style.ts';

export interface ResumeOptions {
  readonly yes?: true;
  readonly quiet?: true;
  readonly resume?: true;
  readonly expect?: string;
  readonly color: boolean;
}

export type Resumed =
  /** What was left is done, as far as the result says. */
  | { readonly kind: 'resumed'; readonly result: ApplyResult }
  /** A person does not want it. */
  | { readonly kind: 'declined' }
  /** Nothing of it is left, or it came to its end and the files say something else now: the files are pushed as ever. */
  | { readonly kind: 'asEver' };

/**
 * Looks up what became of an earlier push and does what is left of it, and nothing else. Throws `CliError` where it has
 * to be said, and where files or org have moved since a push that was cut off.
 */
export async function resumePush(
  prepared: Prepared,
  last: KnownApply,
  options: ResumeOptions,
  io: CliIo,
): Promise<Resumed> {
  if (options.resume !== true && !(await isWanted(last, io))) return { kind: 'declined' };
  const { org } = prepared.plan;
  if (isUndo(last) && !isCutOff(last)) return { kind: 'asEver' };
  const reconciled = await lookUp(prepared, org, last, io);
  if (isUndo(last)) throw new CliError(undoWords(reconciled), EXIT.problems);
  const rest = await restOf(prepared, reconciled, io);
  if (rest.kind === 'rest') return finish(prepared, last, rest, options, io);
  if (!isCutOff(last)) return { kind: 'asEver' };
  showPlan(rest.plan, options, io);
  throw new CliError(movedWords(rest.why), EXIT.problems);
}

async function finish(
  prepared: Prepared,
  { story: { begin } }: KnownApply,
  { plan, ids }: { readonly plan: Plan; readonly ids: readonly string[] },
  options: ResumeOptions,
  io: CliIo,
): Promise<Resumed> {
  // Who reviewed the whole has reviewed the rest.
  const isReviewed = options.expect === begin.fingerprint;
  if (pendingChanges(plan) === 0)
    return isReviewed ? { kind: 'resumed', result: { plan, results: [] } } : { kind: 'asEver' };
  if (options.quiet !== true || options.yes !== true) showPlan(plan, options, io);
  if (options.expect !== undefined && !isReviewed && options.expect !== plan.fingerprint)
    throw new CliError(MOVED, EXIT.problems);
  const confirmation = isReviewed ? { ...options, expect: plan.fingerprint } : options;
  if (!(await isConfirmed(plan, prepared.destination.planTarget, confirmation, io))) return { kind: 'declined' };
  const result = await applying(prepared, plan.org, io, async (parts) => {
    const request = { ...planRequest(prepared), ...parts, reviewed: plan, select: () => ids };
    const applied = await applyReviewed(request);
    if (applied.kind === 'moved') throw new CliError(MOVED, EXIT.problems);
    return applied.result;
  });
  return { kind: 'resumed', result };
}

function showPlan(plan: Plan, { color }: ResumeOptions, io: CliIo): void {
  io.stderr.write(colourLines(formatPlanText(plan), styleFor(io.stderr, io.env, color)));
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
