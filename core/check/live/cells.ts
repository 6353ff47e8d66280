/** Uses of names by their normalised text, over all catalogs of a project, and who looked at them. */
import { enough, type DeclaredQueue, type Use } from '../indexes/indexes.ts';
import type { NameKind } from '../indexes/usesOf.ts';
import { mark, markReaders, noteCell, type Reader, type Tracker } from './reader.ts';

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

/** There are tens of thousands of them, nearly all with one use or one reader. */
export interface Cell<U extends Use = Use> {
  /** In the order of files and places. */
  uses: Placed<U>[];
  readers: Reader | Set<Reader> | undefined;
}

export function newCell<U extends Use>(): Cell<U> {
  return { uses: none, readers: undefined };
}

/** Never changed: the first use makes another list. */
const none: never[] = [];

export interface Cells<U extends Use = Use> {
  /** The cell, for the owner to remember. `silently`: whoever has to know is told with `touch`. */
  add(key: string, use: U, owner: Owner, nth: number, how?: 'silently'): Cell<U>;
  /** Takes out the uses of an owner. */
  remove(key: string, owner: Owner, how?: 'silently'): void;
  /** Has everybody look again who saw the uses of a key. */
  touch(key: string): void;
  /** Uses as one file sees them: its own, then those of others where it has others. */
  seenFrom(file: string, key: string, isAlone: boolean): readonly U[];
  /** True where `seenFrom` gives some. Nobody is noted for having asked. */
  isSeen(file: string, key: string, isAlone: boolean): boolean;
  /** Those of other files. */
  besides(file: string, key: string): readonly U[];
}

export type AllCells = Readonly<Record<NameKind, Cells>> & {
  readonly queues: Cells<DeclaredQueue>;
  /** Takes the uses of an owner out of one of the cells, and has everybody look again who saw them. */
  takeOut(cell: Cell, owner: Owner): void;
};

/** `queueChanged` is told of queues about which something else is declared. */
export function newAllCells(tracker: Tracker, queueChanged: (key: string) => void): AllCells {
  const sweeper = newSweeper();
  return {
    names: newCells(tracker, sweeper),
    codes: newCells(tracker, sweeper),
    formerly: newCells(tracker, sweeper),
    queues: newCells(tracker, sweeper, queueChanged),
    takeOut(cell, owner) {
      takeOut(cell, owner, undefined);
      if (isUnused(cell)) sweeper.count();
    },
  };
}

interface Sweeper {
  add(cells: Map<string, Cell>): void;
  /** One more is not needed any more. */
  count(): void;
}

/**
 * Cells that nobody needs are kept for a while: a key that is taken out and put in again with every character that is
 * typed would leave a trail in the map, and each look at it would walk along the trail.
 */
function newSweeper(): Sweeper {
  const all: Map<string, Cell>[] = [];
  let unused = 0;
  return {
    add: (cells) => void all.push(cells),
    count() {
      unused++;
      if (unused < 500 + all.reduce((sum, { size }) => sum + size, 0) / 8) return;
      unused = 0;
      for (const cells of all) for (const [key, cell] of cells) if (isUnused(cell)) cells.delete(key);
    },
  };
}

function newCells<U extends Use>(
  tracker: Tracker,
  sweeper: Sweeper,
  changed: (key: string) => void = () => undefined,
): Cells<U> {
  const cells = new Map<string, Cell<U>>();
  sweeper.add(cells);
  const cellOf = (key: string): Cell<U> => {
    const known = cells.get(key);
    if (known !== undefined) return known;
    const cell = newCell<U>();
    cells.set(key, cell);
    return cell;
  };
  /** Asking for a key that nobody uses makes a cell only where somebody waits for the answer to change. */
  const asked = (key: string): Cell<U> | undefined => {
    const cell = tracker.current === undefined ? cells.get(key) : cellOf(key);
    if (cell !== undefined) noteCell(tracker, cell);
    return cell;
  };
  return {
    add(key, use, owner, nth, how) {
      const cell = cellOf(key);
      const placed = { use, owner, nth };
      const at = placeOf(cell.uses, placed);
      if (cell.uses.length === 0) cell.uses = [placed];
      else cell.uses.splice(at, 0, placed);
      if (how === undefined) {
        tellOf(cell, at);
        changed(key);
      }
      return cell;
    },
    remove(key, owner, how) {
      const cell = cells.get(key);
      if (cell === undefined) return;
      takeOut(cell, owner, how);
      if (how === undefined) changed(key);
      if (isUnused(cell)) sweeper.count();
    },
    touch(key) {
      changed(key);
      const cell = cells.get(key);
      if (cell === undefined) return;
      markReaders(cell);
      for (const { owner } of cell.uses) mark(owner);
    },
    seenFrom(file, key, isAlone) {
      const uses = asked(key)?.uses ?? [];
      const [first] = uses;
      if (first === undefined) return [];
      if (uses.length === 1) return isAlone && first.owner.file !== file ? [] : [first.use];
      const own: U[] = [];
      const others: U[] = [];
      // A thousand uses of one name are each asked for all of them: no further than what is seen.
      for (const { owner, use } of uses) {
        if (owner.file === file) own.push(use);
        else if (!isAlone && others.length < enough) others.push(use);
        if (own.length === enough) return own;
      }
      return [...own, ...others].slice(0, enough);
    },
    isSeen(file, key, isAlone) {
      const uses = cells.get(key)?.uses ?? none;
      return uses.length > 0 && (!isAlone || uses.some(({ owner }) => owner.file === file));
    },
    besides(file, key) {
      const uses = asked(key)?.uses ?? [];
      return uses.flatMap(({ owner, use }) => (owner.file === file ? [] : [use])).slice(0, enough);
    },
  };
}

function tellOf({ uses, readers }: Cell, at: number): void {
  // Nobody sees what stands behind the first ones of its own file.
  const owner = uses[at]?.owner;
  if (at >= enough && uses[at - enough]?.owner.file === owner?.file) return;
  markReaders({ readers });
  for (const use of uses) if (use.owner !== owner) mark(use.owner);
}

/** The uses of an owner stand in a row. */
function takeOut(cell: Cell, owner: Owner, how: 'silently' | undefined): void {
  const last = cell.uses.findLastIndex((placed) => placed.owner === owner);
  for (let at = last; at >= 0 && cell.uses[at]?.owner === owner; at--) {
    if (how === undefined) tellOf(cell, at);
    if (cell.uses.length === 1) cell.uses = none;
    else cell.uses.splice(at, 1);
  }
}

function isUnused({ uses, readers }: Cell): boolean {
  return uses.length === 0 && readers === undefined;
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
