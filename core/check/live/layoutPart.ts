/** A catalog that is checked item by item. */
import { lineBreakOf } from '../../text/edit.ts';
import type { Item, Layout, LiveText, Touched } from '../../text/live/index.ts';
import { documentKind } from '../fileKind.ts';
import type { Problem } from '../problem.ts';
import type { Reported } from '../report.ts';
import type { Around, Rule } from '../rule.ts';
import { runInCode, settle } from '../runRules.ts';
import { pieceFindings } from '../fixes/syntaxFixes.ts';
import { newCatalogData } from './catalogData.ts';
import { newDeclared } from './declared.ts';
import { newHeadRecord } from './headRecord.ts';
import { hasRivals, newItemRecord, problemsOf, takeNamesBack, tellNames, type ItemRecord } from './itemRecord.ts';
import { liveIndexes } from './liveIndexes.ts';
import type { Beginning, LayoutPart, LiveCatalog, Shared } from './part.ts';
import { pointedTo } from './pointers.ts';
import { fact, type Marked, type Reader } from './reader.ts';

/** Files with more syntax problems than this show no more of them, so they have to be seen together. */
const maxProblems = 200;

/** Undefined where the file has to be checked as a whole. */
export function openLayout(text: LiveText, shared: Shared): LayoutPart | undefined {
  const { draft, name: file } = text;
  if (draft === undefined || !isCatalog(file, draft)) return undefined;
  const records = new Map<Item, ItemRecord>();
  const byPlace: ReadonlyMap<Reader['place'], ItemRecord> = records;
  const [fresh, dirty] = [new Set<ItemRecord>(), new Set<ItemRecord>()];
  /** Those with findings, and those of them that are not in order yet. */
  const [withFindings, arrived] = [new Set<ItemRecord>(), new Set<ItemRecord>()];
  let ordered: readonly ItemRecord[] = [];
  const lineBreak = lineBreakOf(draft.head.source.text);
  const inFile = { file, lineBreak };
  const pointsTo = new Set<string>();
  let syntaxProblems = 0;
  let assembled: readonly Problem[] | undefined;

  const marked: Marked = {
    seen: 0,
    mark(reader: Reader): void {
      if (reader === head.record) head.isDirty = true;
      else {
        const record = byPlace.get(reader.place);
        if (record === reader && !fresh.has(record)) dirty.add(record);
      }
      assembled = undefined;
      shared.stale(file);
    },
  };
  const data = newCatalogData(text, records);
  const head = newHeadRecord(text, draft, lineBreak, marked, shared, {
    records,
    names: (queue, facts) => data.names(queue, facts),
    withoutQueues: () => data.withoutQueues,
    changed: (entry) => data.headChanged(entry),
    categoryChanged: (category) => declared.categoryChanged(category),
    matrixChanged: () => declared.matrixChanged(),
  });
  const indexes = liveIndexes(shared, head.catalog);
  const declared = newDeclared(shared, head.catalog, records);

  const add = (item: Item): ItemRecord => {
    const record = newItemRecord(item, inFile, marked);
    records.set(item, record);
    syntaxProblems += item.problems.length;
    tellNames(record, shared.cells);
    for (const key of data.add(record, head.catalog.facts)) shared.ledger.change(key, 1);
    return record;
  };
  const remove = (item: Item): void => {
    const record = records.get(item);
    if (record === undefined) return;
    records.delete(item);
    for (const set of [fresh, dirty, withFindings, arrived]) set.delete(record);
    syntaxProblems -= item.problems.length;
    if (record.findings.length > 0) assembled = undefined;
    takeNamesBack(record, shared.cells);
    for (const key of data.remove(record, head.catalog.facts)) shared.ledger.change(key, -1);
  };

  /** `meaning` are those about what the code says: only they point anywhere else. */
  const found = (record: ItemRecord, syntax: readonly Reported[], meaning: readonly Reported[]): void => {
    const findings = settle(record.place.text, syntax, meaning);
    if (record.findings.length > 0 || findings.length > 0) assembled = undefined;
    record.built = undefined;
    record.findings = findings;
    if (findings.length === 0) {
      record.points = false;
      withFindings.delete(record);
      arrived.delete(record);
      return;
    }
    if (!withFindings.has(record)) {
      withFindings.add(record);
      arrived.add(record);
    }
    const others = pointedTo(meaning, record.entry);
    record.points = others.length > 0;
    for (const entry of others) {
      if (entry.kind === 'head') shared.pointersTo(entry).add(record);
      if (entry.home.file !== file) pointsTo.add(entry.home.file);
    }
  };
  const isAround = (record: ItemRecord, what: Around): boolean => {
    if (what === 'rivals') return hasRivals(record);
    if (what === 'undeclared') return !declared.hasAll(record);
    return what === 'policy' ? shared.project?.policy !== undefined : shared.org !== undefined;
  };
  const checkItem = (record: ItemRecord): void => {
    const { place, entry } = record;
    const look = (rule: Rule): readonly Reported[] => runInCode(rule, entry, indexes);
    const meaning = shared.codeReads.all(
      record,
      look,
      shared.rulesFor(entry, (what) => isAround(record, what)),
    );
    const syntax = place.problems.length === 0 ? [] : pieceFindings(file, place.text, place.problems);
    found(record, syntax, meaning);
  };
  const checkAgain = (record: ItemRecord): void => {
    const { place, entry, findings } = record;
    if (place.problems.length > 0) checkItem(record);
    else {
      const meaning = shared.codeReads.again(record, findings, (rule) => runInCode(rule, entry, indexes));
      found(record, [], meaning);
    }
  };
  const checkWhatChanged = (): void => {
    if (head.check(indexes, pointsTo)) assembled = undefined;
    for (const record of fresh) checkItem(record);
    for (const record of dirty) checkAgain(record);
    fresh.clear();
    dirty.clear();
  };
  const assemble = (): readonly Problem[] => {
    const { before, after } = head.problems();
    ordered = inOrder(ordered, withFindings, arrived);
    arrived.clear();
    const all = [...before];
    for (const record of ordered) all.push(...problemsOf(record, shared.moves));
    all.push(...after);
    return all;
  };

  const readItems = (how: Beginning): boolean => {
    for (const item of draft.items()) {
      const record = add(item);
      // Others that say something about it later have it looked at again.
      if (how === 'check') checkItem(record);
      else fresh.add(record);
    }
    return text.layout !== undefined && syntaxProblems + head.syntaxProblems <= maxProblems;
  };

  function close(): void {
    // From the end, as nobody sees what stands behind the first uses of a name.
    for (const item of [...records.keys()].toReversed()) remove(item);
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
    queueUseAt: (key, before) => data.queueUseAt(key, before, head.catalog),
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
    begin(how) {
      head.open();
      const isOne = readItems(how);
      if (!isOne) close();
      return isOne;
    },
    change(touched: Touched): boolean {
      const now = text.layout;
      if (touched.kind === 'all' || now === undefined) return false;
      if (touched.head && (!isCatalog(file, now) || lineBreakOf(now.head.source.text) !== lineBreak)) return false;
      if (touched.head) assembled = undefined;
      const isOne = isOneInPlace(touched);
      const codes = isOne && data.saysSame(touched.removed[0], touched.added[0]);
      for (const item of touched.removed.toReversed()) remove(item);
      const isHeadOther = touched.head && head.change();
      for (const item of touched.added) fresh.add(add(item));
      if ((head.record.facts & fact.items) !== 0) head.isDirty = true;
      if (!codes || isHeadOther) shared.codesChanged();
      if (!isOne || isHeadOther || touched.removed[0]?.lines.count !== touched.added[0]?.lines.count) {
        assembled = undefined;
        shared.linesMoved(file);
      }
      shared.stale(file);
      return syntaxProblems + head.syntaxProblems <= maxProblems;
    },
    problems() {
      checkWhatChanged();
      return (assembled ??= assemble());
    },
    moved() {
      assembled = undefined;
    },
    queueChanged(key) {
      if (data.names(key, head.catalog.facts)) declared.queueChanged(key);
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

/** One item for another where it stood: several edits at once may take one out here and put one in there. */
function isOneInPlace({ removed, added }: Extract<Touched, { kind: 'items' }>): boolean {
  return removed.length === 1 && added.length === 1 && removed[0]?.line === added[0]?.line;
}

function isHarmless({ code }: { readonly code: string }): boolean {
  return code === 'unknown-tag';
}

function isCatalog(name: string, { head }: Pick<Layout, 'head'>): boolean {
  const [document] = head.source.documents;
  return document?.root !== undefined && documentKind(name, document.root) === 'WrapUpCatalog';
}

/** Puts what is new between those that are in order already. */
function inOrder(
  before: readonly ItemRecord[],
  chosen: ReadonlySet<ItemRecord>,
  arrived: ReadonlySet<ItemRecord>,
): readonly ItemRecord[] {
  const kept = before.filter((record) => chosen.has(record) && !arrived.has(record));
  if (arrived.size === 0) return kept;
  if (arrived.size > 8) return [...kept, ...arrived].toSorted((a, b) => a.place.index - b.place.index);
  for (const record of arrived) {
    const at = kept.findIndex(({ place }) => place.index > record.place.index);
    kept.splice(at === -1 ? kept.length : at, 0, record);
  }
  return kept;
}
