/** `/api/v2/users`. */
import { canSee } from '../access.ts';
import { Refusal } from '../errors.ts';
import { ok, type Route } from '../exchange.ts';
import { listing } from '../listing.ts';
import { renderUser } from '../org/render.ts';
import { anyOf, byText } from '../query.ts';
import type { World } from '../world.ts';

export function userRoutes(world: World): readonly Route[] {
  const { org, switches } = world;
  return [
    {
      method: 'GET',
      template: '/api/v2/users',
      handle(call) {
        // Published: only active users unless `state` says otherwise. `any` and the order by name are inferred.
        const state = call.query.get('state') ?? 'active';
        const hasId = anyOf(call, 'id');
        const found = org.users
          .filter((user) => canSee(call.caller, user.divisionId) && hasId(user.id))
          .filter((user) => state === 'any' || user.state === state)
          .toSorted((left, right) => byText(left.name, right.name));
        const isDescending = call.query.get('sortOrder')?.toUpperCase().startsWith('DESC') ?? false;
        const inOrder = isDescending ? found.toReversed() : found;
        return ok(listing(call, inOrder, (user) => renderUser(org, user), switches));
      },
    },
    {
      method: 'GET',
      template: '/api/v2/users/me',
      // Published: not valid with client credentials.
      handle(call) {
        if (call.caller.user) return ok(renderUser(org, call.caller.user));
        throw new Refusal({
          status: 400,
          code: 'not.a.user',
          message:
            'This request requires a user context. Client credentials cannot be used for requests to this resource.',
        });
      },
    },
  ];
}
