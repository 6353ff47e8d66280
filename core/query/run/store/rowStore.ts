import type { Cell, Column, Row } from '../model.ts';
import type { ColumnData, StoredColumn } from './columnData.ts';
import { createDictionaryColumn } from './dictionaryColumn.ts';
import { createNumberColumn } from './numberColumn.ts';
import { createTextColumn } from './textColumn.ts';

/** The rows of one result, column by column: a million of them fit into the memory of an extension host. */
export interface RowStore {
  readonly columns: readonly Column[];
  readonly length: number;
  /** Adds rows at the end. Throws `TypeError` for a cell that its column's type does not have. */
  append(rows: readonly Row[]): void;
  /** What was appended: `null` and `undefined` stay apart. `undefined` too where there is no such row or column. */
  cell(row: number, column: number): Cell;
  row(row: number): Row;
  /** For sorting and filtering; not to be kept beyond the next `append`. */
  data(column: number): ColumnData;
}

export function createRowStore(columns: readonly Column[]): RowStore {
  const stored = columns.map(storedColumn);
  let length = 0;
  const at = (index: number): StoredColumn => {
    const column = stored[index];
    if (!column) throw new RangeError(`There is no column ${index}.`);
    return column;
  };
  return {
    columns,
    get length() {
      return length;
    },
    append(rows) {
      for (const [index, column] of stored.entries()) for (const row of rows) column.push(row[index]);
      length += rows.length;
    },
    cell: (row, column) => (row < length ? stored[column]?.cell(row) : undefined),
    row: (row) => stored.map((column) => column.cell(row)),
    data: (column) => at(column).data(),
  };
}

function storedColumn({ key, type }: Column): StoredColumn {
  if (type === 'text') return createTextColumn(key);
  if (type === 'boolean') return createDictionaryColumn(key, 'boolean');
  return createNumberColumn(key);
}
