/** What all of the API has in common: error bodies, headers, methods, media types, sizes, hosts. */
import { request } from 'node:http';
import { expect, test } from 'vitest';
import type { Sandbox } from '#sandbox/server.ts';
import { codeIdOf, codesPath, openSandbox, signIn } from './support.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test('an error has the published body, and its context is the correlation id', async () => {
  const api = await signIn(await openSandbox());
  const { status, body, headers } = await api.get('/api/v2/routing/wrapupcategories');
  expect(status).toBe(404);
  expect(headers.get('ININ-Correlation-Id')).toMatch(uuid);
  expect(body).toEqual({
    message: 'The requested resource was not found.',
    code: 'not.found',
    status: 404,
    messageParams: {},
    contextId: headers.get('ININ-Correlation-Id'),
    details: [],
    errors: [],
  });
});

test('every answer has its own correlation id, login and refused login too', async () => {
  const sandbox = await openSandbox();
  const api = await signIn(sandbox);
  await api.get('/api/v2/organizations/me');
  await fetch(`${sandbox.url}/oauth/token`, { method: 'POST' });
  await fetch(`${sandbox.url}/elsewhere`);
  const ids = sandbox.log.map((entry) => entry.correlationId);
  expect(ids.length).toBe(4);
  expect(new Set(ids).size).toBe(4);
  const answered = await fetch(`${sandbox.url}/elsewhere`);
  expect(answered.headers.get('ININ-Correlation-Id')).toBe(sandbox.log.at(-1)?.correlationId);
});

test.each([
  ['PATCH', codesPath, 'GET, POST'],
  ['DELETE', codesPath, 'GET, POST'],
  ['POST', '/api/v2/tokens/me', 'GET, HEAD, DELETE'],
  ['PUT', '/api/v2/organizations/me', 'GET'],
])('%s %s is 405 and says what is allowed', async (method, path, allowed) => {
  const answered = await (await signIn(await openSandbox())).send(method, path);
  expect(answered.status).toBe(405);
  expect(answered.headers.get('Allow')).toBe(allowed);
});

test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml'])(
  'a body of %s is 415',
  async (type) => {
    const sandbox = await openSandbox();
    const before = sandbox.org.codes.size;
    const answered = await (await signIn(sandbox)).send('POST', codesPath, '{"name":"X"}', { 'Content-Type': type });
    expect(answered.body).toMatchObject({ status: 415, code: 'unsupported.media.type' });
    expect(sandbox.org.codes.size).toBe(before);
  },
);

test('a media type may have parameters', async () => {
  const api = await signIn(await openSandbox());
  const type = 'application/json; charset=utf-8';
  expect((await api.send('POST', codesPath, '{"name":"X"}', { 'Content-Type': type })).status).toBe(200);
});

test.each(['{"name":', '', '[]', '"name"', 'null', '{"name":"a"}}'])('the body %s is a bad request', async (body) => {
  const answered = await (await signIn(await openSandbox())).send('POST', codesPath, body);
  expect(answered.body).toMatchObject({ status: 400, code: 'bad.request' });
});

test('512,000 bytes are read, one more is 413', async () => {
  const sandbox = await openSandbox();
  const api = await signIn(sandbox);
  const body = (bytes: number): string => {
    const empty = JSON.stringify({ name: 'Big', description: '' });
    return JSON.stringify({ name: 'Big', description: 'x'.repeat(bytes - empty.length) });
  };
  const tooLarge = await api.send('POST', codesPath, body(512_001));
  expect(tooLarge.body).toMatchObject({ status: 413, limit: { key: 'request.bytes.max', value: 512_000 } });
  expect((await api.send('POST', codesPath, body(512_000))).status).toBe(200);
});

test('a user is needed for users/me', async () => {
  const api = await signIn(await openSandbox());
  expect((await api.get('/api/v2/users/me')).body).toMatchObject({ status: 400, code: 'not.a.user' });
});

test('an encoded id is read, a broken one is not found', async () => {
  const sandbox = await openSandbox();
  const api = await signIn(sandbox);
  const id = codeIdOf(sandbox, 'Test Call').replaceAll('-', '%2D');
  expect((await api.get(`${codesPath}/${id}`)).body['name']).toBe('Test Call');
  expect((await api.get(`${codesPath}/%E0%A4%A`)).status).toBe(404);
});

/** `fetch` sets Host itself and tidies paths, so this asks by hand. */
function statusOf(sandbox: Sandbox, host: string, path = '/api/v2/tokens/me'): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: sandbox.port, path, headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .once('error', reject)
      .end();
  });
}

test.each([
  ['evil.example.com', 421],
  ['127.0.0.1.evil.example.com', 421],
  ['localhost.evil.example.com', 421],
  ['api.mypurecloud.com', 421],
  ['10.0.0.1', 421],
  ['127.0.0.1', 401],
  ['localhost:8080', 401],
  ['[::1]:80', 401],
])('a request for the host %s gets %i', async (host, status) => {
  expect(await statusOf(await openSandbox(), host)).toBe(status);
});

test.each(['//', '//evil.example.com/api/v2/tokens/me', 'http://evil.example.com/', '*', '/%', '/?%'])(
  'the odd target %s is answered too',
  async (path) => {
    expect(await statusOf(await openSandbox(), '127.0.0.1', path)).toBe(404);
  },
);

test('an organisation and its limits', async () => {
  const sandbox = await openSandbox({ rate: 20 });
  const api = await signIn(sandbox);
  expect((await api.get('/api/v2/organizations/me')).body).toMatchObject({ id: sandbox.org.id, version: 1 });
  const limits = '/api/v2/organizations/limits';
  const rate = { namespace: 'platform.api', key: 'token.rate.per.minute' };
  expect((await api.list(`${limits}/namespaces/platform.api`)).entities).toContainEqual({ ...rate, value: 20 });
  expect((await api.list(`${limits}/namespaces/platform.api/defaults`)).entities).toContainEqual({
    ...rate,
    value: 300,
  });
  expect((await api.get(`${limits}/namespaces/wrapupcodes`)).status).toBe(404);
  expect((await api.list(`${limits}/namespaces`)).entities).toContain('routing');
  expect((await api.get(`${limits}/docs`)).body['namespaces']).toHaveLength(95);
});
