/**
 * What a filter must be beyond its model. No source tells how the API answers what is refused here (inferred):
 * it is refused so that a filter that selects nothing, or everything, by mistake does not go unseen.
 */
import type { Filter, Predicate, Range } from './filterModel.ts';
import type { ModelsByName } from '../validate.ts';
import { senseless } from './refusals.ts';

export type Side = 'dimension' | 'property' | 'metric';
const sides = ['dimension', 'metric', 'property'] as const;

/** The left sides that a filter's predicates have a field for; their `type` may name others. */
export function sidesOf(models: ModelsByName, filterModel: string): readonly Side[] {
  const predicates = models(filterModel)?.['predicates']?.type ?? '';
  const predicate = models(predicates.replace(/^array<(.+)>$/, '$1'));
  return sides.filter((side) => predicate?.[side] !== undefined);
}

/**
 * Throws for the first filter that makes no sense. `name` is the field that holds them, for example `segmentFilters`;
 * `allowed` are the sides that their predicates may have.
 */
export function requireSense(filters: readonly Filter[] | undefined, name: string, allowed: readonly Side[]): void {
  filters?.forEach((filter, index) => requireFilter(filter, `${name}[${index}]`, allowed));
}

export function requireFilter(filter: Filter, path: string, allowed: readonly Side[]): void {
  const { clauses = [], predicates = [] } = filter;
  if (clauses.length === 0 && predicates.length === 0) {
    throw senseless(path, 'A filter needs clauses or predicates.');
  }
  clauses.forEach((clause, index) => {
    const at = `${path}.clauses[${index}].predicates`;
    if (clause.predicates.length === 0) throw senseless(at, 'A clause needs predicates.');
    clause.predicates.forEach((predicate, place) => requirePredicate(predicate, `${at}[${place}]`, allowed));
  });
  predicates.forEach((predicate, place) => requirePredicate(predicate, `${path}.predicates[${place}]`, allowed));
}

/** The left side that the predicate means: its type, or else the one that it names. */
export function sideOf(predicate: Predicate): Side {
  if (predicate.type) return predicate.type;
  if (predicate.metric !== undefined) return 'metric';
  return predicate.property === undefined ? 'dimension' : 'property';
}

function requirePredicate(predicate: Predicate, path: string, allowed: readonly Side[]): void {
  const side = sideOf(predicate);
  if (!allowed.includes(side)) throw senseless(path, `A predicate of this filter has no ${side}.`);
  for (const other of sides) {
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

function requireRightSide(predicate: Predicate, side: Side, path: string): void {
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
