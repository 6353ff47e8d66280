/** `/api/v2/authorization/divisions`. That a client without all divisions still lists all of them is inferred. */
import { ok, type Route } from '../exchange.ts';
import { listing } from '../listing.ts';
import { nameFilter } from '../nameFilter.ts';
import { renderDivision } from '../org/render.ts';
import { anyOf, byText } from '../query.ts';
import type { World } from '../world.ts';

export function divisionRoutes(world: World): readonly Route[] {
  return [
    {
      method: 'GET',
      template: '/api/v2/authorization/divisions',
      handle(call) {
        const hasName = nameFilter(call.query, 'both', world.switches);
        const hasId = anyOf(call, 'id');
        const found = world.org.divisions
          .filter((division) => hasId(division.id) && (hasName?.(division.name) ?? true))
          .toSorted((left, right) => byText(left.name, right.name));
        return ok(listing(call, found, renderDivision, world.switches));
      },
    },
  ];
}
