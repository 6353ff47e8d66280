/** The view that rules get of one catalog of a file that is read as a whole. */
import type { Catalog } from './catalogsIn.ts';
import { field } from '../entry.ts';
import type { CheckContext, DeclaredQueue, FullQueue, Indexes, QueueUse, Use, UseIndex } from './indexes.ts';
import { newSuggest } from '../suggest.ts';
import { uniqueNames } from './uniqueNames.ts';
import { firstOf, usesIn } from './useIndex.ts';

/** One for each catalog of a file, in their order. */
export function catalogIndexes(catalogs: readonly Catalog[], context: CheckContext): readonly Indexes[] {
  const { elsewhere } = context;
  const uses = usesIn(catalogs);
  const declared = catalogs.flatMap(({ facts }) => facts.declared);
  const shared = {
    names: joined(uses.names, elsewhere?.names),
    codes: joined(uses.codes, elsewhere?.codes),
    formerly: joined(uses.formerly, elsewhere?.formerly),
    queues: joined<DeclaredQueue>(uses.queues, elsewhere?.queues),
    queuesAreKnown: catalogs.every(({ facts }) => facts.queuesAreKnown) && elsewhere?.queuesAreKnown !== false,
    queueNames: uniqueNames([...declared.map(({ use }) => use.text), ...(elsewhere?.queueNames ?? [])]),
    fullQueues: (limit: number): readonly FullQueue[] =>
      [...new Set([...declared.map(({ key }) => key), ...uses.queueUses.keys()])].toSorted().flatMap((key) => {
        const mine = uses.queueUses.get(key) ?? [];
        const count = mine.length + (elsewhere?.queueCount(key) ?? 0);
        if (count <= limit) return [];
        const extra = inOrder(mine, elsewhere?.queueUses(key) ?? [])[limit];
        return extra === undefined ? [] : [{ key, count, extra }];
      }),
    suggest: newSuggest(),
    isPast: (moment: number) => moment < context.now,
    context,
  };
  return catalogs.map(({ head, facts, codes }) => ({
    ...shared,
    head,
    matrix: field(head, 'categories'),
    categories: facts.matrix,
    defaultQueues: facts.defaultQueues?.texts,
    hasDivision: facts.hasDivision,
    naming: facts.naming ?? context.project?.naming ?? 'portable',
    codeEntries: (limit: number) => (codes.length > limit ? undefined : codes),
  }));
}

function joined<U extends Use>(own: ReadonlyMap<string, readonly U[]>, others: UseIndex<U> | undefined): UseIndex<U> {
  return { get: (key) => firstOf(own.get(key) ?? [], others?.get(key) ?? []) };
}

/** Both in the order of the files they are in. */
function inOrder(own: readonly QueueUse[], others: readonly QueueUse[]): readonly QueueUse[] {
  const file = own[0]?.code.home.file;
  if (file === undefined || others.length === 0) return own.length === 0 ? others : own;
  const before = others.filter(({ code }) => code.home.file < file);
  return [...before, ...own, ...others.slice(before.length)];
}
