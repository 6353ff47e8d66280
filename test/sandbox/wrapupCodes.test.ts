import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeIdOf, codesPath, divisionIdOf, openSandbox, queueIdOf, queuesPath, signIn, testClock } from './support.ts';

test('POST keeps name, description and division, and fills in the rest', async () => {
  const clock = testClock();
  const sandbox = await openSandbox({ clock });
  const api = await signIn(sandbox);
  const division = { id: divisionIdOf(sandbox, 'Sales') };
  const { status, body } = await api.send('POST', codesPath, { name: 'Zoom Call', description: 'Video', division });
  expect(status).toBe(200);
  const id = String(body['id']);
  expect(body).toEqual({
    id,
    name: 'Zoom Call',
    description: 'Video',
    division: { ...division, name: 'Sales', selfUri: `/api/v2/authorization/divisions/${division.id}` },
    dateCreated: '2026-11-20T12:00:00.000Z',
    dateModified: '2026-11-20T12:00:00.000Z',
    createdBy: sandbox.clientId,
    modifiedBy: sandbox.clientId,
    selfUri: `${codesPath}/${id}`,
  });
  expect((await api.get(`${codesPath}/${id}`)).body).toEqual(body);
});

test('a body is not believed about what the org decides', async () => {
  const api = await signIn(await openSandbox());
  const claimed = { id: 'mine', name: 'Own Id', dateCreated: '2001-01-01T00:00:00Z', createdBy: 'me', selfUri: '/x' };
  const { body } = await api.send('POST', codesPath, claimed);
  for (const name of ['id', 'dateCreated', 'createdBy', 'selfUri'] as const) expect(body[name]).not.toBe(claimed[name]);
});

test.each([
  [{}, 'required.field.missing', 'name'],
  [{ name: '' }, 'required.field.missing', 'name'],
  [{ name: '  ' }, 'required.field.missing', 'name'],
  [{ name: null }, 'required.field.missing', 'name'],
  [{ name: 5 }, 'bad.request', 'name'],
  [{ name: 'A', description: ['x'] }, 'bad.request', 'description'],
  [{ name: 'A', division: 'Support' }, 'bad.request', 'division'],
  [{ name: 'A', division: { id: 7 } }, 'bad.request', 'division.id'],
  [{ name: 'A', division: { id: 'nowhere' } }, 'invalid.value', 'division.id'],
])('POST and PUT refuse %j', async (sent, code, fieldName) => {
  const sandbox = await openSandbox();
  const api = await signIn(sandbox);
  const id = codeIdOf(sandbox, 'Test Call');
  const before = [...sandbox.org.codes.values()];
  for (const [method, path] of [
    ['POST', codesPath],
    ['PUT', `${codesPath}/${id}`],
  ] as const) {
    const { body } = await api.send(method, path, sent);
    expect(body).toMatchObject({ status: 400, code, details: [{ fieldName }] });
  }
  expect([...sandbox.org.codes.values()]).toEqual(before);
});

test('fields that no model has are ignored', async () => {
  const api = await signIn(await openSandbox());
  const { status, body } = await api.send('POST', codesPath, { name: 'Extra', codeName: 'X', mandatoryField: true });
  expect(status).toBe(200);
  expect(body).not.toHaveProperty('codeName');
});

test.each([
  ['POST', { name: 'Issue Resolved' }],
  ['PUT', { name: 'Issue Resolved' }],
] as const)('%s of a name that another code has is duplicate.name', async (method, sent) => {
  const sandbox = await openSandbox();
  const path = method === 'POST' ? codesPath : `${codesPath}/${codeIdOf(sandbox, 'Test Call')}`;
  expect((await (await signIn(sandbox)).send(method, path, sent)).body).toMatchObject({
    status: 400,
    code: 'duplicate.name',
    message: 'A wrapup code with this name already exists.',
  });
});

test('what PUT writes, GET and the list read', async () => {
  const sandbox = await openSandbox({ rate: 1_000_000 });
  const api = await signIn(sandbox);
  const id = codeIdOf(sandbox, 'Test Call');
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).filter((name) => name.trim() !== '');
  const written = fc.record({
    name: text.map((name) => `${name} put`),
    description: text,
    division: fc.constantFrom('*', ...sandbox.org.divisions.map((division) => division.id)).map((key) => ({ id: key })),
  });
  await fc.assert(
    fc.asyncProperty(written, async (code) => {
      expect((await api.send('PUT', `${codesPath}/${id}`, code)).body).toMatchObject({ ...code, id });
      expect((await api.get(`${codesPath}/${id}`)).body).toMatchObject(code);
      expect((await api.list(`${codesPath}?id=${id}`)).entities[0]).toMatchObject(code);
    }),
    { numRuns: 40 },
  );
});

