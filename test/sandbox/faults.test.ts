import { expect, test } from 'vitest';
import { type Fault, type FaultTarget, nthRequest } from '#sandbox/faults.ts';
import { type Sandbox, startSandbox } from '#sandbox/server.ts';
import { fakeClock } from '../support/fakeClock.ts';
import { type Api, codesPath, openSandbox, signIn } from './support.ts';

const isPost = (request: FaultTarget): boolean => request.method === 'POST' && request.path === codesPath;

async function withFault(fault: Fault): Promise<{ sandbox: Sandbox; api: Api; created(): number }> {
  const sandbox = await openSandbox({ fault: nthRequest(1, isPost, fault) });
  const before = sandbox.org.codes.size;
  return { sandbox, api: await signIn(sandbox), created: () => sandbox.org.codes.size - before };
}

test.each([
  [403, 'missing.permissions'],
  [404, 'not.found'],
  [409, 'conflict'],
  [500, 'internal.server.error'],
  [503, 'service.unavailable'],
])('status %i before and after the commit', async (status, code) => {
  for (const [when, count] of [
    ['before', 0],
    ['after', 1],
  ] as const) {
    const { api, created } = await withFault({ kind: 'answer', when, status });
    const { body, headers } = await api.send('POST', codesPath, { name: 'X' });
    expect(body).toMatchObject({ status, code, contextId: headers.get('ININ-Correlation-Id') });
    expect(created()).toBe(count);
  }
});

test('an answer of the test itself: status, headers, body', async () => {
  const { api } = await withFault({
    kind: 'answer',
    when: 'before',
    status: 418,
    headers: { 'X-Test': 'yes' },
    body: { odd: true },
  });
  const answered = await api.send('POST', codesPath, { name: 'X' });
  expect([answered.status, answered.headers.get('X-Test'), answered.body]).toEqual([418, 'yes', { odd: true }]);
});

test('429 with Retry-After, and the next request is served', async () => {
  const { api, created } = await withFault({ kind: 'rateLimited', retryAfter: 40 });
  const answered = await api.send('POST', codesPath, { name: 'X' });
  expect([answered.status, answered.headers.get('Retry-After')]).toEqual([429, '40']);
  expect(created()).toBe(0);
  expect((await api.send('POST', codesPath, { name: 'X' })).status).toBe(200);
});

test.each([
  ['before', 0],
  ['after', 1],
] as const)('a connection cut %s the commit', async (when, count) => {
  const { api, created, sandbox } = await withFault({ kind: 'cut', when });
  await expect(api.send('POST', codesPath, { name: 'X' })).rejects.toThrow('fetch failed');
  expect(created()).toBe(count);
  expect(sandbox.log.at(-1)).toMatchObject({ fault: 'cut', path: codesPath });
  expect(sandbox.log.at(-1)?.status).toBeUndefined();
});

test.each([
  ['before', 0],
  ['after', 1],
] as const)('a connection reset %s the commit', async (when, count) => {
  const { api, created } = await withFault({ kind: 'reset', when });
  const error = await api.send('POST', codesPath, { name: 'X' }).catch((reason: Error) => reason.cause);
  expect(error).toMatchObject({ code: 'ECONNRESET' });
  expect(created()).toBe(count);
});

test('latency is time of the sandbox’s clock, not of the test', async () => {
  const clock = fakeClock();
  const fault = nthRequest(1, isPost, { kind: 'latency', when: 'before', ms: 90_000 });
  const api = await signIn(await openSandbox({ clock, fault }));
  const before = clock.now();
  expect((await api.send('POST', codesPath, { name: 'X' })).status).toBe(200);
  expect(clock.now() - before).toBe(90_000);
  await api.send('POST', codesPath, { name: 'Y' });
  expect(clock.sleeps).toEqual([90_000]);
});

