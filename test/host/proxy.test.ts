import { expect, it } from 'vitest';
import { proxyFromEnv } from '#host/proxy.ts';

const HOST = 'api.mypurecloud.ie';
const PROXY = { HTTPS_PROXY: 'http://proxy.example.com:8080' };
const goesThrough = (env: Readonly<Record<string, string>>, host = HOST): boolean => {
  const choice = proxyFromEnv(env);
  return choice.ok && choice.agentFor(host) !== undefined;
};

it.each([
  [{}, false],
  [{ HTTPS_PROXY: '' }, false],
  [{ HTTPS_PROXY: ' ' }, false],
  [{ HTTP_PROXY: 'http://proxy.example.com' }, false],
  [PROXY, true],
  [{ https_proxy: 'proxy.example.com:8080' }, true],
  [{ ALL_PROXY: 'https://user:pass@proxy.example.com' }, true],
])('%j: through a proxy is %s', (env, expected) => {
  expect(goesThrough(env)).toBe(expected);
});

it.each([
  ['*', true],
  [HOST, true],
  ['API.MyPureCloud.ie', true],
  ['mypurecloud.ie', true],
  ['.mypurecloud.ie', true],
  ['*.mypurecloud.ie', true],
  ['localhost,127.0.0.1, mypurecloud.ie:443', true],
  ['mypurecloud.ie:8443', false],
  ['purecloud.ie', false],
  ['login.mypurecloud.ie', false],
  ['', false],
  [',', false],
])('NO_PROXY=%j leaves it out: %s', (list, excepted) => {
  expect(goesThrough({ ...PROXY, NO_PROXY: list })).toBe(!excepted);
});

it('lower-case names win', () => {
  expect(goesThrough({ ...PROXY, NO_PROXY: '*', no_proxy: 'elsewhere' })).toBe(true);
});

it.each(['socks5://canary@proxy', 'http://', 'http://canary:80:80', 'not an address'])(
  'refuses what is no address of a proxy, without repeating it: %s',
  (value) => {
    const choice = proxyFromEnv({ HTTPS_PROXY: value });
    expect(choice).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/^HTTPS_PROXY is not the address/) as unknown,
    });
    expect(JSON.stringify(choice)).not.toMatch(/canary/);
  },
);
