/** What no source tells: each switch changes the one thing that it is about. */
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { parseSwitch, switchesWith, switchTable } from '#sandbox/switches.ts';
import { codeIdOf, codesPath, divisionIdOf, openSandbox, queueIdOf, queuesPath, signIn, testClock } from './support.ts';

test('every switch stands in the README with its values and its default', async () => {
  const readme = await readFile(new URL('../../sandbox/README.md', import.meta.url), 'utf8');
  const rows = readme.split('\n').map((line) =>
    line
      .split('|')
      .map((cell) => cell.trim())
      .slice(1, -1),
  );
  for (const [name, definition] of Object.entries(switchTable)) {
    const values = 'values' in definition ? definition.values.join(', ') : `a number of ${definition.unit}`;
    expect(rows).toContainEqual([`\`${name}\``, values, String(definition.default), definition.question]);
  }
});

test('a switch is read from the command line, a wrong one is explained', () => {
  expect(parseSwitch('duplicateStatus=409')).toEqual({ duplicateStatus: '409' });
  expect(parseSwitch('consistencyDelay=30')).toEqual({ consistencyDelay: 30 });
  expect(() => parseSwitch('duplicateStatus=410')).toThrow("Switch duplicateStatus is one of 400, 409, not '410'.");
  expect(() => parseSwitch('nameMaximum=many')).toThrow("Switch nameMaximum is a number of characters, not 'many'.");
  expect(() => parseSwitch('nonsense=1')).toThrow("There is no switch 'nonsense'.");
  expect(switchesWith({ nameMaximum: 256 })).toMatchObject({ nameMaximum: 256, duplicateStatus: '400' });
});

test.each(['400', '409'] as const)('duplicateStatus %s', async (duplicateStatus) => {
  const api = await signIn(await openSandbox({ switches: { duplicateStatus } }));
  const { status, body } = await api.send('POST', codesPath, { name: 'Issue Resolved' });
  expect([status, body['code']]).toEqual([Number(duplicateStatus), 'duplicate.name']);
});

test.each([
  ['ignored', 400],
  ['exact', 200],
] as const)('nameCase %s', async (nameCase, status) => {
  const api = await signIn(await openSandbox({ switches: { nameCase } }));
  expect((await api.send('POST', codesPath, { name: 'ISSUE RESOLVED' })).status).toBe(status);
});

test.each([
  ['kept', 200, ' Issue Resolved '],
  ['trimmed', 400, undefined],
] as const)('nameSpaces %s', async (nameSpaces, status, name) => {
  const api = await signIn(await openSandbox({ switches: { nameSpaces } }));
  const answered = await api.send('POST', codesPath, { name: ' Issue Resolved ' });
  expect([answered.status, answered.body['name']]).toEqual([status, name]);
});

test.each([
  ['organization', 400],
  ['division', 200],
] as const)('nameScope %s', async (nameScope, status) => {
  const sandbox = await openSandbox({ switches: { nameScope } });
  const sent = { name: 'Sale Closed', division: { id: divisionIdOf(sandbox, 'Billing') } };
  expect((await (await signIn(sandbox)).send('POST', codesPath, sent)).status).toBe(status);
});

test.each([
  [0, 300, 200],
  [256, 256, 200],
  [256, 257, 400],
])('nameMaximum %i with %i characters', async (nameMaximum, length, status) => {
  const api = await signIn(await openSandbox({ switches: { nameMaximum } }));
  expect((await api.send('POST', codesPath, { name: 'n'.repeat(length) })).status).toBe(status);
});

test.each([
  ['reusable', 200],
  ['taken', 400],
] as const)('deletedName %s', async (deletedName, status) => {
  const api = await signIn(await openSandbox({ switches: { deletedName } }));
  expect((await api.send('POST', codesPath, { name: 'Fax Received' })).status).toBe(status);
});

