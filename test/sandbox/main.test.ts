/** The sandbox as a process of its own, from the sources. */
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { listening, sandboxProcess } from './process.ts';

const { start } = sandboxProcess();

test('prints one line of JSON, serves by its switches, and ends on SIGTERM', async () => {
  const child = start(['--seed', '9', '--rate', '2', '--switch', 'badClientStatus=400'], 'ignore');
  const { url, clientId, clientSecret } = await listening(child);
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const login = (secret: string): Promise<Response> =>
    fetch(`${url}/oauth/token`, {
      method: 'POST',
      headers: { Authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
  expect((await login('wrong')).status).toBe(400);
  const { access_token: token } = (await (await login(clientSecret)).json()) as { access_token: string };
  const me = await fetch(`${url}/api/v2/tokens/me`, { headers: { Authorization: `Bearer ${token}` } });
  expect([me.status, me.headers.get('inin-ratelimit-allowed')]).toEqual([200, '2']);
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('has as many conversations as --conversations says', async () => {
  const { url, clientId, clientSecret } = await listening(start(['--conversations', '0'], 'ignore'));
  const login = await fetch(`${url}/oauth/token`, {
    method: 'POST',
    headers: { Authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  const { access_token: token } = (await login.json()) as { access_token: string };
  const [from, to] = [-6, 0].map((days) => new Date(Date.now() + days * 86_400_000).toISOString());
  const found = await fetch(`${url}/api/v2/analytics/conversations/details/query`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ interval: `${from}/${to}` }),
  });
  expect(await found.json()).toEqual({ totalHits: 0 });
});

test('ends when the program that started it goes away', async () => {
  const child = start([], 'pipe');
  await listening(child);
  child.stdin?.end();
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test.each([
  [['--port', '70000'], "--port is a whole number from 0 to 65535, not '70000'."],
  [['--rate'], '--rate needs a value.'],
  [
    ['--hots', 'x'],
    "There is no option '--hots'. Use one of: --port, --seed, --rate, --conversations, --sign-in-seconds, --redirect-uri, --gateway-key, --control, --switch name=value.",
  ],
  [['--switch', 'nameCase=maybe'], "Switch nameCase is one of exact, ignored, not 'maybe'."],
])('with %j it says what is wrong and ends with 3', async (args, sentence) => {
  const child = start(args, 'ignore');
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number];
  expect([code, said.trim()]).toEqual([3, sentence]);
});

test('a port that is taken is named', async () => {
  const first = start([], 'ignore');
  const port = new URL((await listening(first)).url).port;
  const second = start(['--port', port], 'ignore');
  let said = '';
  second.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(second, 'close')) as [number];
  expect([code, said.trim()]).toEqual([3, `Port ${port} is taken. Use another --port, or none for a free one.`]);
});
