/** The families of filters of a query kind, and which dimensions and metrics each takes. */
import { allowedValues } from '../../contract/descriptions.ts';
import type { SchemaPath } from '../../contract/schema.ts';
import type { QueryKind } from '../../query/model.ts';

/** One key of a query that holds filters. */
export interface Family {
  readonly kind: QueryKind;
  readonly key: string;
  /** What one of its filters must hold for, in words. */
  readonly of: string;
  /** The schema path of one filter. */
  readonly filter: SchemaPath;
}

const details = (key: string, of: string): Family => ({ kind: 'ConversationDetails', key, of, filter: [key, '*'] });

const all: readonly Family[] = [
  details('conversationFilters', 'conversations'),
  details('segmentFilters', 'segments'),
  details('surveyFilters', 'surveys'),
  details('evaluationFilters', 'evaluations'),
  details('resolutionFilters', 'resolutions'),
  { kind: 'ConversationAggregates', key: 'filter', of: 'conversations that are added up', filter: ['filter'] },
];

export function familiesOf(kind: QueryKind): readonly Family[] {
  return all.filter((family) => family.kind === kind);
}

/** The family whose key a path begins with. */
export function familyAt(kind: QueryKind, path: SchemaPath): Family | undefined {
  return all.find((family) => family.kind === kind && family.key === path[0]);
}

/** What a predicate of the family may name under `dimension` or `metric`. */
export function namesIn({ kind, filter }: Family, field: 'dimension' | 'metric'): readonly string[] {
  return allowedValues(kind, [...filter, 'predicates', '*', field]).map(({ value }) => String(value));
}

/** What a list of the query itself takes: `metrics` and `groupBy` of aggregates. */
export function listed(kind: QueryKind, list: 'metrics' | 'groupBy'): readonly string[] {
  return allowedValues(kind, [list, '*']).map(({ value }) => String(value));
}

/** What `aggregations` can be about. No model lists it: the conversation's and the segment's names are what they count. */
export function aggregatedNames(kind: QueryKind, field: 'dimension' | 'metric'): readonly string[] {
  const names = familiesOf(kind)
    .filter(({ key }) => key === 'conversationFilters' || key === 'segmentFilters')
    .flatMap((family) => namesIn(family, field));
  return [...new Set(names)].toSorted();
}
