/** The org's audits: every change leaves one message, and queries find it. */
import { expect, test } from 'vitest';
import type { Sandbox } from '#sandbox/server.ts';
import type { Switches } from '#sandbox/switches.ts';
import { misfits } from './misfits.ts';
import {
  type Answered,
  type Api,
  codeIdOf,
  codesPath,
  openSandbox,
  queueIdOf,
  queuesPath,
  signIn,
  testClock,
} from './support.ts';

const query = '/api/v2/audits/query';
const day = '2026-11-20T00:00:00Z/2026-11-21T00:00:00Z';
const month = '2026-10-22T00:00:00Z/2026-11-21T00:00:00Z';

interface Message {
  readonly id: string;
  readonly action: string;
  readonly entityType: string;
  readonly entity: { readonly id: string; readonly name?: string };
  readonly user?: { readonly id: string; readonly name?: string };
  readonly client?: { readonly id: string };
  readonly propertyChanges: readonly { readonly property: string }[];
}

interface Opened {
  readonly sandbox: Sandbox;
  readonly api: Api;
  readonly clock: ReturnType<typeof testClock>;
}

async function opened(switches: Partial<Switches> = {}): Promise<Opened> {
  const clock = testClock();
  const sandbox = await openSandbox({ clock, switches });
  return { sandbox, api: await signIn(sandbox), clock };
}

/** All messages that a query finds, page by page. */
async function audits(api: Api, body: object = {}, pageSize = 25): Promise<readonly Message[]> {
  const { body: taken } = await api.send('POST', query, { interval: day, ...body });
  const found: Message[] = [];
  let cursor = '';
  do {
    const path = `${query}/${String(taken['id'])}/results?pageSize=${pageSize}${cursor}`;
    const { body: page } = await api.get(path);
    expect(misfits('AuditQueryExecutionResultsResponse', page)).toEqual([]);
    found.push(...(page['entities'] as Message[]));
    cursor = typeof page['cursor'] === 'string' ? `&cursor=${page['cursor']}` : '';
  } while (cursor !== '');
  return found;
}

async function changeEverything({ sandbox, api }: Opened): Promise<{ readonly code: string; readonly queue: string }> {
  const code = String((await api.send('POST', codesPath, { name: 'Audited', description: 'a' })).body['id']);
  const queue = queueIdOf(sandbox, 'Claims');
  await api.send('PUT', `${codesPath}/${code}`, { name: 'Audited', description: 'b' });
  await api.send('POST', `${queuesPath}/${queue}/wrapupcodes`, [
    { id: code },
    { id: codeIdOf(sandbox, 'Claim Opened') },
  ]);
  await api.send('DELETE', `${queuesPath}/${queue}/wrapupcodes/${code}`);
  const { body: settings } = await api.get(`${queuesPath}/${queue}`);
  await api.send('PUT', `${queuesPath}/${queue}`, { ...settings, acwSettings: { wrapupPrompt: 'AGENT_REQUESTED' } });
  const { body: mappings } = await api.get('/api/v2/outbound/wrapupcodemappings');
  const mapping = { ...(mappings['mapping'] as object), [code]: ['BUSINESS_SUCCESS'] };
  await api.send('PUT', '/api/v2/outbound/wrapupcodemappings', { ...mappings, mapping });
  await api.send('DELETE', `${codesPath}/${code}`);
  return { code, queue };
}

test('every change of codes, queues and mappings leaves one message with what differs', async () => {
  const org = await opened();
  const { code, queue } = await changeEverything(org);
  const sort = [{ name: 'Timestamp', sortOrder: 'ascending' }];
  const found = await audits(org.api, { sort });
  expect(found.map(({ entityType, action, entity }) => [entityType, action, entity.id])).toEqual([
    ['WrapupCode', 'Create', code],
    ['WrapupCode', 'Update', code],
    ['Queue', 'WrapupCodeAdd', queue],
    ['Queue', 'WrapupCodeRemove', queue],
    ['Queue', 'Update', queue],
    ['WrapUpCodeMapping', 'Update', org.sandbox.org.outbound.current.id],
    ['WrapupCode', 'Delete', code],
  ]);
  expect(found.map((message) => message.propertyChanges)).toMatchObject([
    [
      { property: 'name', newValues: ['Audited'] },
      { property: 'description' },
      { property: 'division', newValues: ['*'] },
    ],
    [{ property: 'description', oldValues: ['a'], newValues: ['b'] }],
    [{ property: 'wrapupCodes', oldValues: [], newValues: [code] }],
    [{ property: 'wrapupCodes', oldValues: [code], newValues: [] }],
    [{ property: 'acwSettings' }],
    [{ property: `mapping.${code}`, oldValues: [], newValues: ['BUSINESS_SUCCESS'] }],
    [{ property: 'name', newValues: [] }, { property: 'description' }, { property: 'division' }],
  ]);
  for (const message of found) {
    expect(message.client?.id).toBe(org.sandbox.clientId);
    expect(message).not.toHaveProperty('user');
  }
  expect(new Set(found.map(({ id }) => id)).size).toBe(7);
});

