/** `/api/v2/flows/datatables/{datatableId}/rows`: the rows of a data table, by their keys. They have no version. */
import { requireChange, requireView } from '../access.ts';
import { type Refusal, specific } from '../errors.ts';
import { type Answer, type Call, ok, type Route } from '../exchange.ts';
import { type JsonObject, textIn } from '../json.ts';
import { asRead, isReadable, isThere, readableFrom, withFormer } from '../lag.ts';
import { listing } from '../listing.ts';
import type { DataTable, Row } from '../org/model.ts';
import { byText, choice } from '../query.ts';
import { cellsIn, filledCells } from '../rowCells.ts';
import type { World } from '../world.ts';
import { tableOf } from './dataTables.ts';

const collection = '/api/v2/flows/datatables/{datatableId}/rows';
const item = `${collection}/{rowId}`;

export function dataTableRowRoutes(world: World): readonly Route[] {
  return [
    {
      method: 'GET',
      template: collection,
      handle(call) {
        const table = viewed(world, call);
        return ok(
          listing(call, listed(world, call, table), (row) => rendered(world, call, table, row), world.switches),
        );
      },
    },
    { method: 'POST', template: collection, handle: (call) => ok(add(world, call)) },
    {
      method: 'GET',
      template: item,
      handle(call) {
        const table = viewed(world, call);
        const row = table.rows.get(call.params['rowId'] ?? '');
        if (!row || !isReadable(world, row)) throw rowNotFound();
        return ok(rendered(world, call, table, row));
      },
    },
    { method: 'PUT', template: item, handle: (call) => ok(replace(world, call)) },
    { method: 'DELETE', template: item, handle: (call) => remove(world, call) },
  ];
}

function viewed(world: World, call: Call): DataTable {
  const table = tableOf(world, call);
  requireView(call, table.divisionId, world.switches);
  return table;
}

function changed(world: World, call: Call): DataTable {
  const table = tableOf(world, call);
  requireChange(call, table.divisionId, world.switches);
  return table;
}

function listed(world: World, call: Call, table: DataTable): readonly Row[] {
  const sorted = [...table.rows]
    .filter(([, row]) => isReadable(world, row))
    .toSorted(([left], [right]) => byText(left, right))
    .map(([, row]) => row);
  return choice(call, 'sortOrder') === 'descending' ? sorted.toReversed() : sorted;
}

/** Published: only the key, unless `showbrief` is false. */
function rendered(world: World, call: Call, table: DataTable, row: Row): JsonObject {
  const { cells } = asRead(world, row);
  if (choice(call, 'showbrief') !== 'false') return { key: cells['key'] };
  return whole(world, table, cells);
}

function whole(world: World, table: DataTable, cells: JsonObject): JsonObject {
  return world.switches.rowColumnsLeftOut === 'default' ? filledCells(cells, table.schema) : cells;
}

function add(world: World, call: Call): JsonObject {
  const table = changed(world, call);
  const cells = checkedCells(call, table);
  const key = textIn(cells, 'key');
  const present = table.rows.get(key);
  if (present && isThere(present)) throw specific('POST', collection, 'flows.datatables.not.unique');
  const { tableRowMaximum } = world.switches;
  if (tableRowMaximum > 0 && [...table.rows.values()].filter(isThere).length >= tableRowMaximum) {
    throw specific('POST', collection, 'flows.datatables.too.many.rows');
  }
  table.rows.set(key, { cells, visibleFrom: readableFrom(world) });
  return whole(world, table, cells);
}

/** Replaces the whole row: a column that the body leaves out is gone (inferred). */
function replace(world: World, call: Call): JsonObject {
  const table = changed(world, call);
  const { before, key } = existing(call, table);
  const cells = checkedCells(call, table);
  const newKey = textIn(cells, 'key');
  if (newKey !== key) {
    if (world.switches.rowKeyChange === 'refused') throw schemaException(call, 'key');
    const taken = table.rows.get(newKey);
    if (taken && isThere(taken)) throw specific('PUT', item, 'flows.datatables.not.unique');
    table.rows.delete(key);
  }
  table.rows.set(newKey, withFormer<Row>(world, before, { ...before, cells }));
  return whole(world, table, cells);
}

/** The status was published in 2018 as 204. */
function remove(world: World, call: Call): Answer {
  const table = changed(world, call);
  const key = call.params['rowId'] ?? '';
  const row = table.rows.get(key);
  if (row && isThere(row)) table.rows.set(key, { ...row, hiddenFrom: readableFrom(world) });
  else if (world.switches.rowDeleteUnknown === '404') throw rowNotFound();
  return { status: 204 };
}

function existing(call: Call, table: DataTable): { readonly before: Row; readonly key: string } {
  const key = call.params['rowId'] ?? '';
  const before = table.rows.get(key);
  if (!before || !isThere(before)) throw rowNotFound();
  return { before, key };
}

function checkedCells(call: Call, table: DataTable): JsonObject {
  return cellsIn(call.body, table.schema, (fieldName) => schemaException(call, fieldName));
}

const rowNotFound = (): Refusal => specific('GET', item, 'flows.datatables.row.not.found');

function schemaException(call: Call, fieldName?: string): Refusal {
  const code = 'flows.datatables.schema.exception';
  return specific(call.method, call.template, code, fieldName === undefined ? [] : [{ errorCode: code, fieldName }]);
}
