import { normaliseName } from '../../contract/names.ts';
import { allPages } from '../pages.ts';
import type { Api, CallOptions } from '../request.ts';
import type { Read } from '../shape.ts';
import { isFields, readNamed } from '../shape.ts';

export const DATA_TABLES = '/api/v2/flows/datatables';

/** A column of a data table is of one of these types. */
export type ColumnType = 'boolean' | 'string' | 'integer' | 'number';

/** The published `DataTable`, as far as it is used. */
export interface DataTable {
  readonly id: string;
  readonly name: string;
  /** The properties of its JSON schema, without `key`, which every table has; one of another type is left out. */
  readonly columns: Readonly<Record<string, ColumnType>>;
}

const COLUMN_TYPES: ReadonlySet<unknown> = new Set<ColumnType>(['boolean', 'string', 'integer', 'number']);
const isColumnType = (type: unknown): type is ColumnType => COLUMN_TYPES.has(type);

const readTable: Read<DataTable> = (value) => {
  const named = readNamed(value);
  const schema = isFields(value) ? value['schema'] : undefined;
  if (named === undefined || !isFields(schema) || !isFields(schema['properties'])) return undefined;
  const columns: [string, ColumnType][] = [];
  for (const [name, property] of Object.entries(schema['properties'])) {
    const type = isFields(property) ? property['type'] : undefined;
    if (name !== 'key' && isColumnType(type)) columns.push([name, type]);
  }
  return { ...named, columns: Object.fromEntries(columns) };
};

/**
 * `GET /api/v2/flows/datatables` with `expand=schema`, all pages: the table of this name, else the only one whose
 * normalised name is this one's. The published `name` filter knows the wildcard `*` and no case, so what it gives is
 * looked at again.
 */
export async function findDataTable(api: Api, name: string, options: CallOptions): Promise<DataTable | undefined> {
  const list = { path: DATA_TABLES, query: { expand: 'schema', name }, what: 'a list of data tables', read: readTable };
  const tables = await allPages(api, list, options);
  const same = tables.filter((table) => normaliseName(table.name) === normaliseName(name));
  return same.find((table) => table.name === name) ?? (same.length === 1 ? same[0] : undefined);
}
