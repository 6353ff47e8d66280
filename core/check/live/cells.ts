/** Uses of names by their normalised text, over all catalogs of a project, and who looked at them. */
import { enough, type DeclaredQueue, type Use } from '../indexes.ts';
import type { NameKind } from '../usesOf.ts';
import { mark, noteCell, type Reader, type Tracker } from './reader.ts';

/** Where a use stands: comparable within a project. */
export interface Owner extends Reader {
  readonly file: string;
}

interface Placed<U extends Use = Use> {
  readonly use: U;
  readonly owner: Owner;
  /** Its place among the uses of its owner. */
  readonly nth: number;
}

export interface Cell<U extends Use = Use> {
  /** In the order of files and places. */
  readonly uses: Placed<U>[];
  readers: Set<Reader> | undefined;
}

export interface Cells<U extends Use = Use> {
  /** The cell, for the owner to remember. `silently`: whoever has to know is told with `touch`. */
  add(key: string, use: U, owner: Owner, nth: number, how?: 'silently'): Cell<U>;
  /** Takes out the uses of an owner. */
  remove(key: string, owner: Owner, how?: 'silently'): void;
  /** Has everybody look again who saw the uses of a key. */
  touch(key: string): void;
  /** Uses as one file sees them: its own, then those of others where it has others. */
  seenFrom(file: string, key: string, isAlone: boolean): readonly U[];
  /** Those of other files. */
  besides(file: string, key: string): readonly U[];
}

export type AllCells = Readonly<Record<NameKind, Cells>> & { readonly queues: Cells<DeclaredQueue> };

export function newAllCells(tracker: Tracker): AllCells {
  return { names: newCells(tracker), codes: newCells(tracker), formerly: newCells(tracker), queues: newCells(tracker) };
}

function newCells<U extends Use>(tracker: Tracker): Cells<U> {
  const cells = new Map<string, Cell<U>>();
  const cellOf = (key: string): Cell<U> => {
    const known = cells.get(key);
    if (known !== undefined) return known;
    const cell: Cell<U> = { uses: [], readers: undefined };
    cells.set(key, cell);
    return cell;
  };
  let unused = 0;
  /**
   * Cells that nobody needs are kept for a while: a key that is taken out and put in again with every character that is
   * typed would leave a trail in the map, and each look at it would walk along the trail.
   */
  const sweepAfter = (more: number): void => {
    unused += more;
    if (unused < 500 + cells.size / 4) return;
    unused = 0;
    for (const [key, cell] of cells) if (isUnused(cell)) cells.delete(key);
  };
  /** Asking for a key that nobody uses makes a cell only where somebody waits for the answer to change. */
  const asked = (key: string): Cell<U> | undefined => {
    const cell = tracker.current === undefined ? cells.get(key) : cellOf(key);
    if (cell !== undefined) noteCell(tracker, cell);
    return cell;
  };
  const tellOf = (cell: Cell<U>, at: number): void => {
    // Nobody sees what stands behind the first ones of its own file.
    const owner = cell.uses[at]?.owner;
    if (at >= enough && cell.uses[at - enough]?.owner.file === owner?.file) return;
    for (const reader of cell.readers ?? []) mark(reader);
    for (const use of cell.uses) if (use.owner !== owner) mark(use.owner);
  };
  return {
    add(key, use, owner, nth, how) {
      const cell = cellOf(key);
      const placed = { use, owner, nth };
      const at = placeOf(cell.uses, placed);
      cell.uses.splice(at, 0, placed);
      if (how === undefined) tellOf(cell, at);
      return cell;
    },
    remove(key, owner, how) {
      const cell = cells.get(key);
      if (cell === undefined) return;
      for (let at = cell.uses.length - 1; at >= 0; at--) {
        if (cell.uses[at]?.owner !== owner) continue;
        if (how === undefined) tellOf(cell, at);
        cell.uses.splice(at, 1);
      }
      if (isUnused(cell)) sweepAfter(1);
    },
    touch(key) {
      const cell = cells.get(key);
      for (const reader of cell?.readers ?? []) mark(reader);
      for (const { owner } of cell?.uses ?? []) mark(owner);
    },
    seenFrom(file, key, isAlone) {
      const uses = asked(key)?.uses ?? [];
      const [first] = uses;
      if (first === undefined) return [];
      if (uses.length === 1) return isAlone && first.owner.file !== file ? [] : [first.use];
      const own = uses.filter(({ owner }) => owner.file === file);
      const others = isAlone || own.length === uses.length ? [] : uses.filter(({ owner }) => owner.file !== file);
      return [...own.slice(0, enough), ...others.slice(0, enough)].slice(0, enough).map(({ use }) => use);
    },
    besides(file, key) {
      const uses = asked(key)?.uses ?? [];
      return uses.flatMap(({ owner, use }) => (owner.file === file ? [] : [use])).slice(0, enough);
    },
  };
}

function isUnused({ uses, readers }: Cell): boolean {
  return uses.length === 0 && (readers === undefined || readers.size === 0);
}

function placeOf(uses: readonly Placed[], placed: Placed): number {
  let low = 0;
  let high = uses.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = uses[middle];
    if (other !== undefined && compare(other, placed) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function compare(a: Placed, b: Placed): number {
  if (a.owner.file !== b.owner.file) return a.owner.file < b.owner.file ? -1 : 1;
  return a.owner.place.index - b.owner.place.index || a.nth - b.nth;
}
