import { MARKS } from '#core/deploy/format/words.ts';
import type { ApplyResult, NotDeployedKind, Outcome, Plan, PlanSummary } from '#core/deploy/model.ts';

const KINDS = ['create', 'update', 'rename', 'adopt', 'associate', 'blocked'] as const;

/** `+3 ~1 =1`: what a plan holds, in an editor's title. */
export function shortCounts(summary: PlanSummary): string {
  const parts = KINDS.filter((kind) => summary[kind] > 0).map((kind) => `${MARKS[kind]}${summary[kind]}`);
  return parts.length === 0 ? 'no changes' : parts.join(' ');
}

const WORDS: Readonly<Record<(typeof KINDS)[number], string>> = {
  create: 'to create',
  update: 'to update',
  rename: 'to rename',
  adopt: 'to adopt',
  associate: 'to put on queues',
  blocked: 'blocked',
};

/** `3 to create, 1 to update`: the same in words. Empty when there is nothing. */
export function countsInWords(summary: PlanSummary): string {
  return KINDS.filter((kind) => summary[kind] > 0)
    .map((kind) => `${summary[kind]} ${WORDS[kind]}`)
    .join(', ');
}

const LEFT: Readonly<Record<NotDeployedKind, readonly [one: string, many: string]>> = {
  move: ['division move', 'division moves'],
  dissociate: ['removal from a queue', 'removals from queues'],
  delete: ['deletion', 'deletions'],
  queueSettings: ['after-call work setting', 'after-call work settings'],
  outbound: ['outbound mapping', 'outbound mappings'],
  metadata: ['data table', 'data tables'],
};
const LEFT_KINDS = ['move', 'dissociate', 'delete', 'queueSettings', 'outbound', 'metadata'] as const;

/** `5 division moves, 1 deletion`: what the files ask for and this version does not deploy. Empty when there is nothing. */
export function notDeployedInWords({ notDeployed: { counts } }: Plan): string {
  return LEFT_KINDS.filter((kind) => counts[kind] > 0)
    .map((kind) => `${counts[kind]} ${LEFT[kind][counts[kind] === 1 ? 0 : 1]}`)
    .join(', ');
}

/** Outcomes of what was to be sent. What the plan had blocked was never to be, and is counted by the plan. */
export function outcomeCounts(result: ApplyResult): Readonly<Record<Outcome, number>> {
  const counts: Record<Outcome, number> = { done: 0, failed: 0, unknown: 0, 'not attempted': 0 };
  for (const { change, outcome } of result.results) if (change.kind !== 'blocked') counts[outcome] += 1;
  return counts;
}

/** `17 done, 1 failed`: all outcomes that occur, in one order. */
export function outcomesInWords(result: ApplyResult): string {
  return Object.entries(outcomeCounts(result))
    .filter(([, count]) => count > 0)
    .map(([outcome, count]) => `${count} ${outcome}`)
    .join(', ');
}
