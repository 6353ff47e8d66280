/** What an aggregation must be. The model leaves all its fields optional, so what is refused is inferred. */
import { invalidValue } from '../../errors.ts';
import { senseless } from '../refusals.ts';
import { detailsModels, publishedValues } from '../requestModels.ts';
import type { Aggregation } from './model.ts';

const named = (field: 'dimension' | 'metric'): readonly string[] =>
  ['ConversationDetailQueryPredicate', 'SegmentDetailQueryPredicate'].flatMap((model) =>
    publishedValues(detailsModels, model, field),
  );
const allowed = { dimension: named('dimension'), metric: named('metric') } as const;

export function requireAggregations(aggregations: readonly Aggregation[]): void {
  aggregations.forEach((aggregation, index) => requireAggregation(aggregation, `aggregations[${index}]`));
}

function requireAggregation(aggregation: Aggregation, path: string): void {
  const { type, dimension, metric, size, ranges } = aggregation;
  if (type === undefined) throw senseless(`${path}.type`, 'An aggregation needs a type.');
  for (const field of ['dimension', 'metric'] as const) {
    const name = aggregation[field];
    if (name !== undefined && !allowed[field].includes(name)) {
      throw invalidValue(`${path}.${field}`, name, 'string', allowed[field]);
    }
  }
  if ((dimension === undefined) === (metric === undefined)) {
    throw senseless(path, 'An aggregation needs either a dimension or a metric.');
  }
  if (type === 'termFrequency' && dimension === undefined) {
    throw senseless(`${path}.dimension`, 'An aggregation of type termFrequency needs a dimension.');
  }
  if (type === 'numericRange' && (ranges ?? []).length === 0) {
    throw senseless(`${path}.ranges`, 'An aggregation of type numericRange needs ranges.');
  }
  if (size !== undefined && size < 1) throw senseless(`${path}.size`, 'The size of an aggregation is at least 1.');
}
