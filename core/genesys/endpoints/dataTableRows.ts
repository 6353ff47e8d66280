import { allPages } from '../pages.ts';
import type { Api, ApiAnswer, ApiRequest, CallOptions, Written } from '../request.ts';
import { written } from '../request.ts';
import type { Read } from '../shape.ts';
import { expectShape, filledText, isFields } from '../shape.ts';
import { DATA_TABLES } from './dataTables.ts';
import { unlessNotFound } from './found.ts';

/** A row of a data table: column → value, `key` among them. The org's rows have no model of their own. */
export type DataTableRow = Readonly<Record<string, string | number | boolean>>;

/** Without this the org leaves out everything but the key. */
const WHOLE = 'showbrief=false';

const rowsPath = (tableId: string): string => `${DATA_TABLES}/${encodeURIComponent(tableId)}/rows`;
const rowPath = (tableId: string, key: string): string => `${rowsPath(tableId)}/${encodeURIComponent(key)}`;

/** A column that is `null` has no value. */
const readRow: Read<DataTableRow> = (value) => {
  if (!isFields(value) || filledText(value['key']) === undefined) return undefined;
  const cells = Object.entries(value).filter(([, cell]) => cell !== null);
  return cells.every((cell): cell is [string, string | number | boolean] => isCell(cell[1]))
    ? Object.fromEntries(cells)
    : undefined;
};

const isCell = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);

/** Its key is what a row is known by. */
const readKeyed: Read<{ readonly id: string; readonly row: DataTableRow }> = (value) => {
  const row = readRow(value);
  return row && { id: String(row['key']), row };
};

/** `GET /api/v2/flows/datatables/{datatableId}/rows`, all pages, with the content of the rows. */
export async function listRows(api: Api, tableId: string, options: CallOptions): Promise<readonly DataTableRow[]> {
  const list = {
    path: rowsPath(tableId),
    query: { showbrief: 'false' },
    what: 'a list of rows of a data table',
    read: readKeyed,
  };
  return (await allPages(api, list, options)).map(({ row }) => row);
}

/** `GET /api/v2/flows/datatables/{datatableId}/rows/{rowId}`, where the id is the key; undefined where there is none (404). */
export async function getRow(
  api: Api,
  tableId: string,
  key: string,
  options: CallOptions,
): Promise<DataTableRow | undefined> {
  const request: ApiRequest = { method: 'GET', path: `${rowPath(tableId, key)}?${WHOLE}`, options };
  const answer = await unlessNotFound(api(request));
  return answer && expectRow(request, answer);
}

/** `POST /api/v2/flows/datatables/{datatableId}/rows`: the body is the row, its `key` included. */
export async function addRow(
  api: Api,
  tableId: string,
  row: DataTableRow,
  options: CallOptions,
): Promise<Written<DataTableRow>> {
  const request: ApiRequest = { method: 'POST', path: rowsPath(tableId), body: row, options };
  const answer = await api(request);
  return written(expectRow(request, answer), answer);
}

/** `PUT /api/v2/flows/datatables/{datatableId}/rows/{rowId}` replaces the whole row. Rows have no version. */
export async function replaceRow(
  api: Api,
  tableId: string,
  key: string,
  row: DataTableRow,
  options: CallOptions,
): Promise<Written<DataTableRow>> {
  const request: ApiRequest = { method: 'PUT', path: rowPath(tableId, key), body: row, options };
  const answer = await api(request);
  return written(expectRow(request, answer), answer);
}

/** `DELETE /api/v2/flows/datatables/{datatableId}/rows/{rowId}`, which answers with nothing. */
export async function removeRow(
  api: Api,
  tableId: string,
  key: string,
  options: CallOptions,
): Promise<Written<undefined>> {
  return written(undefined, await api({ method: 'DELETE', path: rowPath(tableId, key), options }));
}

const expectRow = (request: ApiRequest, answer: ApiAnswer): DataTableRow =>
  expectShape(request, answer, 'a row of a data table', readRow);
