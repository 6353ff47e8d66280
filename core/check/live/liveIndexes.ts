/** What the rules of one catalog may know, kept up to date, with a note of who read what. */
import type { CodeEntry, HeadEntry } from '../entry.ts';
import { field } from '../entry.ts';
import type { FullQueue, Indexes, Matrix, QueueUse, Use, UseIndex } from '../indexes/indexes.ts';
import { newSuggest } from '../suggest.ts';
import type { HeadFacts } from '../indexes/usesOf.ts';
import { newCell, type Cell, type Cells } from './cells.ts';
import type { LiveCatalog, Shared } from './part.ts';
import { smallestLimit } from './queueLedger.ts';
import { fact, noteCell, noteFact } from './reader.ts';

export interface CatalogNow {
  readonly file: string;
  readonly head: HeadEntry;
  readonly facts: HeadFacts;
  readonly categoryCells: Map<string, Cell>;
  /** True for queues that the file declares or has codes on. */
  names(queue: string): boolean;
  codeEntries(limit: number): readonly CodeEntry[] | undefined;
}

export function liveIndexes(shared: Shared, catalog: CatalogNow): Indexes {
  const { tracker, cells } = shared;
  const { file } = catalog;
  const index = <U extends Use>(of: Cells<U>): UseIndex<U> => ({
    get: (key) => of.seenFrom(file, key, shared.isAlone),
  });
  const [names, codes, formerly, queues] = [
    index(cells.names),
    index(cells.codes),
    index(cells.formerly),
    index(cells.queues),
  ];
  const matrix = liveMatrix(shared, catalog);
  return {
    names,
    codes,
    formerly,
    queues,
    get queuesAreKnown() {
      noteFact(tracker, fact.queuesAreKnown);
      return shared.queuesAreKnown(file);
    },
    get queueNames() {
      noteFact(tracker, fact.queueNames);
      return shared.queueNames(file);
    },
    fullQueues(limit) {
      noteFact(tracker, fact.fullQueues);
      return fullQueues(shared, catalog, limit);
    },
    suggest: newSuggest(),
    get categories() {
      noteFact(tracker, fact.matrix);
      return catalog.facts.matrix && matrix;
    },
    get defaultQueues() {
      noteFact(tracker, fact.defaultQueues);
      return catalog.facts.defaultQueues?.texts;
    },
    get hasDivision() {
      noteFact(tracker, fact.division);
      return catalog.facts.hasDivision;
    },
    get naming() {
      noteFact(tracker, fact.naming);
      return catalog.facts.naming ?? shared.project?.naming ?? 'portable';
    },
    isPast(moment) {
      const isOver = moment < shared.now;
      noteFact(tracker, fact.past);
      if (!isOver && tracker.current !== undefined) {
        tracker.current.until = Math.min(tracker.current.until, moment);
        shared.until = Math.min(shared.until, moment);
      }
      return isOver;
    },
    codeEntries(limit) {
      noteFact(tracker, fact.items);
      return catalog.codeEntries(limit);
    },
    get head() {
      noteFact(tracker, fact.head);
      return catalog.head;
    },
    get matrix() {
      noteFact(tracker, fact.head);
      return field(catalog.head, 'categories');
    },
    context: shared.contextFor(file),
  };
}

function liveMatrix({ tracker }: Shared, catalog: CatalogNow): Matrix {
  const ask = (category: string): Matrix | undefined => {
    if (tracker.current !== undefined) {
      const cell = catalog.categoryCells.get(category) ?? newCell();
      catalog.categoryCells.set(category, cell);
      noteCell(tracker, cell);
    }
    return catalog.facts.matrix;
  };
  return {
    has: (category) => ask(category)?.has(category) === true,
    get: (category) => ask(category)?.get(category),
    get names() {
      noteFact(tracker, fact.categories);
      return catalog.facts.matrix?.names ?? [];
    },
    ownersOf(subcategory) {
      noteFact(tracker, fact.categories);
      return catalog.facts.matrix?.ownersOf(subcategory) ?? [];
    },
  };
}

function fullQueues(shared: Shared, catalog: CatalogNow, limit: number): readonly FullQueue[] {
  if (limit < smallestLimit) throw new RangeError(`No queue is counted up to ${limit}.`);
  const { parts, isAlone } = shared;
  const seen = parts.filter((part) => !isAlone || part.file === catalog.file).flatMap((part) => part.catalogs);
  return [...shared.ledger.full]
    .filter((key) => catalog.names(key))
    .toSorted()
    .flatMap((key) => {
      const count = seen.reduce((total, one) => total + one.queueCount(key), 0);
      const extra = count > limit ? useAt(seen, key, limit) : undefined;
      return extra === undefined ? [] : [{ key, count, extra }];
    });
}

function useAt(catalogs: readonly LiveCatalog[], key: string, wanted: number): QueueUse | undefined {
  let before = wanted;
  for (const catalog of catalogs) {
    const count = catalog.queueCount(key);
    if (before < count) return catalog.queueUseAt(key, before);
    before -= count;
  }
  return undefined;
}