test('deletedName taken: a code that shares its name with a deleted one may keep it', async () => {
  const sandbox = await openSandbox({ switches: { deletedName: 'taken' } });
  const path = `${codesPath}/${codeIdOf(sandbox, 'Escalation')}`;
  const sent = { name: 'Escalation', description: 'To a team lead' };
  expect((await (await signIn(sandbox)).send('PUT', path, sent)).status).toBe(200);
});

test.each([
  ['refused', 400],
  ['accepted', 200],
] as const)('putDuplicate %s', async (putDuplicate, status) => {
  const sandbox = await openSandbox({ switches: { putDuplicate } });
  const path = `${codesPath}/${codeIdOf(sandbox, 'Test Call')}`;
  expect((await (await signIn(sandbox)).send('PUT', path, { name: 'No Answer' })).status).toBe(status);
});

test.each([
  ['clears', undefined],
  ['keeps', 'A message was left'],
] as const)('putWithoutDescription %s', async (putWithoutDescription, description) => {
  const sandbox = await openSandbox({ switches: { putWithoutDescription } });
  const path = `${codesPath}/${codeIdOf(sandbox, 'Voicemail Left')}`;
  const { body } = await (await signIn(sandbox)).send('PUT', path, { name: 'Voicemail Left' });
  expect(body['description']).toBe(description);
});

test.each([
  ['resets', 'all', '*'],
  ['resets', 'home', 'Home'],
  ['keeps', 'all', 'Sales'],
] as const)('putWithoutDivision %s, defaultDivision %s', async (putWithoutDivision, defaultDivision, division) => {
  const sandbox = await openSandbox({ switches: { putWithoutDivision, defaultDivision } });
  const path = `${codesPath}/${codeIdOf(sandbox, 'Sale Closed')}`;
  const { body } = await (await signIn(sandbox)).send('PUT', path, { name: 'Sale Closed' });
  const id = division === '*' ? '*' : divisionIdOf(sandbox, division);
  expect(body['division']).toMatchObject({ id });
});

test.each([
  ['kept', ''],
  ['dropped', undefined],
] as const)('emptyDescription %s', async (emptyDescription, description) => {
  const api = await signIn(await openSandbox({ switches: { emptyDescription } }));
  const { body } = await api.send('POST', codesPath, { name: 'Empty', description: '' });
  expect(body['description']).toBe(description);
});

test.each(['400', '404'] as const)('unknownDivision %s', async (unknownDivision) => {
  const api = await signIn(await openSandbox({ switches: { unknownDivision } }));
  const { status } = await api.send('POST', codesPath, { name: 'X', division: { id: 'nowhere' } });
  expect(status).toBe(Number(unknownDivision));
});

test.each([
  ['exact', 0],
  ['contains', 3],
] as const)('nameFilter %s', async (nameFilter, total) => {
  const api = await signIn(await openSandbox({ switches: { nameFilter } }));
  expect((await api.list(`${codesPath}?name=sale`)).total).toBe(total);
});

test('consistencyDelay: reads lag behind POST and DELETE, writes do not', async () => {
  const clock = testClock();
  const sandbox = await openSandbox({ clock, switches: { consistencyDelay: 30 } });
  const api = await signIn(sandbox);
  const id = String((await api.send('POST', codesPath, { name: 'Late' })).body['id']);
  const queue = `${queuesPath}/${queueIdOf(sandbox, 'Claims')}/wrapupcodes`;
  const seen = async (): Promise<readonly unknown[]> => [
    (await api.get(`${codesPath}/${id}`)).status,
    (await api.list(`${codesPath}?id=${id}`)).total,
    (await api.list(`${queue}?name=Late`)).total,
    (await api.list(`${codesPath}/divisionviews?id=${id}&includeState=ActiveAndDeleted`)).total,
  ];
  expect((await api.send('POST', queue, [{ id }])).status).toBe(200);
  expect((await api.send('POST', codesPath, { name: 'Late' })).status).toBe(400);
  expect(await seen()).toEqual([404, 0, 0, 0]);
  clock.advance(30);
  expect(await seen()).toEqual([200, 1, 1, 1]);

  await api.send('DELETE', `${codesPath}/${id}`);
  expect(await seen()).toEqual([200, 1, 0, 1]);
  expect((await api.send('DELETE', `${codesPath}/${id}`)).status).toBe(404);
  clock.advance(30);
  expect(await seen()).toEqual([404, 0, 0, 1]);
});

