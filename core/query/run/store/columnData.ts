/** How the cells of one column lie in memory, for those who sort, filter and read them in bulk. */
import type { Cell } from '../model.ts';

export interface NumberData {
  readonly kind: 'numbers';
  /** Longer than the column; a row without a number has 0 here and says so in `absences`. */
  readonly values: Float64Array;
  readonly absences: Absences;
}

/** Few distinct values: a code for each row. `entries[NULL]` is `null` and `entries[MISSING]` is `undefined`. */
export interface DictionaryData {
  readonly kind: 'dictionary';
  readonly codes: Uint16Array;
  readonly entries: readonly Cell[];
}

/** Many distinct texts: those of `BLOCK_ROWS` rows lie one after the other in one string. */
export interface BlockData {
  readonly kind: 'blocks';
  readonly blocks: readonly TextBlock[];
  readonly absences: Absences;
}

export type ColumnData = NumberData | DictionaryData | BlockData;

export interface TextBlock {
  readonly text: string;
  /** Where the text of each row ends in `text`. */
  readonly ends: Uint32Array;
}

export const NULL = 0;
export const MISSING = 1;

const BLOCK_BITS = 13;
export const BLOCK_ROWS = 1 << BLOCK_BITS;

/** Which rows of a column have no value, and whether it is `null` or missing. */
export interface Absences {
  /** Undefined where the row has a value. */
  at(row: number): typeof NULL | typeof MISSING | undefined;
}

/** One column: cells are added at its end. */
export interface StoredColumn {
  push(cell: Cell): void;
  cell(row: number): Cell;
  /** As it is now; not to be kept beyond the next `push`. */
  data(): ColumnData;
}

export const cellOfAbsence = (absence: typeof NULL | typeof MISSING): null | undefined =>
  absence === NULL ? null : undefined;

/** Where the text of a row begins and ends in its block. */
export function textAt(blocks: readonly TextBlock[], row: number): string {
  const block = blocks[row >>> BLOCK_BITS];
  const index = row & (BLOCK_ROWS - 1);
  return block?.text.slice(index === 0 ? 0 : block.ends[index - 1], block.ends[index]) ?? '';
}
