/** The head of a catalog that is checked item by item. */
import type { Draft, Item, LiveText } from '../../text/live/index.ts';
import type { Span } from '../../text/position.ts';
import type { SourceFile, SyntaxProblem } from '../../text/tree.ts';
import { headEntry, type HeadEntry } from '../entry.ts';
import type { Home } from '../home.ts';
import type { Indexes } from '../indexes/indexes.ts';
import { checkKind } from '../kind.ts';
import type { Problem } from '../problem.ts';
import { problemOf, type Reported } from '../report.ts';
import { runInHead, settle } from '../runRules.ts';
import { pieceFindings } from '../fixes/syntaxFixes.ts';
import { headFacts, type HeadFacts } from '../indexes/usesOf.ts';
import { newCell, type Cell, type Owner } from './cells.ts';
import { changedCategories, changedFacts, changedQueues, namesQueuesOtherwise } from './headChanges.ts';
import type { ItemRecord } from './itemRecord.ts';
import type { CatalogNow } from './liveIndexes.ts';
import type { Shared } from './part.ts';
import { pointedTo } from './pointers.ts';
import { fact, forgetReads, mark, markReaders, tell, type Marked } from './reader.ts';

export interface HeadRecord {
  readonly record: Owner;
  /** What others say about it changed. */
  isDirty: boolean;
  readonly syntaxProblems: number;
  readonly isSound: boolean;
  readonly catalog: CatalogNow;
  /** Tells the project what the head says. */
  open(): void;
  /** Reads the head again after an edit of it. True where more than the last item of it is another text. */
  change(): boolean;
  close(): void;
  /** Brings the findings up to date; true where they may be others. */
  check(indexes: Indexes, pointsTo: Set<string>): boolean;
  /** Those that stand above the items, and those below. */
  problems(): { readonly before: readonly Problem[]; readonly after: readonly Problem[] };
}

export interface Items {
  readonly records: ReadonlyMap<Item, ItemRecord>;
  /** True for queues that items are on. */
  names(queue: string, facts: HeadFacts): boolean;
  /** How many codes are on the default queues. */
  withoutQueues(): number;
  changed(head: HeadEntry): void;
  /** Has those look again that are in a category, or in any, without having asked. */
  categoryChanged(category: string): void;
  matrixChanged(): void;
}

/** A head as it is written now. */
interface Read {
  readonly entry: HeadEntry;
  readonly facts: HeadFacts;
  /** Where the last item stands in its text. */
  readonly lastItem: Span;
  readonly problems: readonly SyntaxProblem[];
  /** Its text without the last item. */
  readonly own: string;
}

