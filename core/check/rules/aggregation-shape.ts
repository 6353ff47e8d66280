import { removePair } from '../../text/edit.ts';
import type { MapNode } from '../../text/tree.ts';
import { childOf, isText, pairOf } from '../../text/walk.ts';
import { field, type QueryEntry } from '../entry.ts';
import { isMeantBy } from '../meant.ts';
import { itemsOf } from '../query/queryRanges.ts';
import { fixIf, type Finding, type Rule } from '../rule.ts';

/** An aggregation of a details query that does not say what it counts, or says it for another type. */
export const aggregationShape: Rule = {
  code: 'aggregation-shape',
  severity: 'error',
  inQuery: (entry) =>
    itemsOf(field(entry, 'aggregations')).flatMap((one, index) =>
      one.kind === 'map' ? look(entry, one, ['aggregations', index]) : [],
    ),
};

function look(entry: QueryEntry, map: MapNode, path: readonly (string | number)[]): readonly Finding[] {
  const type = childOf(map, 'type');
  const missing = (key: string): boolean => pairOf(map, key) === undefined && !isMeantBy(entry, map, path, key);
  const span = map.flow ? map.span : (map.pairs[0]?.key.span ?? map.span);
  if (missing('type')) return [{ span, message: '`type` is missing here. Write `termFrequency` or `numericRange`.' }];
  if (!isText(type)) return [];
  if (type.value === 'termFrequency' && missing('dimension'))
    return [{ span: type.span, message: '`termFrequency` counts the values of a dimension. Name a `dimension`.' }];
  if (type.value !== 'numericRange') return withRanges(entry, map, type.value);
  if (missing('dimension') && missing('metric'))
    return [{ span: type.span, message: '`numericRange` counts numbers. Name a `metric` or a `dimension`.' }];
  const ranges = childOf(map, 'ranges');
  const hasRanges = ranges !== undefined && (ranges.kind !== 'seq' || ranges.items.length > 0);
  if (hasRanges || isMeantBy(entry, map, path, 'ranges')) return [];
  return [{ span: type.span, message: '`numericRange` needs `ranges`, for example `[{ gte: 0, lt: 60000 }]`.' }];
}

function withRanges(entry: QueryEntry, map: MapNode, type: string): readonly Finding[] {
  const ranges = pairOf(map, 'ranges');
  if (type !== 'termFrequency' || ranges === undefined) return [];
  const message = '`termFrequency` counts values and has no ranges. Remove them, or use `numericRange`.';
  return [{ span: ranges.key.span, message, fixes: fixIf('Remove `ranges`', removePair(entry.text, map, ranges)) }];
}
