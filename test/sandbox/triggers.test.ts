/** Process Automation triggers. */
import { expect, test } from 'vitest';
import { misfits } from './misfits.ts';
import { type Api, openSandbox, signIn, testClock } from './support.ts';

const path = '/api/v2/processautomation/triggers';
const topicName = 'v2.detail.events.conversation.{id}.wrapup';
const target = { type: 'Workflow', id: 'd2f6bb83-5a4f-4a3f-9e11-0b1e0a4c7b11' };
const request = { name: 'Tell BI', topicName, enabled: true, target };

interface Page {
  readonly entities: readonly { readonly id: string; readonly name: string }[];
  readonly nextUri?: string;
  readonly previousUri?: string;
}

async function opened(): Promise<Api> {
  return signIn(await openSandbox());
}

const made = async (api: Api, fields: object = {}): Promise<string> =>
  String((await api.send('POST', path, { ...request, ...fields })).body['id']);

const page = async (api: Api, uri: string): Promise<Page> => (await api.get(uri)).body as unknown as Page;

test('a trigger is made, read, replaced and removed', async () => {
  const api = await opened();
  const { body: created } = await api.send('POST', path, { ...request, description: 'first', eventTTLSeconds: 10 });
  expect(created).toMatchObject({ ...request, description: 'first', eventTTLSeconds: 10, version: 1 });
  expect(misfits('Trigger', created)).toEqual([]);
  const own = `${path}/${String(created['id'])}`;
  expect((await api.get(own)).body).toEqual(created);
  const { body: replaced } = await api.send('PUT', own, { ...request, enabled: false, version: 1 });
  expect(replaced).toMatchObject({ enabled: false, version: 2 });
  expect(replaced).not.toHaveProperty('description');
  expect((await api.send('PUT', own, { ...request, version: 1 })).status).toBe(409);
  expect((await api.send('DELETE', own)).status).toBe(200);
  for (const method of ['GET', 'DELETE']) {
    expect((await api.send(method, own)).body).toMatchObject({ status: 404, code: 'resource.not.found' });
  }
  expect((await page(api, path)).entities).toEqual([]);
});

test.each([
  ['no name', { name: undefined }, 'name'],
  ['a name that is too long', { name: 'n'.repeat(257) }, 'name'],
  ['a description that is too long', { description: 'd'.repeat(513) }, 'description'],
  ['no topic', { topicName: undefined }, 'topicName'],
  ['a topic with an id in it', { topicName: 'v2.detail.events.conversation.123.wrapup' }, 'topicName'],
  ['no enabled', { enabled: undefined }, 'enabled'],
  ['no target', { target: undefined }, 'target'],
  ['a target without id', { target: { type: 'Workflow' } }, 'target.id'],
  ['a target that is no workflow', { target: { ...target, type: 'Flow' } }, 'target.type'],
  ['an event that lives too short', { eventTTLSeconds: 9 }, 'eventTTLSeconds'],
  ['a delay that is too short', { delayBySeconds: 59 }, 'delayBySeconds'],
  ['a delay that is too long', { delayBySeconds: 901 }, 'delayBySeconds'],
  ['both times', { eventTTLSeconds: 10, delayBySeconds: 60 }, 'delayBySeconds'],
  [
    'an unknown operator',
    { matchCriteria: [{ jsonPath: 'a', operator: 'Is', value: 1 }] },
    'matchCriteria[0].operator',
  ],
  ['a criterion without path', { matchCriteria: [{ operator: 'Equal', value: 1 }] }, 'matchCriteria[0].jsonPath'],
  ['a criterion without value', { matchCriteria: [{ jsonPath: 'a', operator: 'Equal' }] }, 'matchCriteria[0].value'],
])('%s is refused', async (_what, fields, fieldName) => {
  const api = await opened();
  const { status, body } = await api.send('POST', path, { ...request, ...fields });
  expect([status, body['details']]).toMatchObject([400, [{ fieldName }]]);
  expect((await page(api, path)).entities).toEqual([]);
});

test.each([
  { name: 'n'.repeat(256), description: 'd'.repeat(512) },
  { delayBySeconds: 60 },
  { delayBySeconds: 900 },
  { matchCriteria: [{ jsonPath: 'mediaType', operator: 'In', values: ['VOICE', 'CHAT'] }] },
  { matchCriteria: [{ jsonPath: 'wrapupCode', operator: 'Exists', value: false }] },
  { target: { ...target, workflowTargetSettings: { dataFormat: 'TopLevelPrimitives' } } },
])('%j is taken', async (fields) => {
  expect((await (await opened()).send('POST', path, { ...request, ...fields })).status).toBe(200);
});

