import type { QueryKind } from '../../query/model.ts';
import type { FileKind, SchemaPath } from '../schema.ts';

/**
 * The map in which a key stands. Catalog: `head`, one of `codes`, the `categories` map, a queue's declaration, its
 * `afterCallWork`. Project: the top, one environment, one of its `events`. More places come with more kinds of file.
 */
export type Place =
  | 'head'
  | 'code'
  | 'categories'
  | 'queue'
  | 'afterCallWork'
  | 'project'
  | 'environment'
  | 'event'
  | QueryPlace
  | SurveyPlace;

/** A query's top and its parts: `details` and `aggregates` are the whole of the two kinds. */
export type QueryPlace =
  | 'details'
  | 'aggregates'
  | 'details.where'
  | 'aggregates.where'
  | 'paging'
  | 'view'
  | 'sortMetric'
  | `${FilterFamily}.${FilterPart}`;

/** Survey rules: the top, and its parts. `survey.match` is what is asked of one field. */
export type SurveyPlace =
  | 'survey'
  | 'survey.org'
  | 'survey.field'
  | 'survey.rule'
  | 'survey.condition'
  | 'survey.match'
  | 'survey.test';

/** Whose filters they are: `conversationFilters` and so on of a details query, `filter` of an aggregation. */
export type FilterFamily = 'conversation' | 'segment' | 'evaluation' | 'survey' | 'resolution' | 'aggregate';

/** The API knows two levels: a filter has clauses and predicates, a clause predicates only. */
export type FilterPart = 'filter' | 'clause' | 'predicate' | 'clausePredicate';

/** Where the real thing is: a place in one of our files. */
export interface RealPlace {
  readonly kind: FileKind;
  readonly path: SchemaPath;
}

/** What a fix does with an invented key. The explanation says the same in words. */
export type KeyRewrite =
  /** The value stays as it is. Not offered where the real key is already there. */
  | { readonly kind: 'renameKey'; readonly to: string }
  | { readonly kind: 'removeKey' }
  /** To `queues:` with a list: of a text, of a list, or of the `name` in a map or each map of a list. An id leaves only removal. */
  | { readonly kind: 'toQueues' }
  /** To the text in the value's `name`, or the value itself if it is a text: `division: {name: Support}`. An id leaves only removal. */
  | { readonly kind: 'toName'; readonly to: string }
  /** To another place of the same file, from the root; `*` is every entry. Lists are joined, other values fill gaps. */
  | { readonly kind: 'moveTo'; readonly path: SchemaPath }
  /** The value, as text, becomes another one under `to`; a value that is not listed leaves no fix. */
  | { readonly kind: 'mapValue'; readonly to: string; readonly values: Readonly<Record<string, string>> }
  /** A number of `unit` becomes a duration under `to`: `timeoutMs: 30000` → `timeout: 30s`. */
  | { readonly kind: 'toDuration'; readonly to: string; readonly unit: 'ms' | 's' }
  /** To `region:` with the published region that the host was meant for (`meantRegion`); unknown hosts leave only removal. */
  | { readonly kind: 'toRegion' }
  /** To `events:` with one entry for each address in the value: a text, a list, or maps with `url` or `callbackUrl`. */
  | { readonly kind: 'toEvents' }
  /** To `interval:` with start and end in one. `whole` is a map or text with both; the other two look for their partner. */
  | { readonly kind: 'toInterval'; readonly part: 'from' | 'to' | 'whole' }
  /** To a list of words under `to`: a text becomes a list of one, maps give their `metric`, `name`, `field` or `dimension`. */
  | { readonly kind: 'toList'; readonly to: string }
  /** To `granularity:` with an ISO 8601 period; words such as `none` that stand for the whole interval leave removal. */
  | { readonly kind: 'toGranularity' }
  /** Another kind of query: the key is right, and `kind` is not. With `ifMetrics` only where the value lists metrics. */
  | { readonly kind: 'toKind'; readonly to: QueryKind; readonly ifMetrics?: true }
  /** To `where:` of the same query: conditions in whatever form, all of which must hold. */
  | { readonly kind: 'toWhere' }
  /** The whole map is one condition in another form: becomes predicates of the API, one for each value. */
  | { readonly kind: 'toPredicates' }
  /** The value takes the place of the map that holds nothing else: `{ eq: 5 }` → `5`. */
  | { readonly kind: 'unwrap' };

/** A key that tutorials and other tools use and that is not there in our files. */
export interface InventedKey {
  /** Spellings to know. Case, `_`, `-`, `.` and spaces do not count: `codeName` also stands for `code_name`. */
  readonly names: readonly string[];
  readonly where: readonly Place[];
  /** Absent where nothing takes its place. */
  readonly real?: RealPlace;
  /** One or two sentences: that it is not there, and what is. Plain text with `code` in backticks. */
  readonly explanation: string;
  readonly rewrite: KeyRewrite;
  /** True for what must not stand in a file at all; then the explanation says what to do about the leak. */
  readonly secret?: true;
}

/** A value that is not what the key takes, with the one that was meant. */
export interface InventedValue {
  readonly where: Place;
  readonly key: string;
  readonly explanation: string;
  /** Absent where it cannot be guessed. */
  readonly real?: string;
}

/** A word that others write, with the one that the API has. */
export interface InventedWord {
  /** Spellings to know. Case, `.`, `_`, `-` and spaces do not count. */
  readonly names: readonly string[];
  readonly real: string;
  /** One or two sentences where the word alone does not explain itself. */
  readonly explanation?: string;
}