test('queueCodesDelay: the list of the codes on a queue lags behind, writes do not', async () => {
  const clock = testClock();
  const sandbox = await openSandbox({ clock, switches: { queueCodesDelay: 30 } });
  const api = await signIn(sandbox);
  const path = `${queuesPath}/${queueIdOf(sandbox, 'Claims')}/wrapupcodes`;
  const [added, removed] = [codeIdOf(sandbox, 'Test Call'), codeIdOf(sandbox, 'Claim Opened')];
  const listed = async (): Promise<readonly boolean[]> => {
    const ids = new Set((await api.all(path)).map((code) => code.id));
    return [ids.has(added), ids.has(removed)];
  };
  expect((await api.send('POST', path, [{ id: added }])).status).toBe(200);
  clock.advance(10);
  expect((await api.send('DELETE', `${path}/${removed}`)).status).toBe(200);
  expect((await api.send('DELETE', `${path}/${removed}`)).status).toBe(404);
  expect(await listed()).toEqual([false, true]);
  clock.advance(20);
  expect(await listed()).toEqual([true, true]);
  clock.advance(10);
  expect(await listed()).toEqual([true, false]);
});

test('updateDelay: reads show what was before a change, writes count from what is', async () => {
  const clock = testClock();
  const sandbox = await openSandbox({ clock, switches: { updateDelay: 30 } });
  const api = await signIn(sandbox);
  const queue = `${queuesPath}/${queueIdOf(sandbox, 'Claims')}`;
  const code = `${codesPath}/${codeIdOf(sandbox, 'Claim Opened')}`;
  const mappings = '/api/v2/outbound/wrapupcodemappings';
  const row = `/api/v2/flows/datatables/${[...sandbox.org.tables.keys()][0] ?? ''}/rows/Wrong%20Number`;
  const read = async (): Promise<readonly unknown[]> => {
    const listed = await api.list(`${queue}/wrapupcodes?name=Claim%20*`);
    return [
      (await api.get(code)).body['description'],
      listed.entities.find(({ id }) => code.endsWith(id))?.description,
      (await api.get(queue)).body['acwSettings'],
      (await api.get(mappings)).body['version'],
      (await api.get(`${row}?showbrief=false`)).body['category'],
    ];
  };
  const before = await read();
  const change = async (description: string): Promise<readonly number[]> => {
    const statuses: number[] = [];
    for (const [path, body] of [
      [code, { name: 'Claim Opened', description }],
      [queue, { ...(await api.get(queue)).body, acwSettings: { wrapupPrompt: 'MANDATORY' } }],
      [mappings, (await api.get(mappings)).body],
      [row, { key: 'Wrong Number', category: description }],
    ] as const) {
      statuses.push((await api.send('PUT', path, body)).status);
    }
    return statuses;
  };
  expect(await change('first')).toEqual([200, 200, 200, 200]);
  expect(await read()).toEqual(before);
  clock.advance(10);
  // What was read of the mappings is out of date, as their version says.
  expect(await change('second')).toEqual([200, 200, 409, 200]);
  clock.advance(29);
  expect((await read()).slice(0, 2)).toEqual(before.slice(0, 2));
  clock.advance(1);
  expect(await read()).toEqual(['second', 'second', { wrapupPrompt: 'MANDATORY' }, 8, 'second']);
});

