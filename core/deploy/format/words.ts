/** The words that text and Markdown share. */
import type { ApplyResult, Change, Outcome, Plan, PlanNoteKind } from '../model.ts';
import { pendingChanges } from '../summary.ts';

export const MARKS: Readonly<Record<Change['kind'], string>> = {
  create: '+',
  update: '~',
  adopt: '=',
  rename: '>',
  move: '»',
  associate: '@',
  dissociate: 'o',
  delete: '-',
  queueSettings: '*',
  outbound: '%',
  metadata: '#',
  blocked: '!',
};

export const OUTCOME_MARKS: Readonly<Record<Outcome, string>> = {
  done: '✓',
  failed: '✗',
  unknown: '?',
  'not attempted': '-',
};
export const OUTCOMES: readonly Outcome[] = ['done', 'failed', 'unknown', 'not attempted'];

const NOTES: Readonly<Record<PlanNoteKind, string>> = {
  expired: 'expired',
  notYetValid: 'not valid yet',
  mandatoryUnmet: 'mandatory, not asked',
  strangers: 'in no catalog',
  unreadable: 'catalog not read',
};
export const noteWord = (kind: PlanNoteKind): string => NOTES[kind];

/** `Technical Support Escalation`, and with a queue `Name → Support Voice`. */
export function titleOf(change: Change): string {
  if (change.kind === 'associate') return `${change.name} → ${change.queue.name}`;
  return change.kind === 'dissociate' ? `${change.name} ← ${change.queue.name}` : change.name;
}

/** The one sentence that says whether there is anything to do. */
export function verdict(plan: Plan): string {
  const { blocked } = plan.summary;
  const pending = pendingChanges(plan);
  const left = plan.notSelected?.length ?? 0;
  const rest = left === 0 ? '' : ` ${left === 1 ? '1 change is' : `${left} changes are`} not selected.`;
  if (pending === 0 && blocked === 0)
    return left === 0 ? 'There is nothing to do: the org is as the files say.' : `There is nothing to do.${rest}`;
  if (pending === 0) return `Nothing can be pushed: ${entries(blocked)} blocked.${rest}`;
  return `A push makes ${pending} ${pending === 1 ? 'change' : 'changes'}${blocked === 0 ? '.' : `; ${entries(blocked)} blocked.`}${rest}`;
}

const entries = (count: number): string => (count === 1 ? '1 entry is' : `${count} entries are`);

/** `2 create, 1 update, 5 unchanged`: only what is not 0. */
export function counts(plan: Plan): string {
  const parts = Object.entries(plan.summary).flatMap(([kind, count]) => (count === 0 ? [] : [`${count} ${kind}`]));
  return parts.length === 0 ? 'no entries' : parts.join(', ');
}

/** How many results have each outcome; a blocked entry counts as not attempted. */
export function countOutcomes({ results }: Pick<ApplyResult, 'results'>): Readonly<Record<Outcome, number>> {
  const counted = { done: 0, failed: 0, unknown: 0, 'not attempted': 0 };
  for (const { outcome } of results) counted[outcome]++;
  return counted;
}

/** True when every change was seen in the org and nothing was blocked: the only result a host may call a success. */
export const isComplete = (result: ApplyResult): boolean =>
  result.stopped === undefined && result.results.every(({ outcome }) => outcome === 'done');

/** A failure comes back at the next push unless its reason is dealt with; all else is finished by it. */
function nextStep(counted: Readonly<Record<Outcome, number>>, sent: number): readonly string[] {
  if (counted.done === sent) return [];
  const push = counted.failed > 0 ? 'Do what the reasons say, then push again to finish' : 'Push again to finish';
  return [`${push}; what is done is not sent twice.`];
}

/** Counts of the outcomes, and what to do next: a blocked entry needs another look, the rest another push. */
export function resultVerdict(result: ApplyResult): string {
  if (result.results.length === 0) return verdict(result.plan);
  const sent = result.results.filter(({ change }) => change.kind !== 'blocked');
  const blocked = result.results.length - sent.length;
  const counted = countOutcomes({ results: sent });
  const parts = OUTCOMES.flatMap((outcome) => (counted[outcome] === 0 ? [] : [`${counted[outcome]} ${outcome}`]));
  return [
    ...(parts.length === 0 ? [] : [`${parts.join(', ')}.`]),
    ...nextStep(counted, sent.length),
    ...(blocked === 0 ? [] : [`${entries(blocked)} blocked; the reason says what to change.`]),
  ].join(' ');
}
