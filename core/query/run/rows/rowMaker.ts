/** From what a row stands for to its cells, in the order of the columns. */
import type { OutputPlan } from '../../compile/model.ts';
import type { Cell, Column, Row } from '../model.ts';
import { SEPARATOR } from './cells.ts';
import { fitted } from './fitted.ts';
import type { Look } from './look.ts';

interface SourceColumn<T> extends Column {
  readonly cell: (source: T, look: Look) => Cell;
}

export interface RowMaker<T> {
  /** Nothing for a row that `output.exclude` drops. */
  make(source: T): Row | undefined;
  /** How many were dropped so far. */
  readonly excluded: number;
  /** How many cells were left without their value so far, since it is none of the column's type. */
  readonly unreadable: number;
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
    return { column, isUnwanted: matcherOf(values) };
  });
  let excluded = 0;
  let unreadable = 0;
  return {
    make(source) {
      if (unwanted.some(({ column, isUnwanted }) => isUnwanted(fitted(column.cell(source, look), column.type)))) {
        excluded++;
        return undefined;
      }
      return chosen.map((column) => {
        const given = column.cell(source, look);
        const cell = fitted(given, column.type);
        if (cell === undefined && given !== undefined) unreadable++;
        return cell;
      });
    },
    get excluded() {
      return excluded;
    },
    get unreadable() {
      return unreadable;
    },
  };
}

/**
 * A cell that stands for several values is dropped for any of them. YAML may read a text such as `101` as a number, and
 * a number may be written as a text: what the column holds decides.
 */
function matcherOf(values: OutputPlan['exclude'][string]): (cell: Cell) => boolean {
  const texts = new Set(values.map(String));
  const numbers = new Set([...texts].filter((text) => text.trim() !== '').map(Number));
  return (cell) => {
    if (cell === null || cell === undefined) return false;
    if (typeof cell === 'number') return numbers.has(cell);
    const text = String(cell);
    return texts.has(text) || text.split(SEPARATOR).some((part) => texts.has(part));
  };
}
