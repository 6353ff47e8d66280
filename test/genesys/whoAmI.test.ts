import type { Models } from 'purecloud-platform-client-v2';
import { expect, test } from 'vitest';
import { clientOf, failureOf, openWorld } from './support.ts';

test('client credentials are no user, and the token says which client it is', async () => {
  const { sandbox, genesys } = await openWorld();
  expect(await genesys.me()).toBeUndefined();
  const { client, organization, scopes } = await genesys.tokenInfo();
  expect(client).toMatchObject({ id: sandbox.clients.full.id, name: sandbox.clients.full.name });
  expect(organization).toEqual({ id: sandbox.org.id, name: sandbox.org.name });
  expect(scopes).toEqual([]);
});

test('an org that fails is not taken for one that knows no user', async () => {
  const { genesys } = await openWorld({
    fault: ({ path }) => (path.endsWith('/users/me') ? { kind: 'answer', when: 'before', status: 500 } : undefined),
  });
  expect(await failureOf(genesys.me())).toMatchObject({ kind: 'server' });
});

test('roles are told with their divisions and permissions', async () => {
  const { sandbox, genesys } = await openWorld({ credentials: ({ clients }) => clientOf(clients.scoped) });
  const subject = await genesys.subject();
  expect(subject.id).toBe(sandbox.clients.scoped.id);
  expect(subject.grants.map(({ division }) => division?.name)).toEqual(['Support']);
  const [policy] = subject.grants.flatMap(({ policies }) => policies);
  const published: Models.AuthzGrantPolicy = { ...policy, actions: [...(policy?.actions ?? [])] };
  expect(published.domain).toMatch(/^\w+$/);
});
