import { MARKS } from '#core/deploy/format/words.ts';
import type { ApplyResult, Change, Outcome, Plan, PlanSummary } from '#core/deploy/model.ts';

const KINDS = [
  'create',
  'update',
  'rename',
  'adopt',
  'move',
  'associate',
  'dissociate',
  'queueSettings',
  'outbound',
  'metadata',
  'delete',
  'blocked',
] as const;

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
  move: 'to move to another division',
  associate: 'to put on queues',
  dissociate: 'to take off queues',
  queueSettings: 'to set after-call work',
  outbound: 'to map for outbound',
  metadata: 'to write to the data table',
  delete: 'to delete',
  blocked: 'blocked',
};

/** `3 to create, 1 to update`: the same in words. Empty when there is nothing. */
export function countsInWords(summary: PlanSummary): string {
  return KINDS.filter((kind) => summary[kind] > 0)
    .map((kind) => `${summary[kind]} ${WORDS[kind]}`)
    .join(', ');
}

type Sendable = Exclude<Change['kind'], 'blocked'>;

const LEFT: Readonly<Record<Sendable, readonly [one: string, many: string]>> = {
  create: ['new code', 'new codes'],
  update: ['update', 'updates'],
  rename: ['rename', 'renames'],
  adopt: ['spelling', 'spellings'],
  move: ['division move', 'division moves'],
  associate: ['code for a queue', 'codes for queues'],
  dissociate: ['removal from a queue', 'removals from queues'],
  queueSettings: ['after-call work setting', 'after-call work settings'],
  outbound: ['outbound mapping', 'outbound mappings'],
  metadata: ['data table row', 'data table rows'],
  delete: ['deletion', 'deletions'],
};

/** `5 removals from queues, 1 deletion`: what the files ask for and nobody selected. Empty when there is nothing. */
export function notSelectedInWords({ notSelected = [] }: Plan): string {
  return KINDS.flatMap((kind) => {
    const count = notSelected.filter((change) => change.kind === kind).length;
    return kind === 'blocked' || count === 0 ? [] : [`${count} ${LEFT[kind][count === 1 ? 0 : 1]}`];
  }).join(', ');
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