test('a connection cut in the middle of the body', async () => {
  const { api, created } = await withFault({ kind: 'cutBody' });
  await expect(api.send('POST', codesPath, { name: 'X' })).rejects.toThrow('terminated');
  expect(created()).toBe(1);
});

test('truncated JSON comes as a whole answer', async () => {
  const { api, created } = await withFault({ kind: 'truncated' });
  await expect(api.send('POST', codesPath, { name: 'X' })).rejects.toThrow(SyntaxError);
  expect(created()).toBe(1);
});

test('a page of HTML', async () => {
  const sandbox = await openSandbox({
    fault: nthRequest(2, () => true, { kind: 'html', when: 'before', status: 502 }),
  });
  await signIn(sandbox);
  const response = await fetch(`${sandbox.url}${codesPath}`);
  expect([response.status, response.headers.get('Content-Type')]).toEqual([502, 'text/html']);
  expect(await response.text()).toContain('<!DOCTYPE html>');
});

function openGate(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => {};
  const promise = new Promise<void>((open) => {
    resolve = open;
  });
  return { promise, resolve };
}

test.each([
  ['before', 0],
  ['after', 1],
] as const)('an answer that is held %s the commit comes when the test lets it go', async (when, count) => {
  const [gate, reached] = [openGate(), openGate()];
  const sandbox = await openSandbox({
    fault: (request) => {
      if (!isPost(request)) return undefined;
      // The hook runs just before the request is carried out, so the next turn of the loop sees the result.
      setImmediate(reached.resolve);
      return { kind: 'held', when, until: gate.promise };
    },
  });
  const before = sandbox.org.codes.size;
  const api = await signIn(sandbox);
  const answer = api.send('POST', codesPath, { name: 'X' });
  await reached.promise;
  expect(sandbox.org.codes.size - before).toBe(count);
  gate.resolve();
  expect((await answer).status).toBe(200);
  expect(sandbox.org.codes.size - before).toBe(1);
});

test('a request that is never answered ends with the sandbox', async () => {
  const sandbox = await startSandbox({ fault: nthRequest(1, isPost, { kind: 'unanswered', when: 'after' }) });
  const before = sandbox.org.codes.size;
  const api = await signIn(sandbox);
  const answer = expect(api.send('POST', codesPath, { name: 'X' })).rejects.toThrow('fetch failed');
  while (sandbox.org.codes.size === before) await new Promise((resolve) => setImmediate(resolve));
  await sandbox.close();
  await answer;
});

test('a revoked token stays revoked', async () => {
  const { api, created, sandbox } = await withFault({ kind: 'revoked' });
  for (let request = 0; request < 2; request += 1) {
    expect((await api.send('POST', codesPath, { name: 'X' })).body).toMatchObject({ code: 'bad.credentials' });
  }
  expect(created()).toBe(0);
  expect((await (await signIn(sandbox)).get('/api/v2/tokens/me')).status).toBe(200);
});

test('a redirect leads elsewhere and does nothing', async () => {
  const { api, created } = await withFault({ kind: 'redirect', status: 302, location: 'https://example.com/' });
  const answered = await api.send('POST', codesPath, { name: 'X' });
  expect([answered.status, answered.headers.get('Location')]).toEqual([302, 'https://example.com/']);
  expect(created()).toBe(0);
});

test('faults strike the login too, and the hook sees every request with its index', async () => {
  const seen: FaultTarget[] = [];
  const sandbox = await openSandbox({
    fault: (request) => {
      seen.push(request);
      return request.index === 0 ? { kind: 'answer', when: 'before', status: 503 } : undefined;
    },
  });
  await expect(signIn(sandbox).then((api) => api.get('/api/v2/tokens/me'))).resolves.toMatchObject({ status: 401 });
  expect(seen).toMatchObject([
    { method: 'POST', path: '/oauth/token', index: 0 },
    { method: 'GET', path: '/api/v2/tokens/me', index: 1 },
  ]);
});
