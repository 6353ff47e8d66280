/** What an edit of a head changes for others. */
import type { Matrix } from '../indexes/indexes.ts';
import type { HeadFacts } from '../indexes/usesOf.ts';
import { fact } from './reader.ts';

/** The facts of a catalog that are others now, for its own codes. */
export function changedFacts(before: HeadFacts, after: HeadFacts): number {
  let bits = fact.head;
  if (before.naming !== after.naming) bits |= fact.naming;
  if (before.hasDivision !== after.hasDivision) bits |= fact.division;
  if (!isSameList(before.defaultQueues?.texts, after.defaultQueues?.texts)) bits |= fact.defaultQueues;
  if ((before.matrix === undefined) !== (after.matrix === undefined)) bits |= fact.matrix;
  if (
    !isSameList(before.matrix?.names, after.matrix?.names) ||
    changedCategories(before.matrix, after.matrix).length > 0
  )
    bits |= fact.categories;
  return bits;
}

/** Categories that are new, gone, or list other subcategories. */
export function changedCategories(before: Matrix | undefined, after: Matrix | undefined): readonly string[] {
  const names = new Set([...(before?.names ?? []), ...(after?.names ?? [])]);
  return [...names].filter(
    (name) => before?.has(name) !== after?.has(name) || !isSameSet(before?.get(name), after?.get(name)),
  );
}

/** Keys of queues whose declarations say something else, wherever they stand now. */
export function changedQueues(before: HeadFacts, after: HeadFacts): readonly string[] {
  const [old, now] = [before, after].map(saidOf);
  return [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])].filter(
    (key) => old?.get(key) !== now?.get(key),
  );
}

/** True where the names of the declared queues, as written and in their order, are others. */
export function namesQueuesOtherwise(before: HeadFacts, after: HeadFacts): boolean {
  return !isSameList(
    before.declared.map(({ use }) => use.text),
    after.declared.map(({ use }) => use.text),
  );
}

function saidOf({ declared }: HeadFacts): ReadonlyMap<string, string> {
  const said = new Map<string, string>();
  for (const { key, use } of declared)
    said.set(key, `${said.get(key) ?? ''}${JSON.stringify([use.text, use.prompt?.value])}`);
  return said;
}

function isSameList(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.length === b.length && a.every((text, at) => text === b[at]);
}

function isSameSet(a: ReadonlySet<string> | undefined, b: ReadonlySet<string> | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return isSameList([...a], [...b]);
}
