import { expect, test } from 'vitest';
import { codeIdOf, codesPath, openSandbox, queueIdOf, queuesPath, signIn } from './support.ts';

const unknown = '00000000-0000-4000-8000-000000000000';

test('POST adds to what is there, once, and answers the codes it was asked for', async () => {
  const sandbox = await openSandbox();
  const api = await signIn(sandbox);
  const path = `${queuesPath}/${queueIdOf(sandbox, 'Claims')}/wrapupcodes`;
  const before = await api.all(path);
  const asked = ['Claim Opened', 'Test Call'].map((name) => ({ id: codeIdOf(sandbox, name) }));
  const { status, body } = await api.send('POST', path, asked);
  expect(status).toBe(200);
  expect(body).toMatchObject([{ name: 'Claim Opened' }, { name: 'Test Call' }]);
  const names = (await api.all(path)).map((code) => code.name);
  expect(names.sort()).toEqual([...before.map((code) => code.name), 'Test Call'].sort());
});

test('100 codes are taken, 101 are not', async () => {
  const sandbox = await openSandbox();
  const api = await signIn(sandbox);
  const path = `${queuesPath}/${queueIdOf(sandbox, 'VIP Desk')}/wrapupcodes`;
  const ids = (await api.all(codesPath)).map((code) => ({ id: code.id }));
  const before = (await api.list(path)).total;
  expect((await api.send('POST', path, ids.slice(0, 101))).body).toMatchObject({ status: 400, code: 'bad.request' });
  expect((await api.list(path)).total).toBe(before);
  expect((await api.send('POST', path, ids.slice(0, 100))).status).toBe(200);
  expect((await api.list(path)).total).toBeGreaterThanOrEqual(100);
});

test.each([{ id: 'x' }, ['x'], [{}], [{ id: '' }], [{ id: 5 }]])('POST refuses the body %j', async (sent) => {
  const sandbox = await openSandbox();
  const path = `${queuesPath}/${queueIdOf(sandbox, 'Claims')}/wrapupcodes`;
  expect((await (await signIn(sandbox)).send('POST', path, sent)).status).toBeOneOf([400, 404]);
});

test.each([
  ['refused', 404, 0],
  ['skipped', 200, 1],
] as const)('with an unknown code among them, it is %s', async (queueAddUnknown, status, added) => {
  const sandbox = await openSandbox({ switches: { queueAddUnknown } });
  const api = await signIn(sandbox);
  const path = `${queuesPath}/${queueIdOf(sandbox, 'Claims')}/wrapupcodes`;
  const before = (await api.list(path)).total;
  const sent = [{ id: codeIdOf(sandbox, 'Test Call') }, { id: unknown }];
  expect((await api.send('POST', path, sent)).status).toBe(status);
  expect((await api.list(path)).total).toBe(before + added);
});

test('a name filters, and a trailing asterisk with it', async () => {
  const sandbox = await openSandbox();
  const api = await signIn(sandbox);
  const path = `${queuesPath}/${queueIdOf(sandbox, 'Claims')}/wrapupcodes`;
  expect((await api.list(`${path}?name=claim*`)).total).toBe(5);
  expect((await api.list(`${path}?name=claim`)).total).toBe(0);
  expect((await api.list(`${path}?name=claim opened`)).total).toBe(1);
});

test('DELETE takes one code off and leaves the code itself', async () => {
  const sandbox = await openSandbox();
  const api = await signIn(sandbox);
  const path = `${queuesPath}/${queueIdOf(sandbox, 'Claims')}/wrapupcodes`;
  const id = codeIdOf(sandbox, 'Claim Opened');
  const before = (await api.list(path)).total;
  expect((await api.send('DELETE', `${path}/${id}`)).status).toBe(200);
  expect((await api.list(path)).total).toBe(before - 1);
  expect((await api.get(`${codesPath}/${id}`)).status).toBe(200);
  expect((await api.send('DELETE', `${path}/${id}`)).status).toBe(404);
});

test('an unknown queue is 404', async () => {
  const sandbox = await openSandbox();
  const api = await signIn(sandbox);
  const path = `${queuesPath}/${unknown}/wrapupcodes`;
  expect((await api.get(path)).status).toBe(404);
  expect((await api.send('POST', path, [{ id: codeIdOf(sandbox, 'Test Call') }])).status).toBe(404);
  expect((await api.send('DELETE', `${path}/${codeIdOf(sandbox, 'Test Call')}`)).status).toBe(404);
});
