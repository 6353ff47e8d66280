import type { ApplyResult, Outcome, Plan, PlanSummary } from '#core/deploy/model.ts';

const SIGNS: readonly (readonly [keyof PlanSummary, string])[] = [
  ['create', '+'],
  ['update', '~'],
  ['rename', '→'],
  ['adopt', '='],
  ['associate', '@'],
  ['blocked', '!'],
];

/** `+3 ~1 =1`: what a plan holds, in an editor's title. */
export function shortCounts(summary: PlanSummary): string {
  const parts = SIGNS.filter(([key]) => summary[key] > 0).map(([key, sign]) => `${sign}${summary[key]}`);
  return parts.length === 0 ? 'no changes' : parts.join(' ');
}

const WORDS: readonly (readonly [keyof PlanSummary, string])[] = [
  ['create', 'to create'],
  ['update', 'to update'],
  ['rename', 'to rename'],
  ['adopt', 'to adopt'],
  ['associate', 'to put on queues'],
  ['blocked', 'blocked'],
];

/** `3 to create, 1 to update`: the same in words. Empty when there is nothing. */
export function countsInWords(summary: PlanSummary): string {
  return WORDS.filter(([key]) => summary[key] > 0).map(([key, words]) => `${summary[key]} ${words}`).join(', ');
}

/** How many changes a push would send. */
export function writeCount(plan: Plan): number {
  return plan.changes.filter(({ kind }) => kind !== 'blocked').length;
}

export function notDeployedCount(plan: Plan): number {
  return Object.values(plan.notDeployed.counts).reduce((sum, count) => sum + count, 0);
}

export function outcomeCounts(result: ApplyResult): Readonly<Record<Outcome, number>> {
  const counts: Record<Outcome, number> = { done: 0, failed: 0, unknown: 0, 'not attempted': 0 };
  for (const { outcome } of result.results) counts[outcome] += 1;
  return counts;
}

/** `17 done, 1 failed`: all outcomes that occur, in one order. */
export function outcomesInWords(result: ApplyResult): string {
  return Object.entries(outcomeCounts(result)).filter(([, count]) => count > 0).map(([outcome, count]) => `${count} ${outcome}`).join(', ');
}
