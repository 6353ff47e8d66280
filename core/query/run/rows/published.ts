/** Names of the published query models, read from the kinds' schemas. */
import type { SchemaPath } from '../../../contract/schema.ts';
import { schemaAt } from '../../../contract/schema.ts';
import { isTime } from '../../metrics.ts';
import type { QueryKind } from '../../model.ts';
import type { ColumnType } from '../model.ts';

/** Metrics by which details can be filtered, which are those that sessions have, and those of aggregates. */
export const publishedMetrics: readonly string[] = [
  ...new Set([
    ...enumAt('ConversationDetails', ['conversationFilters', '*', 'predicates', '*', 'metric']),
    ...enumAt('ConversationAggregates', ['metrics', '*']),
  ]),
];

export const aggregateMetrics = enumAt('ConversationAggregates', ['metrics', '*']);
export const aggregateDimensions = enumAt('ConversationAggregates', ['groupBy', '*']);

export const metricType = (metric: string): ColumnType => (isTime(metric) ? 'duration' : 'number');

function enumAt(kind: QueryKind, path: SchemaPath): readonly string[] {
  const values = schemaAt(kind, path)?.schema.enum ?? [];
  return values.filter((value): value is string => typeof value === 'string');
}
