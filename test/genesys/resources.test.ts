import type { Models } from 'purecloud-platform-client-v2';
import { expect, test } from 'vitest';
import { WRAPUP_CODES } from '#core/genesys/endpoints/wrapupCodes.ts';
import { nthRequest } from '#sandbox/faults.ts';
import { failureOf, openWorld } from './support.ts';

type Opened = Awaited<ReturnType<typeof openWorld>>;

const VOICE = 'Support Voice';
const queueIdOf = ({ sandbox }: Opened, name = VOICE): string =>
  [...sandbox.org.queues.values()].find((queue) => queue.name === name)?.id ?? '';

test('a code is read by its id, and is not there once it was deleted', async () => {
  const { genesys } = await openWorld();
  const { value } = await genesys.wrapupCodes.create({ name: 'Short Life', description: 'soon gone' });
  expect(await genesys.wrapupCodes.get(value.id)).toMatchObject({ name: 'Short Life', description: 'soon gone' });
  const removed = await genesys.wrapupCodes.remove(value.id);
  expect(removed.correlationId).toBeDefined();
  expect(await genesys.wrapupCodes.get(value.id)).toBeUndefined();
  expect(await failureOf(genesys.wrapupCodes.remove(value.id))).toMatchObject({ kind: 'notFound', ambiguous: false });
});

test('a read that fails is not taken for a code that is not there', async () => {
  const { genesys } = await openWorld({
    fault: ({ path }) =>
      path.startsWith(`${WRAPUP_CODES}/`) ? { kind: 'answer', when: 'before', status: 503 } : undefined,
  });
  expect(await failureOf(genesys.wrapupCodes.get('some-id'))).toMatchObject({ kind: 'server', status: 503 });
});

test('a code is taken off one queue and stays on the others', async () => {
  const world = await openWorld();
  const { genesys } = world;
  const { value } = await genesys.wrapupCodes.create({ name: 'On Two Queues' });
  const [voice, other = ''] = [
    queueIdOf(world),
    [...world.sandbox.org.queues.keys()].find((id) => id !== queueIdOf(world)),
  ];
  const ids = async (queueId: string) => (await genesys.queueWrapupCodes.list(queueId)).map(({ id }) => id);
  for (const queueId of [voice, other]) await genesys.queueWrapupCodes.add(queueId, [value.id]);
  await genesys.queueWrapupCodes.remove(voice, value.id);
  expect(await ids(voice)).not.toContain(value.id);
  expect(await ids(other)).toContain(value.id);
});

test('a queue that is replaced keeps everything that was not changed', async () => {
  const world = await openWorld();
  const { genesys } = world;
  const queueId = queueIdOf(world);
  const before = await genesys.queues.get(queueId);
  const published: Pick<Models.Queue, 'acwSettings'> = { acwSettings: { wrapupPrompt: 'OPTIONAL' } };
  const { value } = await genesys.queues.replace(queueId, { ...before, ...published });
  const after = await genesys.queues.get(queueId);
  expect(after).toEqual(value);
  expect(after['acwSettings']).toMatchObject({ wrapupPrompt: 'OPTIONAL' });
  const kept = Object.keys(before).filter((field) => !['acwSettings', 'dateModified', 'modifiedBy'].includes(field));
  expect(kept.length).toBeGreaterThan(10);
  for (const field of kept) expect([field, after[field]]).toEqual([field, before[field]]);
  expect(await failureOf(genesys.queues.get('no-such-queue'))).toMatchObject({ kind: 'notFound' });
});

test('the outbound mappings are written back whole, and a version that moved is a conflict', async () => {
  const { genesys } = await openWorld();
  const { value: code } = await genesys.wrapupCodes.create({ name: 'Mapped' });
  const before = await genesys.outbound.mappings();
  const document = { ...before.document, mapping: { ...before.mapping, [code.id]: ['RIGHT_PARTY_CONTACT'] } };
  const { value } = await genesys.outbound.replace(document);
  expect(value.version).toBeGreaterThan(before.version);
  expect(value.mapping).toEqual(document.mapping);
  expect(value.defaultSet).toEqual(before.defaultSet);
  expect(await genesys.outbound.mappings()).toEqual(value);
  expect(await failureOf(genesys.outbound.replace(document))).toMatchObject({ kind: 'conflict', ambiguous: false });
});

test('rows of a data table are added, replaced, listed and removed by their key', async () => {
  const { sandbox, genesys } = await openWorld();
  const [seeded] = sandbox.org.tables.values();
  const name = seeded?.name ?? '';
  const table = await genesys.dataTables.find(name.toUpperCase());
  expect(table).toMatchObject({ id: seeded?.id, name });
  expect(Object.keys(table?.columns ?? {})).not.toContain('key');
  expect(await genesys.dataTables.find('No Such Table')).toBeUndefined();
  const id = table?.id ?? '';
  const [column = ''] = Object.entries(table?.columns ?? {}).find(([, type]) => type === 'string') ?? [];
  const key = 'Técnico / 50 %';
  const was = await genesys.dataTables.rows(id);
  expect(await genesys.dataTables.row(id, key)).toBeUndefined();
  await genesys.dataTables.addRow(id, { key, [column]: 'first' });
  expect(await genesys.dataTables.row(id, key)).toMatchObject({ key, [column]: 'first' });
  await genesys.dataTables.replaceRow(id, key, { key, [column]: 'second' });
  const rows = await genesys.dataTables.rows(id);
  expect(rows).toHaveLength(was.length + 1);
  expect(rows).toContainEqual(expect.objectContaining({ key, [column]: 'second' }));
  await genesys.dataTables.removeRow(id, key);
  expect(await genesys.dataTables.rows(id)).toEqual(was);
});

test('a write with an answer that was cut off may have been done, whatever it is', async () => {
  const write = ({ method, path }: { readonly method: string; readonly path: string }): boolean =>
    method !== 'GET' && path.startsWith('/api/');
  const fault = () => nthRequest(1, write, { kind: 'reset', when: 'after' });
  const removal = await openWorld({ fault: fault() });
  const [codeId = ''] = removal.sandbox.org.codes.keys();
  expect(await failureOf(removal.genesys.wrapupCodes.remove(codeId))).toMatchObject({
    kind: 'interrupted',
    ambiguous: true,
  });
  const outbound = await openWorld({ fault: fault() });
  const { document } = await outbound.genesys.outbound.mappings();
  expect(await failureOf(outbound.genesys.outbound.replace(document))).toMatchObject({ ambiguous: true });
});
