import { expect, test } from 'vitest';
import { divisionIdOf, openSandbox, queueIdOf, queuesPath, signIn } from './support.ts';

test.each([
  ['', 12],
  ['name=Support Voice', 1],
  ['name=support*', 3],
  ['name=*voice', 2],
  ['name=*sales*', 2],
  ['name=Support', 0],
])('with %s there are %i queues', async (query, total) => {
  expect((await (await signIn(await openSandbox())).list(`${queuesPath}?${query}`)).total).toBe(total);
});

test('queues are sorted by name and filtered by id and division', async () => {
  const sandbox = await openSandbox();
  const api = await signIn(sandbox);
  const names = (await api.list(`${queuesPath}?pageSize=100`)).entities.map((queue) => queue.name);
  expect(names).toEqual([...names].sort());
  const down = (await api.list(`${queuesPath}?pageSize=100&sortOrder=desc`)).entities.map((queue) => queue.name);
  expect(down).toEqual([...names].reverse());
  const sales = await api.list(`${queuesPath}?divisionId=${divisionIdOf(sandbox, 'Sales')}`);
  expect(sales.entities.map((queue) => queue.name)).toEqual(['Retention', 'Sales Callback', 'Sales Voice']);
  expect((await api.list(`${queuesPath}?id=${queueIdOf(sandbox, 'Claims')}`)).total).toBe(1);
});

test('a PUT of what was read changes nothing but the modification', async () => {
  const sandbox = await openSandbox();
  const api = await signIn(sandbox);
  for (const { id } of sandbox.org.queues.values()) {
    const { dateModified: _before, modifiedBy: _by, ...before } = (await api.get(`${queuesPath}/${id}`)).body;
    expect((await api.send('PUT', `${queuesPath}/${id}`, before)).status).toBe(200);
    const { dateModified: _after, modifiedBy, ...after } = (await api.get(`${queuesPath}/${id}`)).body;
    expect(after).toEqual(before);
    expect(modifiedBy).toBe(sandbox.clientId);
  }
});

test.each(['ignored', 'refused'] as const)(
  'fields that only the org knows survive a PUT that sends them back, unknownFields %s',
  async (unknownFields) => {
    const sandbox = await openSandbox({ switches: { newerFields: 'yes', unknownFields } });
    const api = await signIn(sandbox);
    const path = `${queuesPath}/${queueIdOf(sandbox, 'Support Voice')}`;
    const before = (await api.get(path)).body;
    expect(before['sandboxNewerField']).toEqual({ mode: 'KEEP', levels: [3, 1, 2], note: null });
    expect((await api.send('PUT', path, before)).status).toBe(200);
    const { dateModified: _then, modifiedBy: _who, ...after } = (await api.get(path)).body;
    expect(before).toMatchObject(after);
    expect(Object.keys(after)).toHaveLength(Object.keys(before).length - 2);

    const { sandboxNewerField: _lost, ...rest } = before;
    expect((await api.send('PUT', path, rest)).status).toBe(200);
    expect((await api.get(path)).body).not.toHaveProperty('sandboxNewerField');
    const again = await api.send('PUT', path, before);
    expect([again.status, again.body['sandboxNewerField']]).toEqual([
      unknownFields === 'refused' ? 400 : 200,
      undefined,
    ]);
  },
);

test('a field within acwSettings that only the org knows is kept by who sends it and lost by who does not', async () => {
  const sandbox = await openSandbox({ switches: { newerFields: 'yes' } });
  const api = await signIn(sandbox);
  const path = `${queuesPath}/${queueIdOf(sandbox, 'Support Voice')}`;
  const before = (await api.get(path)).body;
  const kept = { ...(before['acwSettings'] as object), wrapupPrompt: 'MANDATORY' };
  expect((await api.send('PUT', path, { ...before, acwSettings: kept })).body['acwSettings']).toEqual(kept);
  expect(kept).toHaveProperty('sandboxNewerFlag', true);
  const lost = { wrapupPrompt: 'MANDATORY' };
  expect((await api.send('PUT', path, { ...before, acwSettings: lost })).body['acwSettings']).toEqual(lost);
});

test('a PUT from scratch loses what it does not say, but not what the org counts', async () => {
  const sandbox = await openSandbox();
  const api = await signIn(sandbox);
  const path = `${queuesPath}/${queueIdOf(sandbox, 'Support Voice')}`;
  const before = (await api.get(path)).body;
  const { body } = await api.send('PUT', path, { name: 'Support Voice', memberCount: 0 });
  expect(Object.keys(before).length).toBeGreaterThan(30);
  for (const lost of ['description', 'mediaSettings', 'acwSettings', 'queueFlow', 'bullseye']) {
    expect(before).toHaveProperty(lost);
    expect(body).not.toHaveProperty(lost);
  }
  expect(body).toMatchObject({ memberCount: 148, dateCreated: before['dateCreated'] });
});

test.each([
  [{ description: 'x' }, 'required.field.missing'],
  [{ name: 'Q', acwSettings: { wrapupPrompt: 'mandatory' } }, 'invalid.value'],
  [{ name: 'Q', acwSettings: { wrapupPrompt: 'MANDATORY_TIMEOUT', timeoutMs: 999 } }, 'bad.request'],
  [{ name: 'Q', acwSettings: { wrapupPrompt: 'MANDATORY_TIMEOUT', timeoutMs: 3_600_001 } }, 'bad.request'],
  [{ name: 'Q', enableTranscription: 'yes' }, 'bad.request'],
  [{ name: 'Q', division: { id: '*' } }, 'invalid.value'],
  [{ name: 'BILLING' }, 'duplicate.name'],
])('PUT refuses %j with %s', async (sent, code) => {
  const sandbox = await openSandbox();
  const api = await signIn(sandbox);
  const path = `${queuesPath}/${queueIdOf(sandbox, 'Claims')}`;
  const before = (await api.get(path)).body;
  expect((await api.send('PUT', path, sent)).body).toMatchObject({ status: 400, code });
  expect((await api.get(path)).body).toEqual(before);
});

test('an unknown queue is 404', async () => {
  const api = await signIn(await openSandbox());
  expect((await api.get(`${queuesPath}/unknown`)).body).toMatchObject({ status: 404, code: 'resource.not.found' });
  expect((await api.send('PUT', `${queuesPath}/unknown`, { name: 'Q' })).status).toBe(404);
});

test('views are simplified, sorted as asked, and * asks for all divisions', async () => {
  const sandbox = await openSandbox();
  const api = await signIn(sandbox);
  const views = `${queuesPath}/divisionviews`;
  const all = await api.list(`${views}/all?pageSize=500`);
  expect(all.total).toBe(12);
  expect(all.entities[0]).not.toHaveProperty('acwSettings');
  expect((await api.list(`${views}?divisionId=*`)).total).toBe(12);
  const ids = (await api.list(`${views}?sortBy=id`)).entities.map((queue) => queue.id);
  expect(ids).toEqual([...ids].sort());
  expect((await api.list(`${views}?name=Claims`)).total).toBe(1);
});
