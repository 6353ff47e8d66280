/**
 * What a filter must be beyond its model. No source tells how the API answers what is refused here (inferred):
 * it is refused so that a filter that selects nothing, or everything, by mistake does not go unseen.
 */
import type { Filter, Predicate, Range } from './filterModel.ts';
import { senseless } from './refusals.ts';

/** Throws for the first filter that makes no sense. `name` is the field that holds them, for example `segmentFilters`. */
export function requireSense(filters: readonly Filter[] | undefined, name: string): void {
  filters?.forEach((filter, index) => requireFilter(filter, `${name}[${index}]`));
}

export function requireFilter(filter: Filter, path: string): void {
  const { clauses = [], predicates = [] } = filter;
  if (clauses.length === 0 && predicates.length === 0) {
    throw senseless(path, 'A filter needs clauses or predicates.');
  }
  clauses.forEach((clause, index) => {
    const at = `${path}.clauses[${index}].predicates`;
    if (clause.predicates.length === 0) throw senseless(at, 'A clause needs predicates.');
    clause.predicates.forEach((predicate, place) => requirePredicate(predicate, `${at}[${place}]`));
  });
  predicates.forEach((predicate, place) => requirePredicate(predicate, `${path}.predicates[${place}]`));
}

/** The left side that the predicate means: its type, or else the one that it names. */
export function sideOf(predicate: Predicate): 'dimension' | 'property' | 'metric' {
  if (predicate.type) return predicate.type;
  if (predicate.metric !== undefined) return 'metric';
  return predicate.property === undefined ? 'dimension' : 'property';
}

function requirePredicate(predicate: Predicate, path: string): void {
  const side = sideOf(predicate);
  for (const other of ['dimension', 'metric', 'property'] as const) {
    if (other === side && predicate[other] === undefined) {
      throw senseless(`${path}.${other}`, `A predicate of type ${side} needs a ${other}.`);
    }
    if (other !== side && predicate[other] !== undefined) {
      throw senseless(`${path}.${other}`, `A predicate of type ${side} has no ${other}.`);
    }
  }
  if (side === 'property' && predicate.propertyType === undefined) {
    throw senseless(`${path}.propertyType`, 'A predicate of type property needs a propertyType.');
  }
  requireRightSide(predicate, side, path);
}

function requireRightSide(predicate: Predicate, side: string, path: string): void {
  const { operator = 'matches', value, range } = predicate;
  const given = [value, range].filter((one) => one !== undefined).length;
  if (operator !== 'matches') {
    if (given > 0) throw senseless(path, `A predicate with ${operator} has neither value nor range.`);
    return;
  }
  if (given !== 1) throw senseless(path, 'A predicate with matches needs either a value or a range.');
  if (side === 'metric' && value !== undefined) throw senseless(`${path}.value`, 'A metric is matched by a range.');
  if (range) requireBounds(range, `${path}.range`);
}

function requireBounds(range: Range, path: string): void {
  const { gt, gte, lt, lte } = range;
  if ([gt, gte, lt, lte].every((bound) => bound === undefined)) throw senseless(path, 'A range needs a bound.');
  if (gt !== undefined && gte !== undefined) throw senseless(path, 'A range has gt or gte, not both.');
  if (lt !== undefined && lte !== undefined) throw senseless(path, 'A range has lt or lte, not both.');
}
