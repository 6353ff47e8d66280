/** The order of the groups, and the first or last of them. */
import type { Cell, GroupData } from './data.ts';
import type { AggregatesQuery, SortMetric } from './model.ts';
import { conversationCount } from './needs.ts';
import { statsOf, together } from './summary.ts';

/**
 * All groups in the order of their names (inferred), or for `topN` and `bottomN` the first ones by the sort metric
 * over the whole interval. Groups without that metric have no place among them (inferred).
 */
export function ranked(groups: readonly GroupData[], query: AggregatesQuery): readonly GroupData[] {
  const { queryType = 'groupBy', sortMetric, limit } = query;
  const named = groups
    .map((data) => ({ data, name: JSON.stringify(data.group) }))
    .toSorted((left, right) => (left.name < right.name ? -1 : 1))
    .map(({ data }) => data);
  if (queryType === 'groupBy' || !sortMetric) return named;
  const sign = queryType === 'topN' ? -1 : 1;
  return named
    .map((data) => ({ data, key: sortKey([...data.cells.values()], sortMetric) }))
    .filter(({ key }) => !Number.isNaN(key))
    .toSorted((left, right) => sign * (left.key - right.key))
    .slice(0, limit)
    .map(({ data }) => data);
}

/** NaN for a group without the metric. */
function sortKey(cells: readonly Cell[], { name, function: by }: SortMetric): number {
  if (name === conversationCount) return new Set(cells.flatMap((cell) => [...cell.conversations])).size;
  const all = together(cells.flatMap((cell) => cell.metrics.get(name) ?? []));
  if (!all) return Number.NaN;
  if (by === 'average') return all.sum / all.count;
  if (by !== 'count') return all[by];
  return Number(statsOf(name, all)['count']);
}
