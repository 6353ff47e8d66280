/** What the catalogs of a project say to each other, where all of them are read as a whole. */
import { catalogsIn, knowsQueues, type Catalog } from '../check/indexes/catalogsIn.ts';
import type { Elsewhere, QueueUse, Use, UseIndex } from '../check/indexes/indexes.ts';
import { firstOf, usesIn } from '../check/indexes/useIndex.ts';
import { uniqueNames } from '../check/indexes/uniqueNames.ts';
import type { SourceFile } from '../text/tree.ts';

/** For each file, by its name, what all the others say. `sources` are the project's catalogs, `undefined` for one that could not be read. */
export function elsewhereIn(sources: readonly (SourceFile | undefined)[]): (file: string) => Elsewhere {
  const read = sources
    .filter((source) => source !== undefined)
    .toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const catalogs = read.flatMap(catalogsIn);
  const uses = usesIn(catalogs);
  const isMissing = read.length < sources.length;
  return (file) => {
    const others = <U extends Use>(list: readonly U[] = []): readonly U[] =>
      list.filter(({ entry }) => entry.home.file !== file);
    const indexOf = <U extends Use>(index: ReadonlyMap<string, readonly U[]>): UseIndex<U> => ({
      get: (key) => firstOf(others(index.get(key))),
    });
    return {
      names: indexOf(uses.names),
      codes: indexOf(uses.codes),
      formerly: indexOf(uses.formerly),
      queues: indexOf(uses.queues),
      queueNames: uniqueNames(declaredBeside(catalogs, file)),
      queuesAreKnown: !isMissing && read.every((source) => source.name === file || knowsQueues(source)),
      queueCount: (key) => others(uses.queueUses.get(key)).length,
      queueUses: (key): readonly QueueUse[] => others(uses.queueUses.get(key)),
    };
  };
}

function declaredBeside(catalogs: readonly Catalog[], file: string): readonly string[] {
  return catalogs.flatMap(({ head, facts }) =>
    head.home.file === file ? [] : facts.declared.map(({ use }) => use.text),
  );
}