test('an update without version is refused', async () => {
  const api = await opened();
  const { body } = await api.send('PUT', `${path}/${await made(api)}`, request);
  expect(body).toMatchObject({ status: 400, details: [{ fieldName: 'version' }] });
});

test('pages go forth and back by cursor', async () => {
  const api = await opened();
  for (const name of ['a', 'b', 'c', 'd', 'e']) await made(api, { name });
  const names = ({ entities }: Page): string => entities.map((one) => one.name).join('');
  const first = await page(api, `${path}?pageSize=2`);
  const second = await page(api, first.nextUri ?? '');
  const third = await page(api, second.nextUri ?? '');
  expect([first, second, third].map(names)).toEqual(['ab', 'cd', 'e']);
  expect(first.previousUri).toBeUndefined();
  expect(third.nextUri).toBeUndefined();
  expect(names(await page(api, third.previousUri ?? ''))).toBe('cd');
  expect((await api.get(`${path}?after=x`)).status).toBe(400);
});

test('triggers are filtered by topic, state and delay', async () => {
  const api = await opened();
  await made(api, { name: 'late', delayBySeconds: 60 });
  await made(api, { name: 'off', enabled: false });
  await made(api, { name: 'acw', topicName: 'v2.detail.events.conversation.{id}.acw' });
  const names = async (query: string): Promise<readonly string[]> =>
    (await page(api, `${path}?${query}`)).entities.map((one) => one.name);
  expect(await names(`topicName=${encodeURIComponent(topicName)}`)).toEqual(['late', 'off']);
  expect(await names('enabled=false')).toEqual(['off']);
  expect(await names('hasDelayBy=true')).toEqual(['late']);
  expect(await names('hasDelayBy=false&enabled=true')).toEqual(['acw']);
});

test('the topics have the one of wrap-ups', async () => {
  const { entities } = (await (await opened()).get(`${path}/topics?pageSize=200`)).body;
  expect(entities).toContain(topicName);
});

test.each([
  [{ mediaType: 'VOICE', wrapupDurationMs: 61_000 }, true],
  [{ mediaType: 'CHAT', wrapupDurationMs: 61_000 }, false],
  [{ mediaType: 'VOICE', wrapupDurationMs: 60_000 }, false],
  [{ mediaType: 'VOICE' }, false],
])('a test with %j says whether the trigger would start: %s', async (event, matches) => {
  const api = await opened();
  const id = await made(api, {
    matchCriteria: [
      { jsonPath: 'mediaType', operator: 'Equal', value: 'VOICE' },
      { jsonPath: '$.wrapupDurationMs', operator: 'GreaterThan', value: 60_000 },
    ],
  });
  for (const sent of [event, JSON.stringify(JSON.stringify(event))]) {
    const { body } = await api.send('POST', `${path}/${id}/test`, sent);
    expect(body).toMatchObject({ triggerMatches: matches, schemaValidation: { matches: true } });
    expect(misfits('TestModeResults', body)).toEqual([]);
  }
});

test('consistencyDelay: reads lag behind making and removing a trigger', async () => {
  const clock = testClock();
  const api = await signIn(await openSandbox({ clock, switches: { consistencyDelay: 30 } }));
  const id = await made(api);
  const seen = async (): Promise<readonly unknown[]> => [
    (await api.get(`${path}/${id}`)).status,
    (await page(api, path)).entities.length,
  ];
  expect(await seen()).toEqual([404, 0]);
  clock.advance(30);
  expect(await seen()).toEqual([200, 1]);
  await api.send('DELETE', `${path}/${id}`);
  expect(await seen()).toEqual([200, 1]);
  clock.advance(30);
  expect(await seen()).toEqual([404, 0]);
});

test('a reader sees and makes none', async () => {
  const sandbox = await openSandbox();
  const api = await signIn(sandbox, sandbox.clients.readOnly);
  expect((await api.get(path)).body).toMatchObject({ code: 'missing.any.permissions' });
  expect((await api.send('POST', path, request)).body).toMatchObject({
    messageParams: { permissions: 'processautomation:trigger:add' },
  });
});
