/** What is kept of the values of one metric, and the `StatisticalSummary` that is answered. */
import type { JsonObject } from '../../json.ts';

export interface Summary {
  readonly count: number;
  readonly sum: number;
  readonly min: number;
  readonly max: number;
}

export function withValue(summary: Summary | undefined, value: number): Summary {
  if (!summary) return { count: 1, sum: value, min: value, max: value };
  return {
    count: summary.count + 1,
    sum: summary.sum + value,
    min: Math.min(summary.min, value),
    max: Math.max(summary.max, value),
  };
}

export function together(summaries: readonly Summary[]): Summary | undefined {
  const [first, ...rest] = summaries;
  return rest.reduce<Summary | undefined>(
    (all, one) =>
      all && {
        count: all.count + one.count,
        sum: all.sum + one.sum,
        min: Math.min(all.min, one.min),
        max: Math.max(all.max, one.max),
      },
    first,
  );
}

/** Timers have all four; a counter has its sum as `count`. What others have is inferred: as timers. */
export function statsOf(metric: string, summary: Summary): JsonObject {
  return metric.startsWith('n') ? { count: summary.sum } : { ...summary };
}
