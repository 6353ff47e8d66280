export { csvChunks, type CsvOptions, csvWriter } from './csv.ts';
export { type ExportedColumn, type ExportFacts, exportMeta, type ExportMeta } from './exportMeta.ts';
export { jsonChunks, jsonWriter, ndjsonWriter } from './json.ts';
export type { RowWriter } from './rowWriter.ts';