test('a refused write and one that changes nothing on a queue leave none', async () => {
  const { sandbox, api } = await opened();
  await api.send('POST', codesPath, { name: 'Issue Resolved' });
  const claims = `${queuesPath}/${queueIdOf(sandbox, 'Claims')}/wrapupcodes`;
  await api.send('POST', claims, [{ id: codeIdOf(sandbox, 'Claim Opened') }]);
  await api.send('DELETE', `${claims}/unknown`);
  await api.send('PUT', '/api/v2/outbound/wrapupcodemappings', { version: 1 });
  expect(await audits(api)).toEqual([]);
});

test('messages are filtered by service, entity, action and client', async () => {
  const org = await opened();
  const { code } = await changeEverything(org);
  const count = async (serviceName: string | undefined, ...filters: (readonly [string, string])[]): Promise<number> => {
    const sent = filters.map(([property, value]) => ({ property, value }));
    return (await audits(org.api, { ...(serviceName === undefined ? {} : { serviceName }), filters: sent })).length;
  };
  expect(await count('ContactCenter')).toBe(6);
  expect(await count('Outbound')).toBe(1);
  expect(await count('ContactCenter', ['EntityType', 'WrapupCode'])).toBe(3);
  expect(await count('ContactCenter', ['EntityType', 'Queue'], ['Action', 'WrapupCodeAdd'])).toBe(1);
  expect(await count('ContactCenter', ['EntityType', 'WrapupCode'], ['EntityType', 'Queue'])).toBe(6);
  expect(await count(undefined, ['EntityId', code])).toBe(3);
  expect(await count(undefined, ['ClientId', org.sandbox.clientId])).toBe(7);
  expect(await count(undefined, ['UserId', org.sandbox.clientId])).toBe(0);
});

test('results come in pages by cursor, the newest first', async () => {
  const org = await opened();
  await changeEverything(org);
  const all = await audits(org.api);
  expect(all.map(({ action }) => action)).toEqual([
    'Delete',
    'Update',
    'Update',
    'WrapupCodeRemove',
    'WrapupCodeAdd',
    'Update',
    'Create',
  ]);
  for (const pageSize of [1, 3, 7, 500]) expect(await audits(org.api, {}, pageSize)).toEqual(all);
});

test('a query that was taken says what was asked and when it is done', async () => {
  const { api, clock } = await opened({ auditQueryDelay: 5 });
  await api.send('POST', codesPath, { name: 'Audited' });
  const body = { interval: day, serviceName: 'ContactCenter' };
  const taken = await api.send('POST', query, body);
  expect(misfits('AuditQueryExecutionStatusResponse', taken.body)).toEqual([]);
  expect(taken.body).toMatchObject({ ...body, state: 'Queued' });
  const path = `${query}/${String(taken.body['id'])}`;
  expect((await api.get(path)).body).toMatchObject({ state: 'Running' });
  expect((await api.get(`${path}/results`)).status).toBe(404);
  clock.advance(5);
  expect((await api.get(path)).body).toMatchObject({ state: 'Succeeded' });
  const before = await api.get(`${path}/results`);
  expect(before.body['entities']).toHaveLength(1);
  await api.send('POST', codesPath, { name: 'After the query' });
  expect((await api.get(`${path}/results`)).body).toEqual(before.body);
});

test('auditDelay: a change is found when its delay is over, with the time it was made', async () => {
  const { api, clock } = await opened({ auditDelay: 60 });
  await api.send('POST', codesPath, { name: 'Audited' });
  clock.advance(59);
  expect(await audits(api)).toEqual([]);
  clock.advance(1);
  expect(await audits(api)).toMatchObject([{ action: 'Create', eventDate: '2026-11-20T12:00:00.000Z' }]);
});

