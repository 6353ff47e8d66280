import { expect, test } from 'vitest';
import { clientOf, failureOf, openWorld } from './support.ts';

test('signs in once and reads every list to its end', async () => {
  const { sandbox, genesys } = await openWorld();
  const org = await genesys.organization();
  const codes = await genesys.wrapupCodes.list();
  const queues = await genesys.queues.list();
  const divisions = await genesys.divisions();
  expect(org).toEqual({ id: sandbox.org.id, name: sandbox.org.name });
  const living = [...sandbox.org.codes.values()].filter((code) => code.deleted === undefined);
  expect(codes.map(({ id }) => id).sort()).toEqual(living.map(({ id }) => id).sort());
  expect(codes.length).toBeGreaterThan(100);
  expect(queues.map(({ id }) => id).sort()).toEqual([...sandbox.org.queues.keys()].sort());
  expect(divisions.map(({ name }) => name).sort()).toEqual(sandbox.org.divisions.map(({ name }) => name).sort());
  expect(sandbox.log.filter(({ path }) => path === '/oauth/token')).toHaveLength(1);
  expect(queues.find(({ name }) => name === 'Support Voice')?.wrapupPrompt).toMatch(/^[A-Z_]+$/);
});

test('creates, changes and associates a code, and finds it by its name', async () => {
  const { sandbox, genesys } = await openWorld();
  const created = await genesys.wrapupCodes.create({ name: 'Wire Check', description: 'first' });
  expect(created.correlationId).toBeDefined();
  await genesys.wrapupCodes.update(created.value.id, {
    name: 'Wire Check',
    description: 'second',
    division: { id: '*' },
  });
  const found = await genesys.wrapupCodes.findByName(' wire  check');
  expect(found).toMatchObject([
    { id: created.value.id, name: 'Wire Check', description: 'second', division: { id: '*' } },
  ]);
  const [queue] = sandbox.org.queues.keys();
  await genesys.queueWrapupCodes.add(queue ?? '', [created.value.id]);
  const onQueue = await genesys.queueWrapupCodes.list(queue ?? '');
  expect(onQueue.map(({ id }) => id)).toContain(created.value.id);
});

test('reads the limits that apply to the org', async () => {
  const { genesys } = await openWorld();
  const limits = await genesys.limits('platform.api');
  expect(limits.find(({ key }) => key.includes('token.rate.per.minute'))?.value).toBe(300);
});

test('takes a fresh token before the old one ends', async () => {
  const { sandbox, genesys, clock } = await openWorld();
  await genesys.organization();
  await clock.advance(86_400_000 - 30_000);
  await genesys.organization();
  expect(sandbox.log.filter(({ path }) => path === '/oauth/token')).toHaveLength(2);
  expect(sandbox.log.some(({ status }) => status === 401)).toBe(false);
});

test('takes one fresh token after a 401 and repeats the call, a write too', async () => {
  const { sandbox, genesys } = await openWorld();
  await genesys.organization();
  sandbox.revokeTokens();
  await genesys.wrapupCodes.create({ name: 'After A Revoke' });
  expect(sandbox.log.map(({ path, status }) => `${path} ${status}`).slice(-3)).toEqual([
    '/api/v2/routing/wrapupcodes 401',
    '/oauth/token 200',
    '/api/v2/routing/wrapupcodes 200',
  ]);
});

test('a 401 with a fresh token too is a failure, not a loop', async () => {
  const { sandbox, genesys } = await openWorld({
    fault: ({ path }) => (path.startsWith('/api/') ? { kind: 'answer', when: 'before', status: 401 } : undefined),
  });
  expect(await failureOf(genesys.organization())).toMatchObject({ kind: 'unauthorized', status: 401 });
  expect(sandbox.log.filter(({ path }) => path === '/api/v2/organizations/me')).toHaveLength(2);
});

test('a static token is used as it is and not renewed', async () => {
  const { sandbox, genesys } = await openWorld({
    credentials: () => ({ kind: 'accessToken', accessToken: 'not-a-token' }),
  });
  expect(await failureOf(genesys.organization())).toMatchObject({ kind: 'unauthorized' });
  expect(sandbox.log.map(({ path }) => path)).toEqual(['/api/v2/organizations/me']);
});

test('a client without the permission is told so by the org', async () => {
  const { genesys } = await openWorld({ credentials: ({ clients }) => clientOf(clients.readOnly) });
  const failure = await failureOf(genesys.wrapupCodes.create({ name: 'Not Allowed' }));
  expect(failure).toMatchObject({ kind: 'forbidden', status: 403, ambiguous: false });
  expect(failure.correlationId).toBeDefined();
});
