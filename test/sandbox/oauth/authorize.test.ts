import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { escaped, refusalPage } from '#sandbox/oauth/page.ts';
import { openSandbox, testClock } from '../support.ts';
import { answerPage, authorizeUrl, open, redirectUri, target, userTitled } from './signIn.ts';

test('the page names the program and the org, and offers every active user', async () => {
  const sandbox = await openSandbox();
  const response = await open(authorizeUrl(sandbox));
  expect([response.status, response.headers.get('Content-Type')]).toEqual([200, 'text/html; charset=utf-8']);
  const html = await response.text();
  expect(html).toContain('Sandbox Sign-in');
  expect(html).toContain('Sign in to Northwind');
  expect(html).toContain('127.0.0.1:49152');
  const active = sandbox.org.users.filter((user) => user.state === 'active');
  expect(html.match(/<option /g)).toHaveLength(active.length);
  for (const { id } of active) expect(html).toContain(`value="${id}"`);
});

test('the page works by keyboard, without scripts and under any path', async () => {
  const sandbox = await openSandbox();
  const response = await open(authorizeUrl(sandbox));
  const html = await response.text();
  expect(html).not.toMatch(/<script|\son\w+=|javascript:/i);
  expect(html).not.toMatch(/(?:href|src|action)="(?:\/|[a-z]+:)/);
  expect(html).toMatch(/<select id="user" name="user"[^>]* autofocus>/);
  expect(html).toContain('<label for="user">');
  expect(html.match(/ selected>/g)).toHaveLength(1);
  expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  expect(response.headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'");
});

test('under a path prefix, as a proxy gives it one, the whole sign-in works', async () => {
  const sandbox = await openSandbox();
  const proxy = await underPrefix(sandbox.url, '/proxy/4010');
  const url = authorizeUrl(sandbox).replace(sandbox.url, proxy);
  const answer = await answerPage(url, await (await open(url)).text(), 'allow', userTitled(sandbox, 'Agent').id);
  expect([answer.status, target(answer).searchParams.has('code')]).toEqual([303, true]);
});

test('Allow leads back with a code and the state, Deny with access_denied', async () => {
  const sandbox = await openSandbox();
  const user = userTitled(sandbox, 'Agent');
  for (const decision of ['allow', 'deny'] as const) {
    const url = authorizeUrl(sandbox, { state: 'a b&c=<d>' });
    const answer = await answerPage(url, await (await open(url)).text(), decision, user.id);
    expect(answer.status).toBe(303);
    const { origin, pathname, searchParams } = target(answer);
    expect(origin + pathname).toBe(redirectUri);
    expect(searchParams.get('state')).toBe('a b&c=<d>');
    expect(searchParams.has('code')).toBe(decision === 'allow');
    expect(searchParams.get('error')).toBe(decision === 'deny' ? 'access_denied' : null);
  }
});

test.each([
  [{ client_id: 'nobody' }, 'client id'],
  [{ client_id: undefined }, 'client id'],
  [{ redirect_uri: 'https://example.com/' }, 'not registered'],
  [{ redirect_uri: 'http://localhost.example.com:1234/' }, 'not registered'],
  [{ redirect_uri: 'http://127.0.0.1:1234@example.com/' }, 'not registered'],
  [{ redirect_uri: 'http://127.0.0.1:1234/#fragment' }, 'not registered'],
  [{ redirect_uri: 'vscode://somebody.else/' }, 'not registered'],
  [{ redirect_uri: 'not an address' }, 'not registered'],
  [{ redirect_uri: undefined }, 'not registered'],
])('%j is told to the person and sent nowhere', async (changes, words) => {
  const response = await open(authorizeUrl(await openSandbox(), changes));
  expect([response.status, response.headers.get('Location')]).toEqual([400, null]);
  expect(await response.text()).toContain(words);
});

test.each([
  [{ response_type: 'token' }, 'unsupported_response_type'],
  [{ response_type: undefined }, 'invalid_request'],
  [{ code_challenge: undefined }, 'invalid_request'],
  [{ code_challenge: 'too-short' }, 'invalid_request'],
  [{ code_challenge_method: 'plain' }, 'invalid_request'],
  [{ code_challenge_method: undefined }, 'invalid_request'],
])('%j goes back to the program as %s', async (changes, error) => {
  const response = await open(authorizeUrl(await openSandbox(), changes));
  expect(response.status).toBe(302);
  const { searchParams } = target(response);
  expect([searchParams.get('error'), searchParams.get('state')]).toEqual([error, 'state-1']);
});

test('a redirect goes to any port of this machine', async () => {
  const sandbox = await openSandbox();
  for (const uri of ['http://localhost:1/', 'http://127.0.0.1:65535/back?a=1', 'http://[::1]:8080/']) {
    const url = authorizeUrl(sandbox, { redirect_uri: uri });
    const answer = await answerPage(url, await (await open(url)).text(), 'deny', '');
    expect(target(answer).href.startsWith(uri)).toBe(true);
  }
});

test('redirectPort registered: only to an address that was registered', async () => {
  const registered = 'http://localhost:4711/callback';
  const sandbox = await openSandbox({ switches: { redirectPort: 'registered' }, redirectUris: [registered] });
  expect((await open(authorizeUrl(sandbox, { redirect_uri: registered }))).status).toBe(200);
  for (const uri of ['http://localhost:4712/callback', 'http://127.0.0.1:4711/callback', `${registered}/`]) {
    expect((await open(authorizeUrl(sandbox, { redirect_uri: uri }))).status).toBe(400);
  }
});

test('a page counts once, and for ten minutes', async () => {
  const clock = testClock();
  const sandbox = await openSandbox({ clock });
  const user = userTitled(sandbox, 'Agent');
  const url = authorizeUrl(sandbox);
  const [used, old] = [await (await open(url)).text(), await (await open(url)).text()];
  expect((await answerPage(url, used, 'allow', user.id)).status).toBe(303);
  expect((await answerPage(url, used, 'allow', user.id)).status).toBe(400);
  clock.advance(600);
  expect((await answerPage(url, old, 'allow', user.id)).status).toBe(400);
});

test('nobody signs in who is not active', async () => {
  const sandbox = await openSandbox();
  const inactive = sandbox.org.users.find(({ state }) => state === 'inactive');
  for (const id of [inactive?.id ?? '', 'nobody']) {
    const url = authorizeUrl(sandbox);
    expect((await answerPage(url, await (await open(url)).text(), 'allow', id)).status).toBe(400);
  }
});

test('text on a page is text', () => {
  const hostile = `<script>alert("1")</script>&'`;
  expect(escaped(hostile)).toBe('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;');
  expect(refusalPage(hostile).html).not.toContain('<script');
});

test('other methods are refused', async () => {
  const sandbox = await openSandbox();
  expect((await fetch(authorizeUrl(sandbox), { method: 'POST' })).status).toBe(405);
  expect((await fetch(`${sandbox.url}/oauth/consent`)).status).toBe(405);
});

/** The address of a server that hands on what it gets under `prefix`, and knows nothing else. */
async function underPrefix(upstream: string, prefix: string): Promise<string> {
  const proxy = createServer((incoming, outgoing) => {
    const path = incoming.url ?? '';
    if (!path.startsWith(`${prefix}/`)) return void outgoing.writeHead(404).end();
    const { method, headers } = incoming;
    const forwarded = request(upstream + path.slice(prefix.length), { method, headers }, (answer) => {
      answer.pipe(outgoing.writeHead(answer.statusCode ?? 502, answer.headers));
    });
    incoming.pipe(forwarded);
  });
  await new Promise<void>((resolve) => void proxy.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    proxy.close();
    proxy.closeAllConnections();
  });
  return `http://127.0.0.1:${(proxy.address() as AddressInfo).port}${prefix}`;
}
