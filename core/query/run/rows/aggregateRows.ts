/** One row for each group and part of the interval, and for each qualifier where metrics come with several. */
import type { AggregateData, AggregateGroup, Stats } from '../../../genesys/index.ts';

export interface AggregateRow {
  readonly group: AggregateGroup['group'];
  /** ISO 8601, `start/end`; absent where the answer has a group without data. */
  readonly interval?: string;
  readonly qualifier?: string;
  readonly metrics: ReadonlyMap<string, Stats>;
  readonly views: ReadonlyMap<string, Stats>;
}

export function aggregateRows({ group, data }: AggregateGroup): readonly AggregateRow[] {
  if (data.length === 0) return [{ group, metrics: new Map(), views: new Map() }];
  return data.flatMap((part) => partRows(group, part));
}

function partRows(group: AggregateRow['group'], { interval, metrics, views }: AggregateData): readonly AggregateRow[] {
  const qualifiers = [...new Set(metrics.map(({ qualifier }) => qualifier))];
  // Views have no qualifier, so they stand on the first row of their part.
  return (qualifiers.length === 0 ? [undefined] : qualifiers).map((qualifier, index) => ({
    group,
    interval,
    ...(qualifier !== undefined && { qualifier }),
    metrics: new Map(metrics.filter((one) => one.qualifier === qualifier).map(({ metric, stats }) => [metric, stats])),
    views: new Map(index > 0 ? [] : views.map(({ name, stats }) => [name, stats])),
  }));
}