test('the interval holds its start and not its end', async () => {
  const { api } = await opened();
  await api.send('POST', codesPath, { name: 'Audited' });
  expect(await audits(api, { interval: '2026-11-20T12:00:00Z/2026-11-20T13:00:00Z' })).toHaveLength(1);
  expect(await audits(api, { interval: '2026-11-20T11:00:00Z/2026-11-20T12:00:00Z' })).toHaveLength(0);
});

test.each([
  ['no interval', {}, 'required.field.missing'],
  ['no date', { interval: 'yesterday/today' }, 'invalid.date'],
  ['an unknown service', { interval: day, serviceName: 'Routing' }, 'invalid.value'],
  ['an unknown property', { interval: day, filters: [{ property: 'Entity', value: 'x' }] }, 'invalid.value'],
  [
    'an action without its entity',
    { interval: day, filters: [{ property: 'Action', value: 'Create' }] },
    'bad.request',
  ],
  ['an unknown order', { interval: day, sort: [{ name: 'Timestamp', sortOrder: 'down' }] }, 'invalid.value'],
])('%s is refused', async (_what, body, code) => {
  const { api } = await opened();
  for (const path of [query, `${query}/realtime`]) {
    expect((await api.send('POST', path, body)).body).toMatchObject({ status: 400, code });
  }
});

test.each([
  [30, month, 200],
  [30, '2026-10-21T00:00:00Z/2026-11-21T00:00:00Z', 400],
  [0, '2026-01-01T00:00:00Z/2026-11-21T00:00:00Z', 200],
])('auditIntervalMaximum %i with %s is %i', async (auditIntervalMaximum, interval, status) => {
  const { api } = await opened({ auditIntervalMaximum });
  expect((await api.send('POST', query, { interval })).status).toBe(status);
});

test('realtime answers at once by page numbers, for the last 14 days only', async () => {
  const org = await opened();
  await changeEverything(org);
  const asked = async (pageNumber: number): Promise<Answered> =>
    org.api.send('POST', `${query}/realtime`, { interval: month, pageSize: 5, pageNumber });
  const { body } = await asked(2);
  expect(misfits('AuditRealtimeQueryResultsResponse', body)).toEqual([]);
  expect(body).toMatchObject({
    total: 7,
    pageCount: 2,
    pageNumber: 2,
    entities: [{ action: 'Update' }, { action: 'Create' }],
  });
  org.clock.advance(14 * 86_400 + 1);
  const later = await signIn(org.sandbox);
  const after = await later.send('POST', `${query}/realtime`, { interval: month });
  expect(after.body).toMatchObject({ total: 0 });
  expect(await audits(later, { interval: month })).toHaveLength(7);
});

test('somebody else is named by id, and by name on request', async () => {
  const { sandbox, api } = await opened();
  sandbox.edit.editCode('Issue Resolved', { description: 'changed' });
  const [first] = await audits(api);
  const user = sandbox.org.users[0];
  expect(first?.user).toMatchObject({ id: user?.id });
  expect(first?.user).not.toHaveProperty('name');
  expect(first).not.toHaveProperty('client');
  const taken = await api.send('POST', query, { interval: day });
  const { body } = await api.get(`${query}/${String(taken.body['id'])}/results?expand=user`);
  expect(body['entities']).toMatchObject([{ user: { name: user?.name } }]);
});

test('the service mapping has every name that messages have', async () => {
  const org = await opened();
  await changeEverything(org);
  const { body } = await org.api.get(`${query}/servicemapping`);
  expect(misfits('AuditQueryServiceMapping', body)).toEqual([]);
  const services = body['services'] as { entities: { name: string; actions: string[] }[] }[];
  const known = services.flatMap(({ entities }) =>
    entities.flatMap(({ name, actions }) => actions.map((action) => `${name} ${action}`)),
  );
  const seen = new Set((await audits(org.api)).map(({ entityType, action }) => `${entityType} ${action}`));
  expect([...seen].toSorted()).toEqual(known.toSorted());
});

test('an unknown query, a broken cursor and a client without the permission are refused', async () => {
  const { sandbox, api } = await opened();
  expect((await api.get(`${query}/unknown`)).status).toBe(404);
  const { body } = await api.send('POST', query, { interval: day });
  expect((await api.get(`${query}/${String(body['id'])}/results?cursor=x`)).status).toBe(400);
  const reader = await signIn(sandbox, sandbox.clients.readOnly);
  expect((await reader.send('POST', query, { interval: day })).body).toMatchObject({
    messageParams: { permissions: 'audits:audit:view' },
  });
});