test('PUT keeps creation, moves modification, and may keep its own name', async () => {
  const clock = testClock();
  const sandbox = await openSandbox({ clock });
  const api = await signIn(sandbox);
  const path = `${codesPath}/${codeIdOf(sandbox, 'Test Call')}`;
  const before = (await api.get(path)).body;
  const { status, body } = await api.send('PUT', path, { name: 'TEST CALL' });
  expect(status).toBe(200);
  expect(body).toMatchObject({ dateCreated: before['dateCreated'], createdBy: before['createdBy'] });
  expect(body).toMatchObject({ dateModified: '2026-11-20T12:00:00.000Z', modifiedBy: sandbox.clientId });
});

test('DELETE is soft: gone from lists and queues, found by the views', async () => {
  const sandbox = await openSandbox();
  const api = await signIn(sandbox);
  const id = codeIdOf(sandbox, 'Issue Resolved');
  const onQueue = `${queuesPath}/${queueIdOf(sandbox, 'Support Voice')}/wrapupcodes?name=Issue Resolved`;
  expect((await api.list(onQueue)).total).toBe(1);
  expect((await api.send('DELETE', `${codesPath}/${id}`)).status).toBe(200);

  expect((await api.get(`${codesPath}/${id}`)).body).toMatchObject({ status: 404, code: 'resource.not.found' });
  expect((await api.list(`${codesPath}?id=${id}`)).total).toBe(0);
  expect((await api.list(onQueue)).total).toBe(0);
  const views = `${codesPath}/divisionviews?id=${id}`;
  expect((await api.list(views)).total).toBe(0);
  expect((await api.list(`${views}&includeState=Deleted`)).entities[0]?.name).toBe('Issue Resolved');
  for (const method of ['DELETE', 'PUT']) {
    const again = await api.send(method, `${codesPath}/${id}`, method === 'PUT' ? { name: 'Back' } : undefined);
    expect(again.status).toBe(404);
  }
});

test.each(['GET', 'PUT', 'DELETE'])('%s of an unknown id is 404', async (method) => {
  const sandbox = await openSandbox();
  const path = `${codesPath}/00000000-0000-4000-8000-000000000000`;
  const { body } = await (await signIn(sandbox)).send(method, path, method === 'PUT' ? { name: 'X' } : undefined);
  expect(body).toMatchObject({ status: 404, code: 'resource.not.found' });
});

test('the list is filtered by ids, divisions and name', async () => {
  const sandbox = await openSandbox();
  const api = await signIn(sandbox);
  const ids = ['No Answer', 'Order Changed'].map((name) => codeIdOf(sandbox, name));
  const named = async (query: string): Promise<readonly string[]> =>
    (await api.all(`${codesPath}?${query}`)).map((code) => code.name).sort();
  expect(await named(`id=${ids[0]}&id=${ids[1]}&id=unknown`)).toEqual(['No Answer', 'Order Changed']);
  const sales = divisionIdOf(sandbox, 'Sales');
  expect(await named(`id=${ids[0]}&id=${ids[1]}&divisionId=${sales}`)).toEqual(['Order Changed']);
  expect(await named('name=order%20changed')).toEqual(['Order Changed']);
  expect(await named('name=Order*')).toEqual([]);
  expect((await api.get(`${codesPath}?sortBy=dateModified`)).body).toMatchObject({ code: 'invalid.value' });
});

test('without a name the list has no useful order; with one it is sorted as asked', async () => {
  const sandbox = await openSandbox({ switches: { nameFilter: 'contains' } });
  const api = await signIn(sandbox);
  const ids = (await api.all(`${codesPath}?sortBy=name&sortOrder=descending`)).map((code) => code.id);
  expect(ids).toEqual([...ids].sort());
  const sorted = (await api.all(`${codesPath}?name=sale`)).map((code) => code.name);
  expect(sorted).toEqual(['Sale Closed', 'Sale Lost - Competitor', 'Sale Lost - Price']);
  const descending = await api.all(`${codesPath}?name=sale&sortOrder=descending`);
  expect(descending.map((code) => code.name)).toEqual([...sorted].reverse());
});
