/** The API's filters, which have two levels: a filter with clauses and predicates, and clauses with predicates. */
import type { JsonObject } from '../model.ts';
import { isMap, listOf } from './json.ts';

/** Predicates of which one must hold. */
export type AnyOf = readonly JsonObject[];

/** A filter or a clause as the API has it. */
export type Filter = {
  readonly type: 'and' | 'or';
  readonly clauses?: readonly Clause[];
  readonly predicates?: readonly JsonObject[];
};

type Clause = {
  readonly type: 'and' | 'or';
  readonly predicates: readonly JsonObject[];
};

/** More alternatives are not written out: the request would be long, and nobody could read it. */
const maxAlternatives = 200;

/** A filter as a file has it. */
export function filterOf(value: JsonObject): Filter {
  return { ...clauseOf(value), clauses: listOf(value.clauses).filter(isMap).map(clauseOf) };
}

function clauseOf(value: JsonObject): Clause {
  return { type: value.type === 'or' ? 'or' : 'and', predicates: listOf(value.predicates).filter(isMap) };
}

/** All conditions hold. */
export function allOf(conditions: readonly AnyOf[]): Filter {
  const [only, second] = conditions;
  if (only !== undefined && only.length > 1 && second === undefined) return { type: 'or', predicates: only };
  return conjunction(...partsOf(conditions));
}

/** `filter` holds and all conditions hold too; nothing where two levels cannot say that. */
export function narrowed(filter: Filter, conditions: readonly AnyOf[]): Filter | undefined {
  if (filter.type === 'and') {
    const [clauses, predicates] = partsOf(conditions);
    return conjunction([...(filter.clauses ?? []), ...clauses], [...(filter.predicates ?? []), ...predicates]);
  }
  const alternatives = alternativesOf(filter);
  if (alternatives.length === 0 || alternatives.some((terms) => terms.length === 0)) return undefined;
  if (alternatives.every((terms) => terms.length === 1)) return allOf([alternatives.flat(), ...conditions]);
  return spreadOut(alternatives, conditions);
}

/** The type of a filter applies to its predicates and its clauses alike, so single predicates need no clause. */
function partsOf(conditions: readonly AnyOf[]): [clauses: readonly Clause[], predicates: readonly JsonObject[]] {
  return [
    conditions.filter((condition) => condition.length > 1).map((predicates) => ({ type: 'or', predicates })),
    conditions.filter((condition) => condition.length === 1).flat(),
  ];
}

/** An `or` as the list of what may hold; the predicates of each must hold together. */
function alternativesOf({ clauses = [], predicates = [] }: Filter): readonly AnyOf[] {
  const single = (predicate: JsonObject): AnyOf => [predicate];
  return [
    ...clauses.flatMap((clause) =>
      clause.type === 'or' && clause.predicates.length > 0 ? clause.predicates.map(single) : [clause.predicates],
    ),
    ...predicates.map(single),
  ];
}

function spreadOut(alternatives: readonly AnyOf[], conditions: readonly AnyOf[]): Filter | undefined {
  const count = conditions.reduce((product, condition) => product * condition.length, alternatives.length);
  if (count > maxAlternatives) return undefined;
  const spread = conditions.reduce<readonly AnyOf[]>(
    (terms, condition) => terms.flatMap((term) => condition.map((predicate) => [...term, predicate])),
    alternatives,
  );
  return { type: 'or', clauses: spread.map((predicates) => ({ type: 'and', predicates })) };
}

function conjunction(clauses: readonly Clause[], predicates: readonly JsonObject[]): Filter {
  return {
    type: 'and',
    ...(clauses.length === 0 ? {} : { clauses }),
    ...(predicates.length === 0 ? {} : { predicates }),
  };
}
