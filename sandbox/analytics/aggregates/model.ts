/** An aggregates query after its check. */
import type { Filter } from '../filterModel.ts';

export interface View {
  readonly target: string;
  readonly function: 'rangeBound';
  readonly name: string;
  readonly range?: { readonly gte?: number; readonly lt?: number };
}

export interface SortMetric {
  readonly name: string;
  readonly function: 'average' | 'count' | 'max' | 'min' | 'sum';
}

export interface AggregatesQuery {
  readonly interval: string;
  readonly metrics: readonly string[];
  readonly granularity?: string;
  readonly timeZone?: string;
  readonly groupBy?: readonly string[];
  readonly filter?: Filter;
  readonly views?: readonly View[];
  readonly flattenMultivaluedDimensions?: boolean;
  readonly alternateTimeDimension?: string;
  readonly queryType?: 'groupBy' | 'topN' | 'bottomN';
  readonly sortMetric?: SortMetric;
  readonly limit?: number;
}
