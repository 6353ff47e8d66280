/** `/api/v2/authorization`: what the token's own subject may do, and where. None of it needs a permission. */
import { requiredFieldMissing } from '../errors.ts';
import { type Call, ok, type Route } from '../exchange.ts';
import { divisionsPermitted, renderSubject } from '../grants.ts';
import { listing } from '../listing.ts';
import type { Division } from '../org/model.ts';
import { renderDivision } from '../org/render.ts';
import { byText, choice } from '../query.ts';
import type { World } from '../world.ts';

const permitted = '/api/v2/authorization/divisionspermitted';

export function authorizationRoutes(world: World): readonly Route[] {
  return [
    {
      method: 'GET',
      template: '/api/v2/authorization/subjects/me',
      handle(call) {
        // Nobody here has one role twice, so the choice changes nothing.
        choice(call, 'includeDuplicates');
        return ok(renderSubject(world, call.caller));
      },
    },
    {
      method: 'GET',
      template: `${permitted}/me`,
      handle(call) {
        // Published: a search term. That it is searched within the name is inferred.
        const term = call.query.get('name')?.toLowerCase() ?? '';
        const found = permittedTo(world, call).filter(({ name }) => name.toLowerCase().includes(term));
        return ok(found.map(renderDivision));
      },
    },
    {
      method: 'GET',
      template: `${permitted}/paged/me`,
      handle(call) {
        const found = permittedTo(world, call);
        const allDivsPermitted = found.length === world.org.divisions.length;
        return ok({ ...listing(call, found, renderDivision, world.switches), allDivsPermitted });
      },
    },
  ];
}

function permittedTo(world: World, call: Call): readonly Division[] {
  const permission = call.query.get('permission');
  if (permission === null || permission === '') throw requiredFieldMissing('permission');
  return divisionsPermitted(world, call.caller, permission).toSorted((left, right) => byText(left.name, right.name));
}
