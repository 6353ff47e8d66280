/** Each fault on request through the control port, over HTTP. */
import { expect, test } from 'vitest';
import { type Api, codesPath, queueIdOf, queuesPath, signIn, testClock } from '../support.ts';
import { tokensFor } from '../oauth/signIn.ts';
import { apiWith } from '../support.ts';
import { openControlled } from './support.ts';

const tokensMe = '/api/v2/tokens/me';
const posts = { method: 'POST', path: codesPath };
const create = (api: Api, name = 'X') => api.send('POST', codesPath, { name });

test.each([
  ['before', 0],
  ['after', 1],
] as const)('503 and a reset %s the commit', async (when, count) => {
  for (const fault of [
    { kind: 'answer', when, status: 503 },
    { kind: 'reset', when },
    { kind: 'cut', when },
    { kind: 'html', when, status: 502 },
  ]) {
    const { sandbox, api, remote } = await openControlled();
    const before = sandbox.org.codes.size;
    const id = await remote.fault({ ...posts, fault });
    const answered = await create(api).catch((error: Error) => error);
    if (fault.kind === 'answer') expect(answered).toMatchObject({ status: 503, body: { code: 'service.unavailable' } });
    else expect(answered).toBeInstanceOf(Error);
    expect(sandbox.org.codes.size - before).toBe(count);
    expect(sandbox.log.at(-1)).toMatchObject({ fault: fault.kind });
    expect((await remote.send('GET', `faults/${id}`)).body).toMatchObject({ id, seen: 1, struck: 1, fault });
    expect((await create(api, 'Y')).status).toBe(200);
  }
});

test.each([
  [7, '7'],
  [{ dateIn: 90 }, 'Fri, 20 Nov 2026 12:01:30 GMT'],
  ['soon', 'soon'],
  ['-1', '-1'],
  ['99999999999999999999', '99999999999999999999'],
  [null, null],
])('429 with Retry-After %j', async (retryAfter, header) => {
  const { api, remote } = await openControlled({ clock: testClock() });
  await remote.fault({ fault: { kind: 'rateLimited', retryAfter } });
  const answered = await api.get(tokensMe);
  expect([answered.status, answered.headers.get('Retry-After')]).toEqual([429, header]);
  expect(answered.body).toMatchObject({ code: 'too.many.requests' });
});

test('truncated JSON and a body that breaks off', async () => {
  const { sandbox, api, remote } = await openControlled();
  const before = sandbox.org.codes.size;
  await remote.fault({ ...posts, fault: { kind: 'truncated' } });
  await remote.fault({ ...posts, nth: 2, fault: { kind: 'cutBody' } });
  await expect(create(api, 'A')).rejects.toThrow(SyntaxError);
  await expect(create(api, 'B')).rejects.toThrow('terminated');
  expect(sandbox.org.codes.size - before).toBe(2);
});

