/** Uses of all kinds in catalogs that are read as a whole. */
import type { CodeEntry } from '../entry.ts';
import { enough, type DeclaredQueue, type QueueUse, type Use } from './indexes.ts';
import type { Catalog } from './catalogsIn.ts';
import { namesOf, queuesOf, type HeadFacts, type KeyedUse } from './usesOf.ts';

/** In the order of the catalogs. */
export interface Uses {
  readonly names: ReadonlyMap<string, readonly Use[]>;
  readonly codes: ReadonlyMap<string, readonly Use[]>;
  readonly formerly: ReadonlyMap<string, readonly Use[]>;
  readonly queues: ReadonlyMap<string, readonly DeclaredQueue[]>;
  /** Codes that are on a queue, one use per code. */
  readonly queueUses: ReadonlyMap<string, readonly QueueUse[]>;
}

export function usesIn(catalogs: readonly Catalog[]): Uses {
  const uses = {
    names: new Map<string, Use[]>(),
    codes: new Map<string, Use[]>(),
    formerly: new Map<string, Use[]>(),
    queues: new Map<string, DeclaredQueue[]>(),
    queueUses: new Map<string, QueueUse[]>(),
  };
  for (const { head, facts, codes } of catalogs) {
    for (const declared of facts.declared) add(uses.queues, declared);
    for (const code of codes) {
      for (const kind of ['names', 'codes', 'formerly'] as const)
        for (const use of namesOf(code, kind)) add(uses[kind], use);
      for (const use of queueUsesOf(code, { head, facts })) add(uses.queueUses, use);
    }
  }
  return uses;
}

/** The queues that a code is on, by its own list or by the catalog's. */
export function queueUsesOf(
  code: CodeEntry,
  { head, facts }: { readonly head: Catalog['head']; readonly facts: HeadFacts },
): readonly KeyedUse<QueueUse>[] {
  const own = queuesOf(code);
  const [named, entry] = own === 'default' ? [facts.defaultQueues?.named ?? [], head] : [own, code];
  return named.map(({ key, text, span }) => ({ key, use: { text, span, entry, code, head } }));
}

function add<U extends Use>(index: Map<string, U[]>, { key, use }: KeyedUse<U>): void {
  const uses = index.get(key);
  if (uses === undefined) index.set(key, [use]);
  else uses.push(use);
}

/** The first ones of several lists. */
export function firstOf<U extends Use>(...lists: readonly (readonly U[])[]): readonly U[] {
  const [own = [], ...others] = lists.filter((list) => list.length > 0);
  if (others.length === 0) return own.length <= enough ? own : own.slice(0, enough);
  return [own, ...others].flatMap((list) => list.slice(0, enough)).slice(0, enough);
}
