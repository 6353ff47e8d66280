/** An item of `codes` as the check keeps it. */
import type { Item } from '../../text/live/index.ts';
import { codeEntry, type CodeEntry } from '../entry.ts';
import type { Problem } from '../problem.ts';
import { problemOf, type Reported } from '../report.ts';
import { namesOf, queuesOf, type NameKind, type NamedQueue } from '../usesOf.ts';
import type { AllCells, Cell, Owner } from './cells.ts';
import { forgetReads, type Marked } from './reader.ts';

export interface ItemRecord extends Owner {
  readonly place: Item;
  readonly entry: CodeEntry;
  readonly own: Cell[];
  readonly queues: readonly NamedQueue[] | 'default';
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
const kinds: readonly NameKind[] = ['names', 'codes', 'formerly'];

export function newItemRecord(file: string, lineBreak: string, item: Item, part: Marked): ItemRecord {
  const home = {
    file,
    lineBreak,
    rangeOf: (span: { readonly start: number; readonly end: number }) => {
      const { start, end } = item.lines.rangeOf(span);
      return {
        start: { line: start.line + item.line, character: start.character },
        end: { line: end.line + item.line, character: end.character },
      };
    },
  };
  const entry = codeEntry({ text: item.text, home }, item.node);
  return {
    file,
    place: item,
    entry,
    part,
    queues: queuesOf(entry),
    own: [],
    facts: 0,
    asked: [],
    until: Infinity,
    findings: nothing,
    points: false,
    built: undefined,
  };
}

/** Tells the project the names of an item. */
export function tellNames(record: ItemRecord, cells: AllCells): void {
  for (const kind of kinds)
    for (const [nth, { key, use }] of namesOf(record.entry, kind).entries())
      record.own.push(cells[kind].add(key, use, record, nth));
}

/** Takes the names back. The record is not used any more. */
export function takeNamesBack(record: ItemRecord, cells: AllCells): void {
  for (const kind of kinds) for (const { key } of namesOf(record.entry, kind)) cells[kind].remove(key, record);
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
