/** From what a row stands for to its cells, in the order of the columns. */
import type { OutputPlan } from '../../compile/model.ts';
import type { Cell, Column, Row } from '../model.ts';
import { SEPARATOR } from './cells.ts';
import type { Look } from './look.ts';

interface SourceColumn<T> extends Column {
  readonly cell: (source: T, look: Look) => Cell;
}

export interface RowMaker<T> {
  /** Nothing for a row that `output.exclude` drops. */
  make(source: T): Row | undefined;
  /** How many were dropped so far. */
  readonly excluded: number;
}

/** `all` are the columns that a row can have: one may be excluded by without being shown. Throws an Error for others. */
export function createRowMaker<T>(
  chosen: readonly SourceColumn<T>[],
  all: ReadonlyMap<string, SourceColumn<T>>,
  exclude: OutputPlan['exclude'],
  look: Look,
): RowMaker<T> {
  const unwanted = Object.entries(exclude).map(([key, values]) => {
    const column = all.get(key);
    if (column === undefined)
      throw new Error(`There is no column "${key}" in these rows. Take another name under \`output.exclude\`.`);
    return { column, values: new Set(values) };
  });
  let excluded = 0;
  return {
    make(source) {
      if (unwanted.some(({ column, values }) => hasOne(column.cell(source, look), values))) {
        excluded++;
        return undefined;
      }
      return chosen.map((column) => column.cell(source, look));
    },
    get excluded() {
      return excluded;
    },
  };
}

/** A cell that stands for several values is dropped for any of them. */
function hasOne(cell: Cell, values: ReadonlySet<Cell>): boolean {
  if (values.has(cell)) return true;
  return typeof cell === 'string' && cell.split(SEPARATOR).some((part) => values.has(part));
}
