/** Filters as the two queries have them, after their check: two levels, no more. */
export interface Range {
  readonly gt?: number;
  readonly gte?: number;
  readonly lt?: number;
  readonly lte?: number;
}

export interface Predicate {
  readonly type?: 'dimension' | 'property' | 'metric';
  readonly dimension?: string;
  readonly metric?: string;
  readonly property?: string;
  readonly propertyType?: string;
  readonly operator?: 'matches' | 'exists' | 'notExists';
  readonly value?: string;
  readonly range?: Range;
}

export interface Clause {
  readonly type: 'and' | 'or';
  readonly predicates: readonly Predicate[];
}

export interface Filter {
  readonly type: 'and' | 'or';
  readonly clauses?: readonly Clause[];
  readonly predicates?: readonly Predicate[];
}
