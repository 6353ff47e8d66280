/** Authorization code with PKCE: the real client, the real redirect listener, the sandbox's sign-in page over HTTP. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { explainFailure } from '#core/genesys/explain.ts';
import { browserSignIn, createGenesys, type UserTokens } from '#core/genesys/index.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '#sandbox/server.ts';
import { manualClock, type FakeClock } from '../support/fakeClock.ts';
import { personAtBrowser, type Person } from '../support/personAtBrowser.ts';
import { waitFor } from '../support/waitFor.ts';
import { failureOf, keptLog, steadyRandom, targetOf } from './support.ts';

async function start(options: Omit<SandboxOptions, 'clock'> = {}, clock: FakeClock = manualClock()) {
  const sandbox = await startSandbox({ ...options, clock });
  onTestFinished(() => sandbox.close());
  const parts = { target: targetOf(sandbox.url), clock, random: steadyRandom, logger: keptLog() };
  const signIn = (person: Person, clientId = sandbox.apps.desktop.id, signal?: AbortSignal): Promise<UserTokens> =>
    browserSignIn({ ...parts, clientId }, person.ports, signal ? { signal } : {});
  return { sandbox, clock, parts, signIn };
}

const tokenRequests = ({ log }: Sandbox): number => log.filter(({ path }) => path === '/oauth/token').length;

test('a person signs in on the page, and the token is theirs', async () => {
  const { sandbox, clock, parts, signIn } = await start({ switches: { pkceRefreshToken: 'given' } });
  const person = personAtBrowser();
  const tokens = await signIn(person);
  expect(tokens.until).toBe(clock.now() + 86_400_000);
  expect(tokens.refreshToken).toBeTypeOf('string');
  const store = { load: async () => tokens, save: async () => undefined };
  const credentials = { kind: 'authorizationCode', clientId: sandbox.apps.desktop.id, tokens: store } as const;
  const genesys = createGenesys({ ...parts, credentials });
  onTestFinished(() => genesys.close());
  expect((await genesys.me())?.id).toBe(sandbox.org.users.find(({ state }) => state === 'active')?.id);
  expect(tokenRequests(sandbox)).toBe(1);
});

test('the login page is asked for S256 and a state, and comes back to a free port of this machine', async () => {
  const { signIn } = await start();
  const [one, other] = [personAtBrowser(), personAtBrowser()];
  await Promise.all([signIn(one), signIn(other)]);
  const [first, second] = [one, other].map(({ opened }) => new URL(opened[0] ?? '').searchParams);
  expect(first?.get('code_challenge_method')).toBe('S256');
  for (const name of ['state', 'code_challenge', 'redirect_uri']) {
    expect(first?.get(name)).toMatch(name === 'redirect_uri' ? /^http:\/\/127\.0\.0\.1:\d+\/$/ : /^[\w-]{43}$/);
    expect(first?.get(name)).not.toBe(second?.get(name));
  }
});

test('the browser says that the window may be closed, and repeats nothing of the address', async () => {
  const { signIn } = await start();
  const person = personAtBrowser();
  await signIn(person);
  const page = await waitFor(() => person.shown[0]);
  expect(page).toContain('You may close this window');
  const state = new URL(person.opened[0] ?? '').searchParams.get('state') ?? '';
  expect(page).not.toContain(state);
});

test('who says no is told what to look at, and no token is asked for', async () => {
  const { sandbox, signIn } = await start();
  const person = personAtBrowser({ decision: 'deny' });
  const failure = await failureOf(signIn(person));
  expect(failure).toMatchObject({ kind: 'unauthorized', code: 'access_denied', grant: 'authorizationCode' });
  expect(explainFailure(failure, { environment: 'prod' })).toMatch(
    /^prod did not accept the sign-in in the browser \(access_denied\)\. Check /,
  );
  expect(await waitFor(() => person.shown[0])).toContain('Nobody was signed in.');
  expect(tokenRequests(sandbox)).toBe(0);
});

test("an answer with another state is another page's, and changes nothing", async () => {
  const { signIn } = await start();
  const strange: number[] = [];
  const person = personAtBrowser({
    async before(redirectUri) {
      for (const query of ['code=stolen&state=guessed', 'error=access_denied', 'error=access_denied&state=', '']) {
        strange.push((await fetch(`${redirectUri}?${query}`)).status);
      }
    },
  });
  expect((await signIn(person)).accessToken).toBeTypeOf('string');
  expect(strange).toEqual([400, 400, 400, 400]);
});

test('a code that another program got is of no use to it', async () => {
  const { sandbox, signIn } = await start();
  let stolen = '';
  const person = personAtBrowser();
  const spied: Person = {
    ...person,
    ports: {
      ...person.ports,
      listen: (accepts) =>
        person.ports.listen((answer) => {
          stolen = answer.get('code') ?? stolen;
          return accepts(answer);
        }),
    },
  };
  await signIn(spied);
  const asked = new URL(person.opened[0] ?? '').searchParams;
  const thief = await fetch(`${sandbox.url}/oauth/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: stolen,
      client_id: sandbox.apps.desktop.id,
      redirect_uri: asked.get('redirect_uri') ?? '',
      code_verifier: asked.get('code_challenge') ?? '',
    }).toString(),
  });
  expect(stolen).not.toBe('');
  expect(thief.status).toBe(400);
});

test('a browser that does not come back is waited for five minutes', async () => {
  const clock = manualClock();
  const { signIn } = await start({}, clock);
  let redirectUri = '';
  const ports = {
    ...personAtBrowser().ports,
    open: async (url: string) => void (redirectUri = new URL(url).searchParams.get('redirect_uri') ?? ''),
  };
  const waiting = failureOf(signIn({ ports, opened: [], shown: [] }));
  await waitFor(() => clock.waiting === 1);
  await clock.advance(5 * 60_000);
  const failure = await waiting;
  expect(failure).toMatchObject({ kind: 'interrupted', message: 'the browser did not come back within 5 minutes' });
  // Nobody listens any more.
  await expect(fetch(redirectUri)).rejects.toThrow();
});

test('a cancel ends the wait and the listening', async () => {
  const clock = manualClock();
  const { signIn } = await start({}, clock);
  const cancel = new AbortController();
  let redirectUri = '';
  const ports = {
    ...personAtBrowser().ports,
    open: async (url: string) => void (redirectUri = new URL(url).searchParams.get('redirect_uri') ?? ''),
  };
  const waiting = failureOf(signIn({ ports, opened: [], shown: [] }, undefined, cancel.signal));
  await waitFor(() => clock.waiting === 1);
  cancel.abort();
  expect(await waiting).toMatchObject({ kind: 'cancelled' });
  await expect(fetch(redirectUri)).rejects.toThrow();
  expect(clock.waiting).toBe(0);
});

test('what was cancelled before it began opens no browser', async () => {
  const { signIn } = await start();
  const person = personAtBrowser();
  expect(await failureOf(signIn(person, undefined, AbortSignal.abort()))).toMatchObject({ kind: 'cancelled' });
  expect(person.opened).toEqual([]);
});

test('where only registered addresses count, the registered port is listened at', async () => {
  const free = await personAtBrowser().ports.listen(() => false);
  const port = Number(new URL(free.redirectUri).port);
  free.close();
  const { signIn } = await start({
    switches: { redirectPort: 'registered' },
    redirectUris: [`http://127.0.0.1:${port}/`],
  });
  expect((await signIn(personAtBrowser({ port }))).accessToken).toBeTypeOf('string');
});

test('a login service that repeats what it was sent finds no way into a log or an error', async () => {
  const heard: string[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await text(request);
    heard.push(body);
    const status = heard.length === 1 ? 503 : 400;
    response.writeHead(status, { 'content-type': 'application/json', 'inin-correlation-id': body.slice(-60) });
    response.end(JSON.stringify({ error: body, error_description: `No: ${body}` }));
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const log = keptLog();
  const target = targetOf(`http://127.0.0.1:${port}`);
  const person = personAtBrowser();
  const ports = {
    ...person.ports,
    async open(url: string) {
      const { searchParams: asked } = new URL(url);
      void fetch(`${asked.get('redirect_uri')}?code=canary-code&state=${asked.get('state')}`);
    },
  };
  // Time stands still but for the pause before the second attempt.
  const clock = {
    now: () => 0,
    sleep: (ms: number) => (ms > 60_000 ? new Promise<void>(() => undefined) : Promise.resolve()),
  };
  const failure = await failureOf(
    browserSignIn({ target, clientId: 'app', clock, random: steadyRandom, logger: log }, ports),
  );
  expect(failure).toMatchObject({ kind: 'unauthorized', grant: 'authorizationCode' });
  const form = new URLSearchParams(heard[1]);
  const said = JSON.stringify([log.lines, failure, explainFailure(failure, { environment: 'prod' })]);
  expect(log.lines.join()).toContain('status 503');
  for (const name of ['code', 'code_verifier']) expect(said).not.toContain(form.get(name) ?? 'missing');
});
