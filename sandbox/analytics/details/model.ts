/** A details query after its check. */
import type { Filter } from '../filterModel.ts';

export interface AggregationRange {
  readonly gte?: number;
  readonly lt?: number;
}

export interface Aggregation {
  readonly type?: 'termFrequency' | 'numericRange';
  readonly dimension?: string;
  readonly metric?: string;
  readonly size?: number;
  readonly ranges?: readonly AggregationRange[];
}

export interface DetailsQuery {
  readonly interval: string;
  readonly order?: 'asc' | 'desc' | 'unordered';
  readonly orderBy?: 'conversationStart' | 'conversationEnd' | 'segmentStart' | 'segmentEnd';
  readonly conversationFilters?: readonly Filter[];
  readonly segmentFilters?: readonly Filter[];
  readonly evaluationFilters?: readonly Filter[];
  readonly surveyFilters?: readonly Filter[];
  readonly resolutionFilters?: readonly Filter[];
  readonly aggregations?: readonly Aggregation[];
  readonly paging?: { readonly pageSize: number; readonly pageNumber: number };
}

export const filterFamilies = [
  'conversationFilters',
  'segmentFilters',
  'evaluationFilters',
  'surveyFilters',
  'resolutionFilters',
] as const satisfies readonly (keyof DetailsQuery)[];
