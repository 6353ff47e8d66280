/** The API's filters by the API's rules: two levels of and/or over predicates; each filter of a list must find something. */
import type { JsonObject } from '#core/query/model.ts';

/** Fields of one thing: a conversation, a segment, a survey, or a row that an aggregate counts. */
export type Thing = Readonly<Record<string, string | number | undefined>>;

export interface Conversation {
  readonly own: Thing;
  readonly segments: readonly Thing[];
  readonly surveys: readonly Thing[];
  readonly evaluations: readonly Thing[];
  readonly resolutions: readonly Thing[];
}

export type Filter = {
  readonly type: string;
  readonly clauses?: readonly Filter[];
  readonly predicates?: readonly JsonObject[];
};

/** Whether one thing passes one filter. */
export function holds(filter: Filter, thing: Thing): boolean {
  const parts = [
    ...(filter.clauses ?? []).map((clause) => holds(clause, thing)),
    ...(filter.predicates ?? []).map((predicate) => isTrue(predicate, thing)),
  ];
  return filter.type === 'and' ? parts.every(Boolean) : parts.some(Boolean);
}

function isTrue(predicate: JsonObject, thing: Thing): boolean {
  const field = predicate.type === 'metric' ? predicate.metric : predicate.dimension;
  const value = typeof field === 'string' ? thing[field] : undefined;
  if (predicate.operator === 'exists') return value !== undefined;
  if (predicate.operator === 'notExists') return value === undefined;
  if (value === undefined) return false;
  return 'range' in predicate ? inRange(Number(value), predicate.range) : String(value) === predicate.value;
}

export function inRange(value: number, range: unknown): boolean {
  const { gt = -Infinity, gte = -Infinity, lt = Infinity, lte = Infinity } = range as Readonly<Record<string, number>>;
  return value > gt && value >= gte && value < lt && value <= lte;
}

/** Whether a details query with this body finds the conversation. */
export function apiKeeps(body: JsonObject, conversation: Conversation): boolean {
  const filters = (key: string): readonly Filter[] => (body[key] ?? []) as unknown as readonly Filter[];
  const each = (key: string, things: readonly Thing[]): boolean =>
    filters(key).every((filter) => things.some((thing) => holds(filter, thing)));
  return (
    each('conversationFilters', [conversation.own]) &&
    each('segmentFilters', conversation.segments) &&
    each('surveyFilters', conversation.surveys) &&
    each('evaluationFilters', conversation.evaluations) &&
    each('resolutionFilters', conversation.resolutions)
  );
}
