import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { editKinds } from '#sandbox/control/edits.ts';
import { faultKinds } from '#sandbox/control/faultOf.ts';
import { startSandbox } from '#sandbox/server.ts';
import { apiWith, codeIdOf, codesPath, openSandbox, queuesPath } from '../support.ts';
import { openControlled } from './support.ts';

test('every kind of fault and of edit stands in the README', async () => {
  const readme = await readFile(new URL('../../../sandbox/README.md', import.meta.url), 'utf8');
  const rows = readme.split('\n').map((line) => line.split('|')[1] ?? '');
  for (const kind of faultKinds) expect(rows.filter((first) => first.includes(`\`${kind}\``))).toHaveLength(1);
  for (const kind of editKinds) expect(readme).toContain(`\`${kind}\``);
});

test('without the secret nothing is told or done', async () => {
  const { sandbox } = await openControlled();
  const url = `${sandbox.control?.url ?? ''}/faults`;
  for (const headers of [{}, { Authorization: 'Bearer wrong' }, { Authorization: `Bearer ${sandbox.clientSecret}` }]) {
    const response = await fetch(url, { headers });
    expect([response.status, Object.keys((await response.json()) as object)]).toEqual([401, ['error']]);
  }
});

test('a page that calls itself by another name is refused, secret or not', async () => {
  const { sandbox } = await openControlled();
  const status = await new Promise((resolve, reject) => {
    const headers = { Host: 'evil.example.com', Authorization: `Bearer ${sandbox.control?.secret ?? ''}` };
    request(`${sandbox.control?.url ?? ''}/faults`, { headers }, (response) => resolve(response.statusCode))
      .once('error', reject)
      .end();
  });
  expect(status).toBe(421);
});

test('it is open only on request, and closes with the sandbox', async () => {
  expect((await openSandbox()).control).toBeUndefined();
  const sandbox = await startSandbox({ control: true });
  const port = Number(new URL(sandbox.control?.url ?? '').port);
  await sandbox.close();
  // The port is free again.
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  await new Promise((resolve) => server.close(resolve));
});

test('faults are listed, counted and removed one by one', async () => {
  const { api, remote } = await openControlled();
  const first = await remote.fault({
    path: '/api/v2/routing/**',
    nth: 2,
    times: 2,
    fault: { kind: 'cut', when: 'before' },
  });
  const second = await remote.fault({
    method: 'GET',
    path: `${queuesPath}/*/wrapupcodes`,
    fault: { kind: 'truncated' },
  });
  expect((await api.get(codesPath)).status).toBe(200);
  await expect(api.get(codesPath)).rejects.toThrow();
  await expect(api.get(queuesPath)).rejects.toThrow();
  expect((await api.get(queuesPath)).status).toBe(200);
  expect((await remote.send('GET', 'faults')).body).toEqual({
    faults: [
      {
        id: first,
        path: '/api/v2/routing/**',
        nth: 2,
        times: 2,
        fault: { kind: 'cut', when: 'before' },
        seen: 4,
        struck: 2,
        requests: [2, 3],
        held: 0,
      },
      expect.objectContaining({ id: second, method: 'GET', seen: 0, struck: 0 }),
    ],
  });
  expect((await remote.send('DELETE', `faults/${first}`)).body).toEqual({ removed: true });
  expect((await remote.send('DELETE', `faults/${first}`)).status).toBe(404);
  expect((await remote.send('GET', 'faults')).body['faults']).toHaveLength(1);
});

test('where two rules are due, the older one strikes and both count', async () => {
  const { api, remote } = await openControlled();
  const [older, newer] = [
    await remote.fault({ fault: { kind: 'answer', when: 'before', status: 500 } }),
    await remote.fault({ times: 2, fault: { kind: 'answer', when: 'before', status: 503 } }),
  ];
  expect([(await api.get(codesPath)).status, (await api.get(codesPath)).status]).toEqual([500, 503]);
  expect((await remote.send('GET', `faults/${older}`)).body).toMatchObject({ seen: 2, struck: 1 });
  expect((await remote.send('GET', `faults/${newer}`)).body).toMatchObject({ seen: 2, struck: 1 });
});

test('WRITE is what changes the org: no query, no sign-in, no end of a token', async () => {
  const { sandbox, api, remote } = await openControlled();
  const id = await remote.fault({ method: 'WRITE', times: 100, fault: { kind: 'revoked' } });
  await api.get(codesPath);
  await api.send('POST', '/api/v2/analytics/conversations/details/query', {});
  await api.send('DELETE', '/api/v2/tokens/me');
  expect((await remote.send('GET', `faults/${id}`)).body).toMatchObject({ seen: 0 });
  await apiWith(sandbox, 'x').send('DELETE', `${codesPath}/x`);
  expect((await remote.send('GET', `faults/${id}`)).body).toMatchObject({ seen: 1 });
});

