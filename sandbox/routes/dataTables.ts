/** `/api/v2/flows/datatables`: Architect's data tables. They are read; their columns are made in Architect. */
import { canSee, requireView } from '../access.ts';
import { specific } from '../errors.ts';
import { type Call, ok, type Route } from '../exchange.ts';
import { listing } from '../listing.ts';
import { nameFilter } from '../nameFilter.ts';
import type { DataTable } from '../org/model.ts';
import { renderTable } from '../org/render.ts';
import { anyOf, byText, choice } from '../query.ts';
import type { World } from '../world.ts';

const collection = '/api/v2/flows/datatables';
const item = `${collection}/{datatableId}`;

export function dataTableRoutes(world: World): readonly Route[] {
  const { org, switches } = world;
  const withSchema = (call: Call): boolean => choice(call, 'expand') === 'schema';
  return [
    {
      method: 'GET',
      template: collection,
      handle: (call) =>
        ok(listing(call, listed(world, call), (table) => renderTable(org, table, withSchema(call)), switches)),
    },
    {
      method: 'GET',
      template: item,
      handle(call) {
        const table = tableOf(world, call);
        requireView(call, table.divisionId, switches);
        return ok(renderTable(org, table, withSchema(call)));
      },
    },
  ];
}

function listed(world: World, call: Call): readonly DataTable[] {
  const hasName = nameFilter(call.query, 'anywhere', world.switches);
  const hasDivision = anyOf(call, 'divisionId');
  const key = choice(call, 'sortBy') === 'name' ? 'name' : 'id';
  const sorted = [...world.org.tables.values()]
    .filter((table) => canSee(call.caller, table.divisionId) && hasDivision(table.divisionId))
    .filter((table) => hasName?.(table.name) ?? true)
    .toSorted((left, right) => byText(left[key], right[key]));
  return choice(call, 'sortOrder') === 'descending' ? sorted.toReversed() : sorted;
}

/** The table of this call; refuses an unknown one with the published code. */
export function tableOf(world: World, call: Call): DataTable {
  const table = world.org.tables.get(call.params['datatableId'] ?? '');
  if (!table) throw specific('GET', item, 'flows.datatables.table.not.found');
  return table;
}
