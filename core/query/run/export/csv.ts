import { stringify } from 'csv-stringify/sync';
import type { Cell, Column, Row } from '../model.ts';
import { exactValue } from './exactValue.ts';
import { chunksOf, type RowWriter } from './rowWriter.ts';

export interface CsvOptions {
  /** Default true: a text that a spreadsheet would take for a formula begins with an apostrophe. */
  readonly formulaSafe?: boolean;
  /** Default false: a byte order mark, by which Excel knows UTF-8. */
  readonly bom?: boolean;
  /** Default `\r\n`, as RFC 4180 has it; line tools want `\n`. */
  readonly lineEnd?: '\r\n' | '\n';
}

/** What a spreadsheet may begin a formula with; Excel and others take the full-width forms for the same. */
const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/**
 * RFC 4180 with a heading for each column: its key, and the unit of a duration. Texts and instants are quoted, numbers
 * and booleans are not, so an empty text (`""`) is not a missing one. `null` and missing are both nothing: CSV has no
 * second way to say it. In a file of one column they are empty texts.
 */
export function csvWriter(columns: readonly Column[], options: CsvOptions = {}): RowWriter {
  const { formulaSafe = true, bom = false, lineEnd = '\r\n' } = options;
  const written = (records: readonly (readonly Cell[])[]): string =>
    stringify([...records], {
      record_delimiter: lineEnd,
      quoted_string: true,
      cast: { boolean: String, string: formulaSafe ? (text) => (FORMULA.test(text) ? `'${text}` : text) : String },
    });
  return {
    begin: () => (bom ? '\uFEFF' : '') + written([columns.map(csvHeading)]),
    rows: (rows) =>
      written(rows.map((row) => unlessBlank(columns.map(({ type }, index) => exactValue(row[index], type))))),
    end: () => '',
  };
}

/** A record of one column without a value would be an empty line, which many readers leave out: it has an empty text. */
const unlessBlank = (record: readonly Cell[]): readonly Cell[] =>
  record.length === 1 && (record[0] ?? '') === '' ? [''] : record;

export function csvChunks(columns: readonly Column[], rows: Iterable<Row>, options?: CsvOptions): Iterable<string> {
  return chunksOf(csvWriter(columns, options), rows);
}

const csvHeading = ({ key, type }: Column): string => (type === 'duration' ? `${key} (ms)` : key);