test('the requests can be read, from one on', async () => {
  const { sandbox, api, remote } = await openControlled();
  await api.send('POST', codesPath, { name: 'X' });
  const { body } = await remote.send('GET', 'requests?from=1');
  expect(body['requests']).toEqual([
    expect.objectContaining({
      index: 1,
      method: 'POST',
      path: codesPath,
      body: { name: 'X' },
      status: 200,
      clientId: sandbox.clientId,
    }),
  ]);
});

test('switches can be set while it runs', async () => {
  const { api, remote } = await openControlled();
  expect((await remote.send('GET', 'switches')).body).toMatchObject({ duplicateStatus: '400', consistencyDelay: 0 });
  await remote.send('PATCH', 'switches', { duplicateStatus: '409', nameMaximum: 10 });
  expect((await api.send('POST', codesPath, { name: 'Issue Resolved' })).status).toBe(400);
  expect((await api.send('POST', codesPath, { name: 'No Answer' })).status).toBe(409);
  const wrong = await remote.send('PATCH', 'switches', { duplicateStatus: '410' });
  expect([wrong.status, wrong.body['error']]).toEqual([400, "Switch duplicateStatus is one of 400, 409, not '410'."]);
});

test('every edit of somebody else', async () => {
  const { sandbox, remote } = await openControlled();
  const id = codeIdOf(sandbox, 'Wrong Number');
  const edits: readonly object[] = [
    { kind: 'addCode', name: 'Brand New', description: 'by somebody' },
    { kind: 'editCode', code: id, description: 'changed' },
    { kind: 'putCodeOnQueue', queue: 'Claims', code: 'Brand New' },
    { kind: 'takeCodeOffQueue', queue: 'Claims', code: 'Brand New' },
    { kind: 'changeQueue', queue: 'Claims', settings: { acwSettings: { wrapupPrompt: 'OPTIONAL' } } },
    { kind: 'changeMappings', flags: { [id]: ['RIGHT_PARTY_CONTACT'] } },
    { kind: 'changeMappings', flags: { [id]: null } },
    { kind: 'removeCode', code: 'No Answer' },
  ];
  for (const edit of edits) expect(await remote.send('POST', 'edits', edit)).toMatchObject({ status: 200 });
  expect(sandbox.org.codes.get(id)?.description).toBe('changed');
  expect([...sandbox.org.codes.values()].filter(({ name }) => name === 'Brand New')).toHaveLength(1);
  const claims = [...sandbox.org.queues.values()].find(({ name }) => name === 'Claims');
  expect(claims?.settings['acwSettings']).toEqual({ wrapupPrompt: 'OPTIONAL' });
  const [table] = sandbox.org.tables.values();
  const row = { kind: 'touchRow', table: table?.name, key: 'touched', cells: {} };
  expect(await remote.send('POST', 'edits', row)).toMatchObject({ status: 200 });
  expect(table?.rows.get('touched')).toBeDefined();
  expect(await remote.send('POST', 'edits', { ...row, cells: null })).toMatchObject({ status: 200 });
  expect(await remote.send('POST', 'edits', { kind: 'removeCode', code: 'nothing' })).toMatchObject({ status: 400 });
});

test.each([
  ['faults', 'POST', undefined, 'A fault rule is a JSON object.'],
  ['faults', 'POST', {}, 'A fault rule needs "fault", a JSON object.'],
  ['faults', 'POST', { fault: { kind: 'cut', when: 'now' } }, 'A fault needs "when", one of before, after.'],
  ['faults', 'POST', { fault: { kind: 'truncated', when: 'after' } }, 'A fault has no field "when".'],
  ['faults', 'POST', { nth: 0, fault: {} }, 'A fault rule needs "nth", a whole number from 1 to 1000000.'],
  ['faults', 'POST', { fault: { kind: 'rateLimited' } }, 'A fault of kind rateLimited needs "retryAfter".'],
  [
    'faults',
    'POST',
    { fault: { kind: 'rateLimited', retryAfter: '1\r\nX: y' } },
    'The text of a header is printable ASCII on one line.',
  ],
  ['edits', 'POST', { kind: 'removeCode' }, 'An edit needs "code", a text.'],
  ['network', 'PUT', { down: 'yes' }, 'The network needs "down", true or false.'],
  ['nowhere', 'GET', undefined, 'There is nothing here to do that with.'],
])('%s with %s %j is explained', async (path, method, body, error) => {
  const { remote } = await openControlled();
  const told = await remote.send(method, path, body);
  expect(told.status).toBe(path === 'nowhere' ? 404 : 400);
  expect(told.body).toEqual({ error });
});
