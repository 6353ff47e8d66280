/** Who read what: so that a change is told to those who asked, and to nobody else. */
import type { Cell } from './cells.ts';

/** What can be read that is one thing for a whole project, or for a catalog. */
export const fact = {
  project: 1,
  org: 2,
  now: 4,
  /** That some moment is past: only a clock that goes back makes it untrue. */
  past: 8,
  queueNames: 16,
  queuesAreKnown: 32,
  fullQueues: 64,
  catalogCodes: 128,
  /** Anything that any catalog says. */
  anything: 256,
  naming: 512,
  head: 1024,
  /** Whether there is a matrix. */
  matrix: 2048,
  /** Anything in the matrix. */
  categories: 4096,
  defaultQueues: 8192,
  division: 16_384,
  items: 32_768,
} as const;

/** A file whose entries read. */
export interface Marked {
  /** All facts that one of its entries ever read. */
  seen: number;
  mark(reader: Reader): void;
}

/** An entry, or a file that is checked as a whole. */
export interface Reader {
  /** Its place among the entries of the file, as they are now. */
  readonly place: { readonly index: number };
  /** Facts that were read. */
  facts: number;
  /** Cells that were asked, without those that hold a use of its own. */
  asked: Cell[];
  /** The first moment from now on whose passing was asked for. */
  until: number;
  /** Cells that hold a use of its own. */
  readonly own: readonly Cell[];
  /** What it belongs to. */
  readonly part: Marked;
}

const few = 10;
/** Never changed: the first cell makes another list. */
const noCells: Cell[] = [];

export function mark(reader: Reader): void {
  reader.part.mark(reader);
}

export interface Tracker {
  /** Nobody reads while nothing is checked. */
  current: Reader | undefined;
  /** True once anything was read since it was set to false. */
  hasRead: boolean;
}

export function newTracker(): Tracker {
  return { current: undefined, hasRead: false };
}

export function noteFact(tracker: Tracker, bit: number): void {
  if (tracker.current === undefined) return;
  tracker.hasRead = true;
  tracker.current.part.seen |= bit;
  tracker.current.facts |= bit;
}

export function noteCell(tracker: Tracker, cell: Cell): void {
  const reader = tracker.current;
  if (reader === undefined) return;
  tracker.hasRead = true;
  const { readers } = cell;
  if (readers === reader || reader.own.includes(cell)) return;
  if (readers === undefined) cell.readers = reader;
  else if (readers instanceof Set) {
    if (readers.has(reader)) return;
    readers.add(reader);
  } else cell.readers = new Set([readers, reader]);
  // Thousands of readers ask for a few cells each, and a list that grows keeps room for more.
  if (reader.asked.length < few) reader.asked = [...reader.asked, cell];
  else reader.asked.push(cell);
}

/** Forgets what a reader read: it is about to read again, or is gone. */
export function forgetReads(reader: Reader): void {
  for (const cell of reader.asked) {
    if (cell.readers === reader) cell.readers = undefined;
    else if (cell.readers instanceof Set && cell.readers.delete(reader) && cell.readers.size === 0)
      cell.readers = undefined;
  }
  reader.asked = noCells;
  reader.facts = 0;
  reader.until = Infinity;
}

export function markReaders({ readers }: Pick<Cell, 'readers'>): void {
  if (readers instanceof Set) for (const reader of readers) mark(reader);
  else if (readers !== undefined) mark(readers);
}

/** Marks those that read one of the facts. */
export function tell(readers: Iterable<Reader>, bits: number): void {
  for (const reader of readers) if ((reader.facts & bits) !== 0) mark(reader);
}