test.each([
  ['no', false],
  ['yes', true],
] as const)('newerFields %s', async (newerFields, hasThem) => {
  const sandbox = await openSandbox({ switches: { newerFields } });
  const api = await signIn(sandbox);
  for (const path of [`${queuesPath}/${queueIdOf(sandbox, 'Claims')}`, '/api/v2/outbound/wrapupcodemappings']) {
    expect('sandboxNewerField' in (await api.get(path)).body).toBe(hasThem);
  }
});

test.each([
  ['found', 200],
  ['missing', 404],
] as const)('deletedView %s', async (deletedView, status) => {
  const sandbox = await openSandbox({ switches: { deletedView } });
  const api = await signIn(sandbox);
  const id = codeIdOf(sandbox, 'Test Call');
  await api.send('DELETE', `${codesPath}/${id}`);
  expect((await api.get(`${codesPath}/divisionviews/${id}`)).status).toBe(status);
});

test.each(['200', '204'] as const)('deleteStatus %s', async (deleteStatus) => {
  const sandbox = await openSandbox({ switches: { deleteStatus } });
  const api = await signIn(sandbox);
  const id = codeIdOf(sandbox, 'Claim Opened');
  const queue = `${queuesPath}/${queueIdOf(sandbox, 'Claims')}/wrapupcodes`;
  for (const path of [`${queue}/${id}`, `${codesPath}/${id}`, '/api/v2/tokens/me']) {
    expect((await api.send('DELETE', path)).status).toBe(Number(deleteStatus));
  }
});

test.each([
  ['notFound', 404],
  ['ignored', 200],
] as const)('trailingSlash %s', async (trailingSlash, status) => {
  const sandbox = await openSandbox({ switches: { trailingSlash } });
  const api = await signIn(sandbox);
  expect((await api.get(`${codesPath}/`)).status).toBe(status);
  // A key of two dots leads out of the rows: every client of HTTP takes such a path to its parent.
  const table = `/api/v2/flows/datatables/${[...sandbox.org.tables.keys()][0] ?? ''}`;
  expect((await api.get(`${table}/rows/..`)).status).toBe(status);
});

test.each([
  ['accepted', 200],
  ['refused', 409],
] as const)('deleteOnQueue %s', async (deleteOnQueue, status) => {
  const sandbox = await openSandbox({ switches: { deleteOnQueue } });
  const api = await signIn(sandbox);
  const id = codeIdOf(sandbox, 'Claim Opened');
  const onQueue = `${queuesPath}/${queueIdOf(sandbox, 'Claims')}/wrapupcodes`;
  expect((await api.send('DELETE', `${codesPath}/${id}`)).status).toBe(status);
  expect((await api.list(`${onQueue}?name=Claim Opened`)).total).toBe(status === 200 ? 0 : 1);
  if (status === 200) return;
  expect((await api.send('DELETE', `${onQueue}/${id}`)).status).toBe(200);
  expect((await api.send('DELETE', `${codesPath}/${id}`)).status).toBe(200);
});

test('queueCodeMaximum: what would go over it is refused as a whole', async () => {
  const sandbox = await openSandbox({ switches: { queueCodeMaximum: 9 } });
  const api = await signIn(sandbox);
  const path = `${queuesPath}/${queueIdOf(sandbox, 'Claims')}/wrapupcodes`;
  const ids = ['Test Call', 'No Answer'].map((name) => ({ id: codeIdOf(sandbox, name) }));
  expect((await api.list(path)).total).toBe(8);
  expect((await api.send('POST', path, ids)).status).toBe(400);
  expect((await api.list(path)).total).toBe(8);
  expect((await api.send('POST', path, ids.slice(0, 1))).status).toBe(200);
});

test.each([
  ['ignored', 200],
  ['refused', 400],
] as const)('unknownFields %s', async (unknownFields, status) => {
  const api = await signIn(await openSandbox({ switches: { unknownFields } }));
  expect((await api.send('POST', codesPath, { name: 'Extra', reportingTags: [] })).status).toBe(status);
});
