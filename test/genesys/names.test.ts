/** The lists that queries take names from. */
import { expect, test } from 'vitest';
import { explainFailure } from '#core/genesys/explain.ts';
import { failureOf, openWorld } from './support.ts';

test('users of every state are listed, so that former agents have a name', async () => {
  const { genesys, sandbox } = await openWorld();
  const users = await genesys.users();
  expect(users).toHaveLength(sandbox.org.users.length);
  expect(new Set(users.map(({ state }) => state))).toEqual(new Set(sandbox.org.users.map(({ state }) => state)));
  expect(users.some(({ state }) => state === 'inactive')).toBe(true);
  const asked = sandbox.log.filter(({ path }) => path === '/api/v2/users');
  expect(asked.every(({ search }) => search.includes('state=any'))).toBe(true);
});

test('living and deleted codes are told apart by the list that they are in', async () => {
  const { genesys, sandbox } = await openWorld();
  const codes = await genesys.wrapupCodes.listWithDeleted();
  const expected = [...sandbox.org.codes.values()].map(({ id, deleted }) => [id, deleted !== undefined] as const);
  expect(codes).toHaveLength(expected.length);
  expect(new Map(codes.map(({ id, deleted }) => [id, deleted === true]))).toEqual(new Map(expected));
});

test.each([
  ['/api/v2/users', 'reading the users'],
  [
    '/api/v2/routing/wrapupcodes/divisionviews',
    'reading the wrap-up codes, which needs the permission routing:wrapupCode:search',
  ],
])('a refusal of %s is told in words', async (refused, words) => {
  const { genesys } = await openWorld({
    fault: ({ path }) => (path === refused ? { kind: 'answer', when: 'before', status: 403 } : undefined),
  });
  const call = refused === '/api/v2/users' ? genesys.users() : genesys.wrapupCodes.listWithDeleted();
  expect(explainFailure(await failureOf(call), { environment: 'dev' })).toContain(`dev does not allow ${words}`);
});
