/** Makes a filter into a test. */
import type { Filter, Predicate } from './filterModel.ts';

export type Test<Item> = (item: Item) => boolean;

/** Clauses and predicates of a filter stand side by side: its type joins them all. */
export function filterTest<Item>(filter: Filter, testOf: (predicate: Predicate) => Test<Item>): Test<Item> {
  const clauses = (filter.clauses ?? []).map((clause) => joined(clause.type, clause.predicates.map(testOf)));
  return joined(filter.type, [...clauses, ...(filter.predicates ?? []).map(testOf)]);
}

function joined<Item>(type: 'and' | 'or', tests: readonly Test<Item>[]): Test<Item> {
  return type === 'and' ? (item) => tests.every((test) => test(item)) : (item) => tests.some((test) => test(item));
}
