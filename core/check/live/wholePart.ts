/** A file that is checked as a whole: a query, a project file, a catalog that cannot be read in pieces. */
import type { WrapUpCatalog } from '../../contract/generated/files.ts';
import type { LiveText } from '../../text/live/index.ts';
import { newCatalogFacts, type CatalogFacts } from '../indexes/catalogFacts.ts';
import { catalogsIn, knowsQueues, type Catalog } from '../indexes/catalogsIn.ts';
import { valueOf } from '../indexes/catalogValue.ts';
import { check } from '../check.ts';
import type { Use } from '../indexes/indexes.ts';
import type { Problem } from '../problem.ts';
import { usesIn } from '../indexes/useIndex.ts';
import { namesOf, type NameKind } from '../indexes/usesOf.ts';
import type { Cells, Owner } from './cells.ts';
import type { LiveCatalog, Part, Shared } from './part.ts';
import { forgetReads, type Marked, type Reader } from './reader.ts';

const kinds: readonly NameKind[] = ['names', 'codes', 'formerly'];

/** `takesPart` is true for the catalogs of a project. */
export function openWhole(text: LiveText, shared: Shared, takesPart: boolean): Part {
  const file = text.name;
  let problems: readonly Problem[] | undefined;
  const part: Marked = {
    seen: 0,
    mark(): void {
      problems = undefined;
      shared.stale(file);
    },
  };
  const reader: Reader = { place: { index: 0 }, part, own: [], facts: 0, asked: [], until: Infinity };
  const told = takesPart ? tellAll(text, shared, part) : tellsNothing;
  const pointsTo = new Set<string>();

  return {
    file,
    readers: [reader],
    get seen() {
      return part.seen;
    },
    pointsTo,
    catalogs: told.catalogs,
    change: () => false,
    close() {
      forgetReads(reader);
      told.takeBack();
    },
    problems() {
      if (problems !== undefined) return problems;
      forgetReads(reader);
      const outer = shared.tracker.current;
      shared.tracker.current = reader;
      try {
        problems = check(text.source(), shared.contextFor(file));
      } finally {
        shared.tracker.current = outer;
      }
      for (const { related = [] } of problems) for (const place of related) if (place.file) pointsTo.add(place.file);
      return problems;
    },
    moved() {
      problems = undefined;
    },
    // All its entries ask.
    queueChanged: () => undefined,
    knowsQueues: told.knowsQueues,
    isSound: told.isSound,
  };
}

/** What a file told the project when it was opened. */
interface Told extends Pick<Part, 'catalogs' | 'knowsQueues' | 'isSound'> {
  takeBack(): void;
}

const tellsNothing: Told = { catalogs: [], knowsQueues: true, isSound: true, takeBack: () => undefined };

/** Tells the project what the catalogs of a file say. */
function tellAll(text: LiveText, { cells, ledger }: Shared, part: Marked): Told {
  const undo: (() => void)[] = [];
  let index = 0;
  const owner = (): Owner => ({
    file: text.name,
    place: { index: index++ },
    part,
    own: [],
    facts: 0,
    asked: [],
    until: Infinity,
  });
  const put = <U extends Use>(list: Cells<U>, key: string, use: U, by: Owner, nth: number): void => {
    list.add(key, use, by, nth);
    undo.push(() => list.remove(key, by));
  };
  const source = text.source();
  const catalogs = catalogsIn(source);
  for (const { facts, codes } of catalogs) {
    const head = owner();
    for (const [nth, { key, use }] of facts.declared.entries()) put(cells.queues, key, use, head, nth);
    for (const code of codes) {
      const by = owner();
      for (const kind of kinds)
        for (const [nth, { key, use }] of namesOf(code, kind).entries()) put(cells[kind], key, use, by, nth);
    }
  }
  for (const [key, { length }] of usesIn(catalogs).queueUses) {
    ledger.change(key, length);
    undo.push(() => ledger.change(key, -length));
  }
  return {
    catalogs: catalogs.map(liveCatalog),
    knowsQueues: knowsQueues(source),
    isSound: source.problems.every(({ code }) => code === 'unknown-tag'),
    takeBack() {
      for (const step of undo) step();
    },
  };
}

function liveCatalog(catalog: Catalog): LiveCatalog {
  const { head, facts, codes } = catalog;
  const { queueUses } = usesIn([catalog]);
  let counted: CatalogFacts | undefined;
  return {
    head,
    facts,
    queueUses: (key) => queueUses.get(key) ?? [],
    queueUseAt: (key, before) => queueUses.get(key)?.[before],
    queueCount: (key) => queueUses.get(key)?.length ?? 0,
    value: (): WrapUpCatalog | undefined => valueOf(catalog),
    counts() {
      if (counted !== undefined) return counted;
      counted = newCatalogFacts(head.home.file);
      counted.setHead(head.node);
      for (const { node } of codes) counted.add(node);
      return counted;
    },
  };
}