test('a token that expires in mid-run can be refreshed, a sign-in that is revoked cannot', async () => {
  const { sandbox, remote } = await openControlled({ switches: { pkceRefreshToken: 'given' } });
  for (const [kind, status] of [
    ['expired', 200],
    ['revoked', 400],
  ] as const) {
    const { access_token: token, refresh_token: refreshToken = '' } = await tokensFor(sandbox);
    const api = apiWith(sandbox, token);
    expect((await api.get(tokensMe)).status).toBe(200);
    await remote.fault({ path: '/api/v2/**', fault: { kind } });
    expect((await api.get(tokensMe)).body).toMatchObject({ status: 401, code: 'bad.credentials' });
    expect((await api.get(tokensMe)).status).toBe(401);
    const refreshed = await fetch(`${sandbox.url}/oauth/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'refresh_token',
        refresh_token: refreshToken,
        client_id: sandbox.apps.desktop.id,
      }),
    });
    expect(refreshed.status).toBe(status);
  }
});

test('all tokens end at once', async () => {
  const { sandbox, api, remote } = await openControlled();
  for (const way of ['expire', 'revoke']) {
    const another = await signIn(sandbox);
    expect((await another.get(tokensMe)).status).toBe(200);
    await remote.send('POST', `tokens/${way}`);
    expect([(await api.get(tokensMe)).status, (await another.get(tokensMe)).status]).toEqual([401, 401]);
  }
});

test('a version conflict', async () => {
  const { api, remote } = await openControlled();
  await remote.fault({ method: 'PUT', fault: { kind: 'versionConflict' } });
  const answered = await api.send('PUT', '/api/v2/outbound/wrapupcodemappings', {});
  expect(answered.body).toMatchObject({ status: 409, code: 'invalid.update.wrong.version' });
});

test('what one request did is seen some seconds later', async () => {
  const clock = testClock();
  const { api, remote } = await openControlled({ clock });
  await remote.fault({ ...posts, fault: { kind: 'lagging', seconds: 5 } });
  const { id } = (await create(api, 'Late')).body;
  const other = (await create(api, 'At once')).body;
  expect((await api.get(`${codesPath}/${String(id)}`)).status).toBe(404);
  expect((await api.get(`${codesPath}/${String(other['id'])}`)).status).toBe(200);
  clock.advance(5);
  expect((await api.get(`${codesPath}/${String(id)}`)).status).toBe(200);
});

test('somebody else’s edit comes just before the request, and is no secret', async () => {
  const { sandbox, api, remote } = await openControlled();
  const queue = queueIdOf(sandbox, 'Claims');
  const edit = { kind: 'putCodeOnQueue', queue: 'Claims', code: 'Wrong Number' };
  const id = await remote.fault({
    method: 'GET',
    path: `${queuesPath}/{queueId}/wrapupcodes`,
    nth: 2,
    fault: { kind: 'edited', edit },
  });
  const names = async (): Promise<readonly string[]> =>
    (await api.all(`${queuesPath}/${queue}/wrapupcodes`)).map(({ name }) => name);
  expect(await names()).not.toContain('Wrong Number');
  expect(await names()).toContain('Wrong Number');
  expect((await remote.send('GET', `faults/${id}`)).body).not.toHaveProperty('failure');
});

test('an edit of what does not exist is told in the list, and the request goes on', async () => {
  const { api, remote } = await openControlled();
  const id = await remote.fault({ fault: { kind: 'edited', edit: { kind: 'removeCode', code: 'No such code' } } });
  expect((await api.get(tokensMe)).status).toBe(200);
  expect((await remote.send('GET', `faults/${id}`)).body['failure']).toEqual(expect.stringContaining('No such code'));
});

test('latency passes on the sandbox’s clock', async () => {
  const clock = testClock();
  const { api, sandbox, remote } = await openControlled({ clock });
  const before = sandbox.org.codes.size;
  const id = await remote.fault({ ...posts, fault: { kind: 'latency', when: 'after', ms: 60_000 } });
  let isAnswered = false;
  const answer = create(api).finally(() => (isAnswered = true));
  await remote.send('GET', `faults/${id}/struck`);
  expect([isAnswered, sandbox.org.codes.size - before]).toEqual([false, 1]);
  clock.advance(60);
  expect((await answer).status).toBe(200);
});

test('the network is down from the nth write on until somebody says otherwise', async () => {
  const { sandbox, api, remote } = await openControlled();
  const before = sandbox.org.codes.size;
  await remote.fault({ method: 'WRITE', nth: 2, fault: { kind: 'networkDown', when: 'answered' } });
  expect((await create(api, 'A')).status).toBe(200);
  expect((await api.get(tokensMe)).status).toBe(200);
  expect((await create(api, 'B')).status).toBe(200);
  for (let turn = 0; turn < 2; turn += 1) {
    await expect(create(api, 'C')).rejects.toThrow();
    await expect(api.get(tokensMe)).rejects.toThrow();
  }
  expect((await remote.send('GET', 'network')).body).toEqual({ down: true, as: 'reset' });
  await remote.send('PUT', 'network', { down: false });
  expect((await create(api, 'D')).status).toBe(200);
  expect(sandbox.org.codes.size - before).toBe(3);
});

test.each([
  ['before', 0],
  ['after', 1],
] as const)('the network breaks %s the commit of a write', async (when, count) => {
  const { sandbox, api, remote } = await openControlled();
  const before = sandbox.org.codes.size;
  await remote.fault({ method: 'WRITE', fault: { kind: 'networkDown', when } });
  await expect(create(api)).rejects.toThrow();
  await expect(api.get(tokensMe)).rejects.toThrow();
  expect(sandbox.org.codes.size - before).toBe(count);
});

test('a network that takes no connection comes back at the same address', async () => {
  const { sandbox, api, remote } = await openControlled();
  const before = sandbox.org.codes.size;
  await remote.fault({ method: 'WRITE', fault: { kind: 'networkDown', when: 'answered', as: 'refused' } });
  expect((await create(api, 'A')).status).toBe(200);
  for (let turn = 0; turn < 3; turn += 1) {
    const error = await create(api, 'B').catch((reason: Error) => reason.cause);
    expect(error).toMatchObject({ code: expect.stringMatching(/^(?:ECONNREFUSED|ECONNRESET|UND_ERR_SOCKET)$/) });
  }
  const error = await fetch(sandbox.url).catch((reason: Error) => reason.cause);
  expect(error).toMatchObject({ code: 'ECONNREFUSED' });
  expect((await remote.send('GET', 'network')).body).toEqual({ down: true, as: 'refused' });
  expect((await remote.send('PUT', 'network', { down: false })).body).toEqual({ down: false });
  expect((await create(api, 'C')).status).toBe(200);
  expect(sandbox.org.codes.size - before).toBe(2);
});

test('a sandbox ends while its network is down', async () => {
  const { sandbox, remote } = await openControlled();
  await remote.send('PUT', 'network', { down: true, as: 'refused' });
  await sandbox.close();
});