export function newHeadRecord(
  text: LiveText,
  draft: Draft,
  lineBreak: string,
  part: Marked,
  shared: Shared,
  items: Items,
): HeadRecord {
  const file = text.name;
  const { cells, ledger } = shared;
  const home: Home = {
    file,
    lineBreak,
    rangeOf(span) {
      const head = text.layout?.head;
      if (head === undefined) throw new Error(`${file} has no layout.`);
      const { start, end } = head.source.lines.rangeOf(span);
      return { start: head.toFile(start), end: head.toFile(end) };
    },
  };
  const own: Cell[] = [];
  const record: Owner = {
    file,
    place: { index: -1 },
    part,
    own,
    facts: 0,
    asked: [],
    until: Infinity,
  };
  const categoryCells = new Map<string, Cell>();
  let read = readHead(file, draft, home);
  let findings: readonly Reported[] | undefined;
  let isDirty = false;

  const declare = ({ declared }: HeadFacts): void => {
    own.length = 0;
    for (const [nth, { key, use }] of declared.entries()) own.push(cells.queues.add(key, use, record, nth, 'silently'));
  };
  const takeBack = ({ declared }: HeadFacts): void => {
    for (const { key } of declared) cells.queues.remove(key, record, 'silently');
  };
  /** Codes of this catalog that have no queues of their own are on its default ones. */
  const count = ({ defaultQueues }: HeadFacts, by: 1 | -1): void => {
    const codes = items.withoutQueues();
    if (codes > 0) for (const { key } of defaultQueues?.named ?? []) ledger.change(key, by * codes);
  };

  return {
    record,
    open() {
      declare(read.facts);
      for (const { key } of read.facts.declared) cells.queues.touch(key);
    },
    get isDirty() {
      return isDirty;
    },
    set isDirty(value) {
      isDirty = value;
    },
    get syntaxProblems() {
      return read.problems.length;
    },
    get isSound() {
      return read.problems.every(({ code }) => code === 'unknown-tag');
    },
    catalog: {
      file,
      categoryCells,
      get head() {
        return read.entry;
      },
      get facts() {
        return read.facts;
      },
      names: (queue) => items.names(queue, read.facts) || read.facts.declared.some(({ key }) => key === queue),
      codeEntries(limit) {
        const list = text.layout?.items ?? [];
        return list.length > limit ? undefined : list.flatMap((item) => items.records.get(item)?.entry ?? []);
      },
    },
    change() {
      const before = read;
      const same = withLastItem(before, text);
      if (same !== undefined) {
        read = same;
        return false;
      }
      read = readHead(file, headNow(text), home);
      findings = undefined;
      items.changed(read.entry);
      for (const reader of shared.pointersTo(before.entry)) mark(reader);
      const bits = changedFacts(before.facts, read.facts);
      if ((part.seen & bits) !== 0) tell(items.records.values(), bits);
      for (const category of changedCategories(before.facts.matrix, read.facts.matrix)) {
        markReaders(categoryCells.get(category) ?? newCell());
        items.categoryChanged(category);
      }
      if ((bits & fact.matrix) !== 0) items.matrixChanged();
      count(before.facts, -1);
      count(read.facts, 1);
      takeBack(before.facts);
      declare(read.facts);
      for (const key of changedQueues(before.facts, read.facts)) cells.queues.touch(key);
      if (namesQueuesOtherwise(before.facts, read.facts)) shared.tell(fact.queueNames);
      if (before.facts.queuesAreKnown !== read.facts.queuesAreKnown) shared.tell(fact.queuesAreKnown);
      return before.own !== read.own;
    },
    close() {
      for (const reader of shared.pointersTo(read.entry)) mark(reader);
      for (const { key } of read.facts.declared) cells.queues.touch(key);
      takeBack(read.facts);
      forgetReads(record);
    },
    check(indexes, pointsTo) {
      const { entry } = read;
      const look = (rule: Parameters<typeof runInHead>[0]): readonly Reported[] => runInHead(rule, entry, indexes);
      let meaning: readonly Reported[];
      if (findings === undefined || (isDirty && read.problems.length > 0)) {
        meaning = [...kindFindings(text), ...shared.headReads.all(record, look)];
        const syntax = read.problems.length === 0 ? [] : pieceFindings(file, entry.text, read.problems);
        findings = settle(entry.text, syntax, meaning);
      } else if (isDirty) {
        meaning = shared.headReads.again(record, findings, look);
        findings = settle(entry.text, [], meaning);
      } else return false;
      isDirty = false;
      // What is said about the YAML points nowhere else.
      for (const other of pointedTo(meaning, entry)) {
        if (other.kind === 'head') shared.pointersTo(other).add(record);
        if (other.home.file !== file) pointsTo.add(other.home.file);
      }
      return true;
    },
    problems() {
      const place = ({ span }: Reported): number =>
        span.start < read.lastItem.start ? -1 : isIn(read.lastItem, span.start) ? 0 : 1;
      const build = (list: readonly Reported[]): readonly Problem[] => list.map((finding) => problemOf(home, finding));
      const all = findings ?? [];
      return {
        before: build(all.filter((finding) => place(finding) < 0)),
        after: build(all.filter((finding) => place(finding) > 0)),
      };
    },
  };
}

/** A head and the last item, which is in it. */
type HeadNow = Pick<Draft, 'head' | 'last'>;

function headNow(text: LiveText): HeadNow {
  const head = text.layout?.head;
  const last = text.layout?.items.at(-1);
  if (head === undefined || last === undefined) throw new Error(`${text.name} has no layout.`);
  return { head, last };
}

function readHead(file: string, now: HeadNow, home: Home): Read {
  const { source } = now.head;
  const root = source.documents[0]?.root;
  if (root === undefined) throw new Error(`${file} has no head.`);
  const entry = headEntry({ text: source.text, home }, root);
  const lastItem = lastItemIn(file, now);
  const problems = ownProblems(source, lastItem);
  return { entry, facts: headFacts(entry, problems), lastItem, problems, own: ownText(source, lastItem) };
}

/** The same head with another last item, where that is all that changed and nothing stands behind it: most typing is done there. */
function withLastItem(before: Read, text: LiveText): Read | undefined {
  const now = headNow(text);
  const { source } = now.head;
  const lastItem = lastItemIn(text.name, now);
  const isEnd = before.lastItem.end === Infinity && lastItem.end === Infinity;
  if (!isEnd || before.problems.length > 0) return undefined;
  if (before.own !== ownText(source, lastItem) || ownProblems(source, lastItem).length > 0) return undefined;
  return { ...before, lastItem };
}

function ownText({ text }: SourceFile, { start, end }: Span): string {
  return text.slice(0, start) + text.slice(end);
}

/** The problems of the last item are its own. */
function ownProblems({ problems }: SourceFile, lastItem: Span): readonly SyntaxProblem[] {
  return problems.filter(({ span }) => !isIn(lastItem, span.start));
}

function lastItemIn(file: string, { head, last }: HeadNow): Span {
  const line = head.fromFile({ line: last.line, character: 0 });
  if (line === undefined) throw new Error(`${file} has no items.`);
  const start = head.source.lines.offsetAt(line);
  const end = start + last.text.length;
  return { start, end: end === head.source.text.length ? Infinity : end };
}

function isIn({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset < end;
}

function kindFindings(text: LiveText): readonly Reported[] {
  const head = text.layout?.head;
  return head?.source.documents.flatMap((document) => checkKind(head.source, document)) ?? [];
}
