/** Permissions by endpoint, divisions by entity. */
import { expect, test } from 'vitest';
import { codeIdOf, codesPath, divisionIdOf, openSandbox, queueIdOf, queuesPath, signIn } from './support.ts';

test('a reader reads everything and writes nothing', async () => {
  const sandbox = await openSandbox();
  const api = await signIn(sandbox, sandbox.clients.readOnly);
  const code = `${codesPath}/${codeIdOf(sandbox, 'Test Call')}`;
  const queue = `${queuesPath}/${queueIdOf(sandbox, 'Claims')}`;
  for (const path of [codesPath, code, `${codesPath}/divisionviews`, queuesPath, queue, `${queue}/wrapupcodes`]) {
    expect((await api.get(path)).status).toBe(200);
  }
  const before = JSON.stringify([...sandbox.org.codes.values(), ...sandbox.org.queues.values()]);
  for (const [method, path, body, permission] of [
    ['POST', codesPath, { name: 'X' }, 'routing:wrapupCode:add'],
    ['PUT', code, { name: 'X' }, 'routing:wrapupCode:edit'],
    ['DELETE', code, undefined, 'routing:wrapupCode:delete'],
    ['PUT', queue, { name: 'X' }, 'routing:queue:edit'],
    ['POST', `${queue}/wrapupcodes`, [], 'routing:queue:edit'],
    ['DELETE', `${queue}/wrapupcodes/x`, undefined, 'routing:queue:edit'],
  ] as const) {
    expect((await api.send(method, path, body)).body).toMatchObject({
      status: 403,
      code: 'missing.permissions',
      message: `Unable to perform the requested action. You are missing the following permission(s): ${permission}`,
      messageParams: { permissions: permission },
    });
  }
  expect(JSON.stringify([...sandbox.org.codes.values(), ...sandbox.org.queues.values()])).toBe(before);
});

test('a client of one division lists that division and what is for all', async () => {
  const sandbox = await openSandbox();
  const api = await signIn(sandbox, sandbox.clients.scoped);
  const support = divisionIdOf(sandbox, 'Support');
  const divisions = new Set((await api.all(codesPath)).map((code) => code.division.id));
  expect([...divisions].sort()).toEqual(['*', support].sort());
  const queues = (await api.list(queuesPath)).entities.map((queue) => queue.name);
  expect(queues).toEqual(['Support Chat', 'Support Email', 'Support Voice', 'Technical Tier 2']);
  expect((await api.list(`${queuesPath}/divisionviews/all`)).total).toBe(4);
});

test.each(['403', '404'] as const)('one entity of a foreign division is %s', async (foreignDivision) => {
  const sandbox = await openSandbox({ switches: { foreignDivision } });
  const api = await signIn(sandbox, sandbox.clients.scoped);
  const code = `${codesPath}/${codeIdOf(sandbox, 'Sale Closed')}`;
  const queue = `${queuesPath}/${queueIdOf(sandbox, 'Claims')}`;
  for (const [method, path, body] of [
    ['GET', code],
    ['PUT', code, { name: 'X' }],
    ['DELETE', code],
    ['GET', queue],
    ['PUT', queue, { name: 'X' }],
    ['GET', `${queue}/wrapupcodes`],
    ['POST', `${queue}/wrapupcodes`, []],
  ] as const) {
    expect([method, path, (await api.send(method, path, body)).status]).toEqual([
      method,
      path,
      Number(foreignDivision),
    ]);
  }
});

test('a client of one division creates there, not elsewhere and not for all', async () => {
  const sandbox = await openSandbox();
  const api = await signIn(sandbox, sandbox.clients.scoped);
  const inDivision = (name: string): unknown => ({
    name: `New ${name}`,
    division: { id: divisionIdOf(sandbox, name) },
  });
  expect((await api.send('POST', codesPath, inDivision('Support'))).status).toBe(200);
  expect((await api.send('POST', codesPath, inDivision('Sales'))).status).toBe(403);
  expect((await api.send('POST', codesPath, { name: 'New for all' })).status).toBe(403);
  const own = `${codesPath}/${codeIdOf(sandbox, 'New Support')}`;
  expect((await api.send('PUT', own, inDivision('Sales'))).status).toBe(403);
  const shared = `${codesPath}/${codeIdOf(sandbox, 'Wrong Number')}`;
  expect((await api.get(shared)).status).toBe(200);
  const support = { id: divisionIdOf(sandbox, 'Support') };
  expect((await api.send('PUT', shared, { name: 'Wrong Number', division: support })).status).toBe(403);
  expect((await api.send('DELETE', shared)).status).toBe(403);
  expect((await api.get(shared)).body['division']).toMatchObject({ id: '*' });
});

test('a name is taken also by a code that the client cannot see', async () => {
  const sandbox = await openSandbox();
  const api = await signIn(sandbox, sandbox.clients.scoped);
  const sent = { name: 'Sale Closed', division: { id: divisionIdOf(sandbox, 'Support') } };
  expect((await api.list(`${codesPath}?name=Sale Closed`)).total).toBe(0);
  expect((await api.send('POST', codesPath, sent)).body).toMatchObject({ code: 'duplicate.name' });
});
