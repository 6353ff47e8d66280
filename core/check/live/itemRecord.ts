/** An item of `codes` as the check keeps it: what it says to others, and what was found in it. */
import type { Item } from '../../text/live/index.ts';
import type { Problem } from '../problem.ts';
import { problemOf, type Reported } from '../report.ts';
import { namesOf, type NameKind } from '../indexes/usesOf.ts';
import type { AllCells, Cell, Owner } from './cells.ts';
import { ItemEntry, type ItemFile } from './itemEntry.ts';
import { forgetReads, type Marked } from './reader.ts';

export interface ItemRecord extends Owner {
  readonly place: Item;
  readonly entry: ItemEntry;
  own: readonly Cell[];
  /** The keys of the queues that the code is on. */
  queues: readonly string[] | 'default';
  /** Its category, where it was found to name only what is declared. */
  category: string | undefined;
  /** In offsets of the item. */
  findings: readonly Reported[];
  /** True where findings name places in other entries. */
  points: boolean;
  built: Built | undefined;
}

interface Built {
  readonly problems: readonly Problem[];
  readonly line: number;
  readonly moves: number;
}

const nothing: readonly Reported[] = [];
const noKeys: readonly string[] = [];
const noCells: readonly Cell[] = [];
/** Never changed: the first cell makes another list. */
const noneAsked: Cell[] = [];
const kinds: readonly NameKind[] = ['names', 'codes', 'formerly'];

export function newItemRecord(item: Item, inFile: ItemFile, part: Marked): ItemRecord {
  return {
    file: inFile.file,
    place: item,
    entry: new ItemEntry(item, inFile),
    part,
    queues: noKeys,
    category: undefined,
    own: noCells,
    facts: 0,
    asked: noneAsked,
    until: Infinity,
    findings: nothing,
    points: false,
    built: undefined,
  };
}

/** Tells the project the names of an item. */
export function tellNames(record: ItemRecord, cells: AllCells): void {
  const own: Cell[] = [];
  for (const kind of kinds) {
    let nth = 0;
    for (const { key, use } of namesOf(record.entry, kind)) own.push(cells[kind].add(key, use, record, nth++));
  }
  // A list that grows keeps room for more.
  record.own = own.slice();
}

/** True where another code has one of its names, too. Whoever comes later has this one looked at again. */
export function hasRivals({ own }: ItemRecord): boolean {
  return own.some(({ uses }) => uses.length > 1);
}

/** Takes the names back. The record is not used any more. */
export function takeNamesBack(record: ItemRecord, cells: AllCells): void {
  for (const cell of new Set(record.own)) cells.takeOut(cell, record);
  forgetReads(record);
}

/** The problems of an item where it stands now; the same objects while nothing about them moves. */
export function problemsOf(record: ItemRecord, moves: number): readonly Problem[] {
  const { built, place, entry, findings, points } = record;
  if (built?.line === place.line && (!points || built.moves === moves)) return built.problems;
  const problems = findings.map((finding) => problemOf(entry.home, finding));
  record.built = { problems, line: place.line, moves };
  return problems;
}
