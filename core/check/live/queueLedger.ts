/** How many codes are on each queue, over all catalogs of a project. */
import { namingRules } from '../../contract/limits.ts';

export interface QueueLedger {
  change(key: string, by: number): void;
  count(key: string): number;
  /** Queues with more codes than the smallest limit. */
  readonly full: ReadonlySet<string>;
}

/** A queue with this many codes is within all limits. */
export const smallestLimit = Math.min(
  ...Object.values(namingRules).map(({ maxCodesPerQueue }) => maxCodesPerQueue ?? Infinity),
);

/** `changed` is called when anything changes about a queue that has too many. */
export function newQueueLedger(changed: () => void): QueueLedger {
  const counts = new Map<string, number>();
  const full = new Set<string>();
  return {
    full,
    count: (key) => counts.get(key) ?? 0,
    change(key, by) {
      const before = counts.get(key) ?? 0;
      const after = before + by;
      if (after === 0) counts.delete(key);
      else counts.set(key, after);
      if (after > smallestLimit) full.add(key);
      else full.delete(key);
      if (Math.max(before, after) > smallestLimit) changed();
    },
  };
}
