import { csvWriter, jsonWriter, ndjsonWriter, type RowWriter } from '#core/query/run/export/index.ts';
import type { Column } from '#core/query/run/model.ts';
import { type TableOptions, tableWriter } from './table.ts';

export interface WriterOptions extends TableOptions {
  readonly formulaSafe: boolean;
}

const WRITERS = {
  table: tableWriter,
  // Tools that read a pipe line by line would take a carriage return for a part of the last field.
  csv: (columns, { formulaSafe }) => csvWriter(columns, { formulaSafe, lineEnd: '\n' }),
  json: jsonWriter,
  ndjson: ndjsonWriter,
} satisfies Record<string, (columns: readonly Column[], options: WriterOptions) => RowWriter>;

export type RowFormat = keyof typeof WRITERS;

export const ROW_FORMATS = Object.keys(WRITERS);

export function writerFor(format: RowFormat, columns: readonly Column[], options: WriterOptions): RowWriter {
  return WRITERS[format](columns, options);
}
