/** The cells that the view has at hand, and the asking for those it has not. Rows stay with the extension. */
import type { CellRange, ToView, ViewCell } from './messages.ts';

/** Rows are kept and asked for in blocks, so that scrolling by a row asks for nothing. */
export const BLOCK = 128;
/** How many blocks are kept. More than two screens of a very tall window. */
export const BLOCKS_KEPT = 24;

type WindowAnswer = Extract<ToView, { readonly type: 'window' }>;

interface Block {
  /** Where a column is in each of the rows. */
  readonly places: ReadonlyMap<string, number>;
  readonly rows: readonly (readonly ViewCell[])[];
}

export interface Windows {
  /** Forgets everything: the rows are others, or in another order. */
  reset(version: number): void;
  /** Asks for what is not at hand of these rows, unless it is on its way. The latest question wins. */
  want(range: CellRange, length: number): void;
  /** Keeps what came. @returns whether it was of use */
  accept(answer: WindowAnswer): boolean;
  /** A row's cells by column; undefined while they are on their way. */
  row(row: number): ((column: string) => ViewCell | undefined) | undefined;
  readonly busy: boolean;
  readonly version: number;
}

/** @param ask sends the question under this id */
export function createWindows(ask: (id: number, range: CellRange) => void): Windows {
  let blocks = new Map<number, Block>();
  let version = -1;
  let lastId = 0;
  let asked: CellRange | undefined;

  const has = (at: number, columns: readonly string[], length: number) => {
    const block = blocks.get(at);
    return (
      block !== undefined &&
      block.rows.length >= Math.min(BLOCK, length - at * BLOCK) &&
      columns.every((key) => block.places.has(key))
    );
  };
  const touch = (at: number) => {
    const block = blocks.get(at);
    if (!block) return;
    blocks.delete(at);
    blocks.set(at, block);
  };

  return {
    reset(next) {
      version = next;
      blocks = new Map();
      asked = undefined;
    },
    want({ fromRow, toRow, columns }, length) {
      const last = Math.min(toRow, length);
      if (fromRow >= last || columns.length === 0) return;
      const seen = blocksOf(fromRow, last);
      seen.forEach(touch);
      const missing = seen.filter((at) => !has(at, columns, length));
      const [first, final] = [missing.at(0), missing.at(-1)];
      if (first === undefined || final === undefined) {
        asked = undefined;
        return;
      }
      const range = { fromRow: first * BLOCK, toRow: Math.min((final + 1) * BLOCK, length), columns };
      if (asked && covers(asked, range)) return;
      asked = range;
      ask(++lastId, range);
    },
    accept(answer) {
      if (answer.version !== version || answer.fromRow % BLOCK !== 0 || answer.cells.length === 0) return false;
      if (answer.id === lastId) asked = undefined;
      const places = new Map(answer.columns.map((key, place) => [key, place]));
      for (let start = 0; start < answer.cells.length; start += BLOCK) {
        const at = (answer.fromRow + start) / BLOCK;
        blocks.delete(at);
        blocks.set(at, { places, rows: answer.cells.slice(start, start + BLOCK) });
      }
      for (const at of [...blocks.keys()].slice(0, Math.max(0, blocks.size - BLOCKS_KEPT))) blocks.delete(at);
      return true;
    },
    row(row) {
      const block = blocks.get(Math.floor(row / BLOCK));
      const cells = block?.rows[row % BLOCK];
      if (!block || !cells) return undefined;
      return (column) => cells[block.places.get(column) ?? -1];
    },
    get busy() {
      return asked !== undefined;
    },
    get version() {
      return version;
    },
  };
}

/** The numbers of the blocks that hold these rows. */
function blocksOf(fromRow: number, toRow: number): readonly number[] {
  const first = Math.floor(fromRow / BLOCK);
  return Array.from({ length: Math.ceil(toRow / BLOCK) - first }, (_, at) => first + at);
}

const covers = (outer: CellRange, inner: CellRange) =>
  outer.fromRow <= inner.fromRow &&
  outer.toRow >= inner.toRow &&
  inner.columns.every((key) => outer.columns.includes(key));
