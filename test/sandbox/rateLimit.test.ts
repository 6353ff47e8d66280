import { expect, test } from 'vitest';
import { openSandbox, signIn, testClock } from './support.ts';

const path = '/api/v2/organizations/me';

test('the headers count down a window of a minute, then 429 says how long to wait', async () => {
  const clock = testClock();
  const sandbox = await openSandbox({ clock, rate: 3 });
  const api = await signIn(sandbox);
  const counts: (string | null)[][] = [];
  for (let request = 0; request < 3; request += 1) {
    const { status, headers } = await api.get(path);
    expect(status).toBe(200);
    counts.push(['count', 'allowed', 'reset'].map((name) => headers.get(`inin-ratelimit-${name}`)));
    clock.advance(10);
  }
  expect(counts).toEqual([
    ['1', '3', '60'],
    ['2', '3', '50'],
    ['3', '3', '40'],
  ]);

  const refused = await api.get(path);
  expect(refused.headers.get('Retry-After')).toBe('30');
  expect(refused.body).toMatchObject({
    status: 429,
    code: 'too.many.requests',
    message: 'Rate limit exceeded the maximum [3] requests within [60] seconds',
    limit: { namespace: 'platform.api', value: 3 },
  });

  clock.advance(29);
  expect((await api.get(path)).status).toBe(429);
  clock.advance(1);
  const again = await api.get(path);
  expect([again.status, again.headers.get('inin-ratelimit-count')]).toEqual([200, '1']);
});

test('a part of a second is rounded up, so that whoever waits it out is let in', async () => {
  const clock = testClock();
  const sandbox = await openSandbox({ clock, rate: 1 });
  const api = await signIn(sandbox);
  await api.get(path);
  clock.advance(58.5);
  const refused = await api.get(path);
  expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '2']);
});

test('each token has its own allowance, refused requests count on it, and the rest of the org is not asked', async () => {
  const clock = testClock();
  const sandbox = await openSandbox({ clock, rate: 1 });
  const [first, second] = [await signIn(sandbox), await signIn(sandbox)];
  expect((await first.get('/api/v2/nothing')).status).toBe(404);
  const before = sandbox.org.codes.size;
  expect((await first.send('POST', '/api/v2/routing/wrapupcodes', { name: 'Late' })).status).toBe(429);
  expect(sandbox.org.codes.size).toBe(before);
  expect((await second.get(path)).status).toBe(200);
});

test('300 a minute unless told otherwise', async () => {
  const api = await signIn(await openSandbox());
  expect((await api.get(path)).headers.get('inin-ratelimit-allowed')).toBe('300');
});
