/** One code as a row of a data table: of our columns those that the table has. */
import type { Matched } from './match.ts';
import type { Cell, OrgTable, Row } from './model.ts';

/** What we have to say, by column. A list is a text with commas, and a date is the text of the file: tables have no such types. */
export const TABLE_COLUMNS = [
  'name',
  'id',
  'code',
  'category',
  'subcategory',
  'tags',
  'validFrom',
  'validThrough',
  'state',
  'description',
] as const;

export type MadeRow = { readonly ok: true; readonly row: Row } | { readonly ok: false; readonly why: string };

/** Without `key`. A text that the file leaves out is written as empty, so that nothing old stays; of other types it is left alone. */
export function metadataRow(matched: Matched, table: OrgTable): MadeRow {
  const texts = textsOf(matched);
  const row: [string, Cell][] = [];
  for (const column of TABLE_COLUMNS) {
    const type = Object.hasOwn(table.columns, column) ? table.columns[column] : undefined;
    if (column === 'id' && type !== undefined && type !== 'string')
      return { ok: false, why: misfitWords(table, column, type, 'an id') };
    const text = texts[column];
    if (type === undefined || text === undefined || (text === '' && type !== 'string')) continue;
    const cell = cellOf(text, type);
    if (cell === undefined) return { ok: false, why: misfitWords(table, column, type, `"${text}"`) };
    row.push([column, cell]);
  }
  return { ok: true, row: Object.fromEntries(row) };
}

/** The id of a code that is still to be created is unknown. */
function textsOf({ entry, match }: Matched): Readonly<Record<(typeof TABLE_COLUMNS)[number], string | undefined>> {
  const code = match.kind === 'code' ? match.code : undefined;
  return {
    name: entry.name,
    id: code?.id,
    code: entry.code ?? '',
    category: entry.category ?? '',
    subcategory: entry.subcategory ?? '',
    tags: entry.tags.join(','),
    validFrom: entry.validFrom ?? '',
    validThrough: entry.validThrough ?? '',
    state: entry.state,
    description: entry.description ?? code?.description ?? '',
  };
}

/** A number only where it is written as numbers are, so that `007` does not become 7. */
function cellOf(text: string, type: OrgTable['columns'][string]): Cell | undefined {
  if (type === 'string') return text;
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : undefined;
  const value = Number(text);
  if (String(value) !== text || !Number.isFinite(value)) return undefined;
  return type === 'number' || Number.isSafeInteger(value) ? value : undefined;
}

const misfitWords = ({ name }: OrgTable, column: string, type: string, text: string): string =>
  `The column "${column}" of the data table "${name}" has the type ${type}, which cannot hold ${text}. Name a table in genesys.yaml in which it has the type string, or that does not have it.`;
