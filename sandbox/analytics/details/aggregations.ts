/** Counts over all found conversations. */
import { byText } from '../../query.ts';
import { dimensionPlaces } from '../dimensions.ts';
import type { Conversation } from '../model.ts';
import { readerOf, segmentContexts } from '../places.ts';
import { isWithin, type Value } from '../predicate.ts';
import { metricValues, segmentDuration } from './metrics.ts';
import type { Aggregation } from './model.ts';
import type { JsonObject } from '../../json.ts';

/** How many terms there are without `size`. No source tells; 10 is what an official example asks for. */
const defaultSize = 10;

/**
 * A conversation counts once for each of its values, or for each range that one of them is in. `count` is the number
 * of conversations with a value at all. All of that is inferred: only the shape of the answer is published.
 */
export function aggregated(aggregation: Aggregation, found: readonly Conversation[]): JsonObject {
  const { type, dimension, metric, ranges = [], size = defaultSize } = aggregation;
  const read = valuesOf(aggregation);
  const each = found.map((conversation) => new Set(read(conversation))).filter((values) => values.size > 0);
  const results =
    type === 'termFrequency'
      ? terms(each).slice(0, size)
      : ranges.map((range) => ({ ...range, count: each.filter((values) => hasWithin(values, range)).length }));
  return {
    ...(type === undefined ? {} : { type }),
    ...(dimension === undefined ? {} : { dimension }),
    ...(metric === undefined ? {} : { metric }),
    count: each.length,
    results,
  };
}

function terms(each: readonly ReadonlySet<Value>[]): readonly { readonly value: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const values of each) {
    for (const value of values) counts.set(String(value), (counts.get(String(value)) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .toSorted((left, right) => right.count - left.count || byText(left.value, right.value));
}

const hasWithin = (values: ReadonlySet<Value>, range: { readonly gte?: number; readonly lt?: number }): boolean =>
  [...values].some((value) => typeof value === 'number' && isWithin(value, range));

function valuesOf({ dimension, metric }: Aggregation): (conversation: Conversation) => readonly Value[] {
  if (metric === 'tSegmentDuration') return (one) => segmentContexts(one).flatMap(segmentDuration);
  if (metric !== undefined) return metricValues(metric, 'anyValue');
  const place = dimensionPlaces[dimension ?? ''];
  if (place === undefined) return () => [];
  const read = readerOf(place);
  return (conversation) => segmentContexts(conversation).flatMap(read);
}
