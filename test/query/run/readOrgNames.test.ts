import { expect, test } from 'vitest';
import { readOrgNames } from '#core/query/run/index.ts';
import { failureOf, openWorld } from '../../genesys/support.ts';

test('names of queues, users, divisions and wrap-up codes are read, former agents and deleted codes too', async () => {
  const { genesys, clock, sandbox } = await openWorld();
  const names = await readOrgNames(genesys, clock);
  expect(names.org).toEqual({ id: sandbox.org.id, name: sandbox.org.name });
  expect(names.readAt).toBe(clock.now());
  expect(names.queues).toHaveLength(sandbox.org.queues.size);
  expect(names.queues?.find(({ name }) => name === 'Support Voice')).toMatchObject({
    wrapupPrompt: 'MANDATORY_TIMEOUT',
    wrapupTimeoutMs: 30_000,
  });
  expect(names.users).toHaveLength(sandbox.org.users.length);
  expect(names.divisions).toHaveLength(sandbox.org.divisions.length);
  const codes = [...sandbox.org.codes.values()];
  expect(names.wrapUpCodes).toHaveLength(codes.length);
  const deleted = names.wrapUpCodes?.filter((code) => code.deleted).map(({ id }) => id);
  expect(deleted?.toSorted()).toEqual(
    codes
      .filter((code) => code.deleted)
      .map(({ id }) => id)
      .toSorted(),
  );
  expect(deleted?.length).toBeGreaterThan(0);
});

test('only the lists that are asked for are read, with one sign-in', async () => {
  const { genesys, clock, sandbox } = await openWorld();
  const names = await readOrgNames(genesys, clock, { kinds: ['queue', 'division'] });
  expect(Object.keys(names).toSorted()).toEqual(['divisions', 'org', 'queues', 'readAt']);
  const paths = new Set(sandbox.log.map(({ path }) => path));
  expect([...paths].toSorted()).toEqual([
    '/api/v2/authorization/divisions',
    '/api/v2/organizations/me',
    '/api/v2/routing/queues',
    '/oauth/token',
  ]);
  expect(sandbox.log.filter(({ path }) => path === '/oauth/token')).toHaveLength(1);
});

const forbidden = { kind: 'answer', when: 'before', status: 403 } as const;

test('a list that may not be read is absent, so nothing is said about its names', async () => {
  const { genesys, clock } = await openWorld({
    fault: ({ path }) => (path === '/api/v2/routing/queues' ? forbidden : undefined),
  });
  const names = await readOrgNames(genesys, clock);
  expect(names).not.toHaveProperty('queues');
  expect(names.divisions).toBeDefined();
});

test('without the permission for deleted codes the plain list has to do', async () => {
  const { genesys, clock, sandbox } = await openWorld({
    fault: ({ path }) => (path === '/api/v2/routing/wrapupcodes/divisionviews' ? forbidden : undefined),
  });
  const { wrapUpCodes } = await readOrgNames(genesys, clock, { kinds: ['wrapUpCode'] });
  expect(wrapUpCodes).toHaveLength([...sandbox.org.codes.values()].filter((code) => !code.deleted).length);
  expect(wrapUpCodes?.some((code) => code.deleted)).toBe(false);
});

test('codes that may not be read at all are absent', async () => {
  const { genesys, clock } = await openWorld({
    fault: ({ path }) => (path.startsWith('/api/v2/routing/wrapupcodes') ? forbidden : undefined),
  });
  expect(await readOrgNames(genesys, clock, { kinds: ['wrapUpCode'] })).not.toHaveProperty('wrapUpCodes');
});

test('any other failure is one', async () => {
  const { genesys, clock } = await openWorld({
    fault: ({ path }) => (path === '/api/v2/users' ? { kind: 'answer', when: 'before', status: 503 } : undefined),
  });
  expect(await failureOf(readOrgNames(genesys, clock))).toMatchObject({ kind: 'server', status: 503 });
});

test('a code deleted between the two lists is deleted, and in the names once', async () => {
  let beforeDeletedOnes = (): void => undefined;
  const { genesys, clock, sandbox } = await openWorld({
    fault: ({ search }) => {
      if (search.includes('includeState=Deleted')) beforeDeletedOnes();
      return undefined;
    },
  });
  const code = [...sandbox.org.codes.values()].find(({ deleted }) => !deleted);
  beforeDeletedOnes = () => void Object.assign(code ?? {}, { deleted: { at: 0, hiddenFrom: 0 } });
  const { wrapUpCodes } = await readOrgNames(genesys, clock, { kinds: ['wrapUpCode'] });
  expect(wrapUpCodes?.filter(({ id }) => id === code?.id)).toEqual([{ id: code?.id, name: code?.name, deleted: true }]);
});
