import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { listenForRedirect, PortTaken } from '#host/loopbackRedirect.ts';

interface Answer {
  readonly status: number | undefined;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly page: string;
}

/** As a browser or a page in it would, with a Host header of its choice. */
function ask(uri: string, path: string, { method = 'GET', host = '' } = {}): Promise<Answer> {
  const { port } = new URL(uri);
  return new Promise((resolve, reject) => {
    const headers = host === '' ? {} : { host };
    request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      const { statusCode: status, headers: answered } = response;
      text(response).then((page) => resolve({ status, headers: answered, page }), reject);
    })
      .once('error', reject)
      .end();
  });
}

async function listening(port = 0) {
  const listener = await listenForRedirect(port, (answer) => answer.get('state') === 'ours');
  onTestFinished(() => listener.close());
  let came: string | undefined;
  void listener.answer.then((answer) => (came = answer.toString()));
  return { ...listener, came: () => came };
}

test('listens on this machine only, at a port that nobody else has', async () => {
  const [one, other] = [await listening(), await listening()];
  for (const { redirectUri } of [one, other]) expect(redirectUri).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  expect(one.redirectUri).not.toBe(other.redirectUri);
});

test('a browser that comes back is told that it may be closed, and counts once', async () => {
  const { redirectUri, answer } = await listening();
  const first = await ask(redirectUri, '/?state=ours&code=canary');
  expect(first.status).toBe(200);
  expect(first.page).toContain('You may close this window');
  expect((await answer).get('code')).toBe('canary');
  expect((await ask(redirectUri, '/?state=ours&code=other')).status).toBe(400);
  expect((await answer).get('code')).toBe('canary');
});

test('a page is made of our words only, runs nothing and is kept nowhere', async () => {
  const { redirectUri } = await listening();
  const markup = '%3Cscript%3Ealert(1)%3C/script%3E%E2%80%AE';
  for (const path of [
    `/?state=${markup}`,
    `/${markup}`,
    `/?state=ours&error=access_denied&error_description=${markup}`,
  ]) {
    const { headers, page } = await ask(redirectUri, path);
    expect(page).not.toMatch(/script|alert|access_denied|\u202E/);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(headers['set-cookie']).toBeUndefined();
  }
});

test.each([
  ['another path', '/callback?state=ours&code=x', {}, 404],
  ['the icon that a browser asks for', '/favicon.ico?state=ours', {}, 404],
  ['a form of a page', '/?state=ours&code=x', { method: 'POST' }, 404],
  ['a preflight', '/?state=ours&code=x', { method: 'OPTIONS' }, 404],
  ['a name that only leads here', '/?state=ours&code=x', { host: 'evil.example' }, 404],
  ['a name that begins like this machine', '/?state=ours&code=x', { host: '127.0.0.1.evil.example' }, 404],
  ['a name before this machine', '/?state=ours&code=x', { host: 'evil@127.0.0.1' }, 404],
  ['a state that is not ours', '/?state=theirs&code=x', {}, 400],
  ['no state', '/?code=x', {}, 400],
  ['an error without a state', '/?error=access_denied', {}, 400],
])('does not count %s', async (_name, path, options, status) => {
  const { redirectUri, came } = await listening();
  expect((await ask(redirectUri, path, options)).status).toBe(status);
  expect(came()).toBeUndefined();
  expect((await ask(redirectUri, '/?state=ours&code=right')).status).toBe(200);
});

test('says what to do where its port is taken', async () => {
  const { redirectUri } = await listening();
  const { port } = new URL(redirectUri);
  const second = listenForRedirect(Number(port), () => true);
  await expect(second).rejects.toThrow(PortTaken);
  await expect(second).rejects.toThrow(`Port ${port} is taken by another program`);
});

test('listens no more once it is closed', async () => {
  const listener = await listening();
  listener.close();
  await expect(ask(listener.redirectUri, '/?state=ours')).rejects.toThrow();
});
