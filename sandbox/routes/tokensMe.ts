/** `/api/v2/tokens/me`: what a token is, whether it works, and its end. */
import { ok, type Route } from '../exchange.ts';
import type { World } from '../world.ts';

const template = '/api/v2/tokens/me';

export function tokenRoutes(world: World): readonly Route[] {
  const { org, tokens } = world;
  const organization = { id: org.id, name: org.name };
  return [
    {
      method: 'GET',
      template,
      handle: (call) =>
        ok({
          organization,
          homeOrganization: organization,
          // Scopes do not apply to the client credentials grant.
          authorizedScope: [],
          OAuthClient: {
            id: call.caller.app.id,
            name: call.caller.app.name,
            authorizedGrantType: call.caller.app.grantType,
            state: 'active',
            scope: [],
            organization,
          },
        }),
    },
    { method: 'HEAD', template, handle: () => ({ status: 200 }) },
    {
      method: 'DELETE',
      template,
      handle(call) {
        tokens.revoke(call.token);
        return { status: Number(world.switches.deleteStatus) };
      },
    },
  ];
}
