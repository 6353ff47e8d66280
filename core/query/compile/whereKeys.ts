/** Which key of `where` goes to which of the API's filters. The dimensions and metrics are those of the schemas. */
import { schemaAt } from '../../contract/schema.ts';
import type { NamedKind, QueryKind } from '../model.ts';

/** A list of filters in the API's body; `aggregate` is the one `filter` of an aggregates query. */
export type WhereFamily = 'conversation' | 'segment' | 'survey' | 'evaluation' | 'resolution' | 'aggregate';

/** What one key of `where` asks for. */
export interface WhereKey {
  readonly family: WhereFamily;
  readonly type: 'dimension' | 'metric';
  /** The API's name of the dimension or metric. */
  readonly field: string;
  /** Set where the values are names of this kind and not ids. */
  readonly named?: NamedKind;
}

interface Group {
  readonly family: WhereFamily;
  /** The key of the API's body that takes this family's filters. */
  readonly filters: string;
  /** The map below `where` that holds its keys; absent where they stand in `where` itself. */
  readonly under?: string;
}

/** An earlier group wins where two have one name. */
const groups: Readonly<Record<QueryKind, readonly Group[]>> = {
  ConversationDetails: [
    { family: 'conversation', filters: 'conversationFilters' },
    { family: 'segment', filters: 'segmentFilters' },
    { family: 'survey', filters: 'surveyFilters', under: 'survey' },
    { family: 'evaluation', filters: 'evaluationFilters', under: 'evaluation' },
    { family: 'resolution', filters: 'resolutionFilters', under: 'resolution' },
  ],
  ConversationAggregates: [{ family: 'aggregate', filters: 'filter' }],
};

/** Our keys for names, and the dimension that has the id. */
const names: readonly (readonly [key: string, dimension: string, named: NamedKind])[] = [
  ['queue', 'queueId', 'queue'],
  ['agent', 'userId', 'user'],
  ['division', 'divisionId', 'division'],
  ['wrapUpCode', 'wrapUpCode', 'wrapUpCode'],
];

const known = new Map<QueryKind, ReadonlyMap<string, WhereKey>>();

/**
 * The keys that `where` of this kind may have. A key of a nested map has a dot: `survey.surveyStatus`.
 * The keys of one family speak about one thing, for example about one and the same segment.
 */
export function whereKeys(kind: QueryKind): ReadonlyMap<string, WhereKey> {
  const found = known.get(kind) ?? readKeys(kind);
  known.set(kind, found);
  return found;
}

/** The key of the body that takes the filters of a family. */
export function filtersKey(kind: QueryKind, family: WhereFamily): string {
  return groups[kind].find((group) => group.family === family)?.filters ?? 'filter';
}

/** The maps below `where`: `survey`, `evaluation`, `resolution`. */
export function nestedMaps(kind: QueryKind): readonly string[] {
  return groups[kind].flatMap(({ under }) => under ?? []);
}

function readKeys(kind: QueryKind): ReadonlyMap<string, WhereKey> {
  const keys = new Map<string, WhereKey>();
  for (const { family, filters, under } of groups[kind]) {
    for (const type of ['dimension', 'metric'] as const) {
      for (const field of fieldsOf(kind, filters, type)) {
        const key = under === undefined ? field : `${under}.${field}`;
        if (!keys.has(key)) keys.set(key, { family, type, field });
      }
    }
  }
  for (const [key, dimension, named] of names) {
    const meant = keys.get(dimension);
    if (meant !== undefined) keys.set(key, { ...meant, named });
  }
  return keys;
}

function fieldsOf(kind: QueryKind, filters: string, type: 'dimension' | 'metric'): readonly string[] {
  const filter = filters === 'filter' ? [filters] : [filters, '*'];
  const values = schemaAt(kind, [...filter, 'predicates', '*', type])?.schema.enum ?? [];
  return values.map(String);
}
