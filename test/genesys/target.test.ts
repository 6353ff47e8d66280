import { expect, test } from 'vitest';
import { regionTarget, sandboxTarget } from '#core/genesys/index.ts';
import { createWire } from '#core/genesys/http.ts';

test.each(['mypurecloud.ie', 'eu-west-1', ' EU-WEST-1 '])('a published region: %s', (region) => {
  expect(regionTarget(region)).toEqual({
    ok: true,
    target: {
      label: 'mypurecloud.ie',
      loginUrl: 'https://login.mypurecloud.ie',
      apiUrl: 'https://api.mypurecloud.ie',
      loopback: false,
    },
  });
});

test.each(['evil.example', 'api.mypurecloud.ie', 'mypurecloud.ie.evil.example', 'https://mypurecloud.ie', ''])(
  'no other host: %s',
  (region) => {
    const result = regionTarget(region);
    expect(result.ok).toBe(false);
    expect(result.ok ? '' : result.why).toContain('not a published Genesys Cloud region');
  },
);

test.each(['http://127.0.0.1:8080', 'http://localhost:1', 'http://[::1]:9000/'])(
  'a sandbox on this machine: %s',
  (url) => {
    const result = sandboxTarget(url);
    expect(result.ok && result.target.apiUrl).toBe(new URL(url).origin);
  },
);

test.each([
  'https://127.0.0.1:8080',
  'http://127.0.0.1.evil.example',
  'http://user:pass@127.0.0.1:1',
  'http://localhost@evil.example',
  'http://10.0.0.1',
  'http://127.0.0.1:1/path',
  'http://127.0.0.1:1/?a=b',
  'file:///etc/passwd',
  'not a url',
])('no other address: %s', (url) => {
  expect(sandboxTarget(url).ok).toBe(false);
});

test('a path cannot lead the wire to another host', async () => {
  const wire = createWire(['http://127.0.0.1:9'], 1000);
  const answer = await wire.send({ method: 'GET', url: 'http://127.0.0.1:9@evil.example/', headers: {} });
  expect(answer).toMatchObject({ answered: false, kind: 'unreachable' });
  wire.close();
});
