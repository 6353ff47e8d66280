import type { Cell, Column, Row } from '../model.ts';
import { exactValue } from './exactValue.ts';
import { chunksOf, type RowWriter } from './rowWriter.ts';

/** An array of objects, one to a line. A field that the answer does not have is not there; `null` is `null`. */
export function jsonWriter(columns: readonly Column[]): RowWriter {
  const object = objectText(columns);
  let isFirst = true;
  return {
    begin: () => '[',
    rows(rows) {
      const text = rows.map((row, index) => `${isFirst && index === 0 ? '' : ','}\n  ${object(row)}`).join('');
      isFirst &&= rows.length === 0;
      return text;
    },
    end: () => (isFirst ? ']\n' : '\n]\n'),
  };
}

/** The same objects, each a line of its own. */
export function ndjsonWriter(columns: readonly Column[]): RowWriter {
  const object = objectText(columns);
  return {
    begin: () => '',
    rows: (rows) => rows.map((row) => `${object(row)}\n`).join(''),
    end: () => '',
  };
}

export function jsonChunks(columns: readonly Column[], rows: Iterable<Row>): Iterable<string> {
  return chunksOf(jsonWriter(columns), rows);
}

/** Written by hand so that no key is special: an object would take `__proto__` for something else. */
function objectText(columns: readonly Column[]): (row: Row) => string {
  const keys = columns.map(({ key, type }) => ({ type, name: `${JSON.stringify(key)}: ` }));
  return (row) => {
    const fields = keys.flatMap(({ name, type }, index) => {
      const cell: Cell = exactValue(row[index], type);
      return cell === undefined ? [] : [name + JSON.stringify(cell)];
    });
    return `{${fields.join(', ')}}`;
  };
}
