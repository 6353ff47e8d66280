/** A catalog that is checked item by item. */
import { lineBreakOf } from '../../text/edit.ts';
import type { Item, Layout, LiveText, Touched } from '../../text/live/index.ts';
import { documentKind } from '../fileKind.ts';
import type { Problem } from '../problem.ts';
import type { Reported } from '../report.ts';
import { runInCode, settle } from '../runRules.ts';
import { pieceFindings } from '../syntaxFixes.ts';
import { newCatalogData } from './catalogData.ts';
import { newHeadRecord } from './headRecord.ts';
import { newItemRecord, problemsOf, takeNamesBack, tellNames, type ItemRecord } from './itemRecord.ts';
import { liveIndexes } from './liveIndexes.ts';
import type { LiveCatalog, Part, Shared } from './part.ts';
import { pointedTo } from './pointers.ts';
import { fact, type Marked, type Reader } from './reader.ts';

/** Files with more syntax problems than this show no more of them, so they have to be seen together. */
const maxProblems = 200;

/** Undefined where the file has to be checked as a whole. */
export function openLayout(text: LiveText, shared: Shared): Part | undefined {
  const { layout, name: file } = text;
  if (layout === undefined || !isCatalog(file, layout)) return undefined;
  const records = new Map<Item, ItemRecord>();
  const byPlace: ReadonlyMap<Reader['place'], ItemRecord> = records;
  const [fresh, dirty, withFindings] = [new Set<ItemRecord>(), new Set<ItemRecord>(), new Set<ItemRecord>()];
  const lineBreak = lineBreakOf(layout.head.source.text);
  const pointsTo = new Set<string>();
  let syntaxProblems = 0;
  let assembled: readonly Problem[] | undefined;

  const marked: Marked = {
    seen: 0,
    mark(reader: Reader): void {
      if (reader === head.record) head.isDirty = true;
      else {
        const record = byPlace.get(reader.place);
        if (record === reader) dirty.add(record);
      }
      assembled = undefined;
      shared.stale(file);
    },
  };
  const data = newCatalogData(text, records);
  const head = newHeadRecord(text, lineBreak, marked, shared, {
    records,
    names: (queue, facts) => data.names(queue, facts),
    withoutQueues: () => data.withoutQueues,
    changed: (entry) => data.headChanged(entry),
  });
  const indexes = liveIndexes(shared, head.catalog);

  const add = (item: Item): void => {
    const record = newItemRecord(file, lineBreak, item, marked);
    records.set(item, record);
    fresh.add(record);
    syntaxProblems += item.problems.length;
    tellNames(record, shared.cells);
    for (const key of data.add(record, head.catalog.facts)) shared.ledger.change(key, 1);
  };
  const remove = (item: Item): void => {
    const record = records.get(item);
    if (record === undefined) return;
    records.delete(item);
    for (const set of [fresh, dirty, withFindings]) set.delete(record);
    syntaxProblems -= item.problems.length;
    takeNamesBack(record, shared.cells);
    for (const key of data.remove(record, head.catalog.facts)) shared.ledger.change(key, -1);
  };

  const found = (record: ItemRecord, findings: readonly Reported[]): void => {
    record.built = undefined;
    record.findings = findings;
    if (findings.length === 0) {
      record.points = false;
      withFindings.delete(record);
      return;
    }
    withFindings.add(record);
    const others = pointedTo(findings, record.entry);
    record.points = others.length > 0;
    for (const entry of others) {
      if (entry.kind === 'head') shared.pointersTo(entry).add(record);
      if (entry.home.file !== file) pointsTo.add(entry.home.file);
    }
  };
  const checkItem = (record: ItemRecord): void => {
    const { place, entry } = record;
    const meaning = shared.codeReads.all(record, (rule) => runInCode(rule, entry, indexes));
    const syntax = place.problems.length === 0 ? [] : pieceFindings(file, place.text, place.problems);
    found(record, settle(place.text, syntax, meaning));
  };
  const checkAgain = (record: ItemRecord): void => {
    const { place, entry, findings } = record;
    if (place.problems.length > 0) checkItem(record);
    else {
      const meaning = shared.codeReads.again(record, findings, (rule) => runInCode(rule, entry, indexes));
      found(record, settle(place.text, [], meaning));
    }
  };
  const checkWhatChanged = (): void => {
    head.check(indexes, pointsTo);
    for (const record of fresh) checkItem(record);
    for (const record of dirty) if (!fresh.has(record)) checkAgain(record);
    fresh.clear();
    dirty.clear();
  };
  const assemble = (): readonly Problem[] => {
    const { before, after } = head.problems();
    const inItems = inOrder(withFindings, records, text.layout?.items ?? []).flatMap((record) =>
      problemsOf(record, shared.moves),
    );
    return [...before, ...inItems, ...after];
  };

  head.open();
  for (const item of layout.items) add(item);
  if (syntaxProblems + head.syntaxProblems > maxProblems) {
    close();
    return undefined;
  }

  function close(): void {
    for (const item of records.keys()) remove(item);
    head.close();
  }

  const catalog: LiveCatalog = {
    get head() {
      return head.catalog.head;
    },
    get facts() {
      return head.catalog.facts;
    },
    queueUses: (key) => data.queueUses(key, head.catalog),
    queueCount: (key) => data.queueCount(key, head.catalog.facts),
    value: () => data.value(head.catalog.head),
    counts: () => data.counts(head.catalog.head),
  };
  return {
    file,
    get seen() {
      return marked.seen;
    },
    catalogs: [catalog],
    pointsTo,
    close,
    change(touched: Touched): boolean {
      const now = text.layout;
      if (touched.kind === 'all' || now === undefined) return false;
      if (touched.head && (!isCatalog(file, now) || lineBreakOf(now.head.source.text) !== lineBreak)) return false;
      assembled = undefined;
      const counted = touched.removed.length === 1 && touched.added.length === 1;
      const codes = counted && data.saysSame(touched.removed[0], touched.added[0]);
      for (const item of touched.removed) remove(item);
      if (touched.head) head.change();
      for (const item of touched.added) add(item);
      if ((head.record.facts & fact.items) !== 0) head.isDirty = true;
      if (!codes || touched.head) shared.codesChanged();
      const isInPlace = counted && !touched.head && touched.removed[0]?.lines.count === touched.added[0]?.lines.count;
      if (!isInPlace) shared.linesMoved(file);
      shared.stale(file);
      return syntaxProblems + head.syntaxProblems <= maxProblems;
    },
    problems() {
      if (assembled !== undefined) return assembled;
      checkWhatChanged();
      return (assembled = assemble());
    },
    moved() {
      assembled = undefined;
    },
    readers: {
      *[Symbol.iterator]() {
        yield head.record;
        yield* records.values();
      },
    },
    get knowsQueues() {
      return head.catalog.facts.queuesAreKnown;
    },
    get isSound() {
      return head.isSound && [...records.keys()].every(({ problems }) => problems.every(isHarmless));
    },
  };
}

function isHarmless({ code }: { readonly code: string }): boolean {
  return code === 'unknown-tag';
}

function isCatalog(name: string, { head }: Layout): boolean {
  const [document] = head.source.documents;
  return document?.root !== undefined && documentKind(name, document.root) === 'WrapUpCatalog';
}

/** A few are sorted; many are picked out of all items. */
function inOrder(
  chosen: ReadonlySet<ItemRecord>,
  records: ReadonlyMap<Item, ItemRecord>,
  items: readonly Item[],
): readonly ItemRecord[] {
  if (chosen.size < items.length / 16) return [...chosen].toSorted((a, b) => a.place.index - b.place.index);
  return items.flatMap((item) => {
    const record = records.get(item);
    return record !== undefined && chosen.has(record) ? [record] : [];
  });
}
