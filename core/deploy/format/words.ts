/** The words that text and Markdown share. */
import type { ApplyResult, Change, NotDeployedKind, Outcome, Plan } from '../model.ts';
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

const NOT_DEPLOYED: Readonly<Record<NotDeployedKind, string>> = {
  move: 'division move',
  dissociate: 'removal from a queue',
  delete: 'deletion',
  queueSettings: 'after-call work setting',
  outbound: 'outbound mapping',
  metadata: 'data table',
};
export const notDeployedWord = (kind: NotDeployedKind): string => NOT_DEPLOYED[kind];

/** `Technical Support Escalation` or, for an association, `Name on the queue Support Voice`. */
export const titleOf = (change: Change): string =>
  change.kind === 'associate' ? `${change.name} → ${change.queue.name}` : change.name;

/** The one sentence that says whether there is anything to do. */
export function verdict(plan: Plan): string {
  const { blocked } = plan.summary;
  const pending = pendingChanges(plan);
  const left = plan.notDeployed.items.length;
  if (pending === 0 && blocked === 0 && left === 0) return 'There is nothing to do: the org is as the files say.';
  if (pending === 0 && blocked === 0)
    return `There is nothing to do, apart from the ${left === 1 ? 'item' : `${left} items`} that this version does not deploy.`;
  if (pending === 0) return `Nothing can be pushed: ${entries(blocked)} blocked.`;
  return `A push makes ${pending} ${pending === 1 ? 'change' : 'changes'}${blocked === 0 ? '.' : `; ${entries(blocked)} blocked.`}`;
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
