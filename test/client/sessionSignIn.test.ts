/** The editor's session over the real client: somebody signs in to the sandbox of the window with a browser, and out again. */
import { generateKeyPairSync } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { gatewayAddress } from '#core/genesys/index.ts';
import { nthRequest } from '#sandbox/faults.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '#sandbox/server.ts';
import { accountStore } from '#client/session/accounts.ts';
import { SANDBOX } from '#client/session/environments.ts';
import { orgOpener } from '#client/session/orgOpener.ts';
import type { SandboxAddress } from '#client/session/sandboxProcess.ts';
import { createSession, type Session } from '#client/session/session.ts';
import { redactor, type Redactor } from '#client/ui/redactor.ts';
import { keptLog, type KeptLog, steadyRandom } from '../genesys/support.ts';
import { formsOf, listenBetween, type Between } from '../support/listenBetween.ts';
import { clockForBrowser, personAtBrowser, type PersonOptions } from '../support/personAtBrowser.ts';
import { mapStore } from './mapStore.ts';

const SIGNAL = new AbortController().signal;
const HERE = { kind: 'sandbox' } as const;

const keys = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});

interface Window {
  readonly session: Session;
  readonly sandbox: Sandbox;
  readonly between: Between;
  /** The window's secret storage. */
  readonly kept: ReadonlyMap<string, string>;
  readonly log: KeptLog;
  readonly redactor: Redactor;
  readonly changes: readonly string[];
  readonly endSandbox: () => void;
}

async function openWindow(options: Omit<SandboxOptions, 'clock'> = {}, person?: PersonOptions): Promise<Window> {
  const clock = clockForBrowser();
  const sandbox = await startSandbox({ gatewayKey: keys.publicKey, ...options, clock });
  const between = await listenBetween(sandbox.port);
  const secrets = mapStore();
  const log = keptLog();
  const redacts = redactor();
  const changes: string[] = [];
  const { clientId, clientSecret } = sandbox;
  const pkceClientId = sandbox.apps.desktop.id;
  let address: SandboxAddress | undefined;
  const session = createSession({
    accounts: accountStore(secrets),
    sandbox: {
      ready: async () => (address = { url: between.url, clientId, clientSecret, pkceClientId }),
      running: () => address,
      dispose: () => (address = undefined),
    },
    opener: orgOpener({
      clock,
      random: steadyRandom,
      logger: log,
      onSecret: (secret) => redacts.know(secret),
      browser: personAtBrowser(person).ports,
      gateway: () => gatewayAddress(`${between.url}/gateway/oauth/token`),
    }),
    memory: { get: () => undefined, set: async () => undefined },
    isTrusted: () => true,
    onChange: (what) => changes.push(what),
  });
  onTestFinished(async () => {
    session.dispose();
    await sandbox.close();
  });
  return {
    session,
    sandbox,
    between,
    kept: secrets.map,
    log,
    redactor: redacts,
    changes,
    endSandbox: () => (address = undefined),
  };
}

const asUser = async ({ session }: Window) =>
  ({ kind: 'browser', clientId: await session.sandboxSignInClient() }) as const;

test('the sandbox is open to its own client, and to a user once one signed in', async () => {
  const window = await openWindow();
  const { session, sandbox } = window;
  const before = await session.open(SANDBOX, SIGNAL);
  expect(await before.actor()).toEqual({ kind: 'client', id: sandbox.clientId });

  const account = await session.signIn(await asUser(window), HERE, undefined, SIGNAL);
  const user = sandbox.org.users.find(({ id }) => id === account.user?.id);
  expect(account).toMatchObject({ kind: 'browser', user: { name: user?.name }, organization: { id: sandbox.org.id } });
  const after = await session.open(SANDBOX, SIGNAL);
  expect(await after.actor()).toEqual({ kind: 'user', id: account.user?.id });
  expect(await session.accounts()).toEqual([account]);
});

test('who signed in to the sandbox is asked for once, and for who it is once', async () => {
  const window = await openWindow();
  const { session, sandbox } = window;
  await session.signIn(await asUser(window), HERE, undefined, SIGNAL);
  for (let times = 0; times < 3; times++) await (await session.open(SANDBOX, SIGNAL)).actor();
  const asked = (path: string): number => sandbox.log.filter((entry) => entry.path === path).length;
  expect(asked('/oauth/token')).toBe(1);
  // Once for the Accounts menu, once for the audit trail.
  expect(asked('/api/v2/users/me')).toBe(2);
});

test('a sign-in to the sandbox is kept nowhere, and ends with it', async () => {
  const window = await openWindow();
  const { session, kept, endSandbox } = window;
  await session.signIn(await asUser(window), HERE, undefined, SIGNAL);
  expect([...kept]).toEqual([]);
  endSandbox();
  expect(await session.accounts()).toEqual([]);
});

test('signing out ends the token in the org, and the sandbox is open to its own client again', async () => {
  const window = await openWindow({ switches: { pkceRefreshToken: 'given' } });
  const { session, sandbox, between } = window;
  const { id } = await session.signIn(await asUser(window), HERE, undefined, SIGNAL);
  const token = between.sent.at(-1)?.authorization ?? '';
  expect(token).toMatch(/^Bearer /);
  await session.signOut(id);
  expect(sandbox.log.at(-1)).toMatchObject({ method: 'DELETE', path: '/api/v2/tokens/me' });
  const late = await fetch(`${sandbox.url}/api/v2/organizations/me`, { headers: { authorization: token } });
  expect(late.status).toBe(401);
  expect(await session.accounts()).toEqual([]);
  expect(await (await session.open(SANDBOX, SIGNAL)).actor()).toEqual({ kind: 'client', id: sandbox.clientId });
});

test('signing out works though the org cannot be reached any more', async () => {
  const window = await openWindow();
  const { session, sandbox, log } = window;
  const { id } = await session.signIn(await asUser(window), HERE, undefined, SIGNAL);
  sandbox.revokeTokens();
  await session.signOut(id);
  expect(log.lines.join()).not.toContain('could not be ended');
  const again = await session.signIn(await asUser(window), HERE, undefined, SIGNAL);
  await window.between.close();
  expect(await session.signOut(again.id)).toEqual(again);
  expect(await session.accounts()).toEqual([]);
  expect(log.lines.join()).toContain('could not be ended');
});

test('who says no in the browser is signed in as before', async () => {
  const window = await openWindow({}, { decision: 'deny' });
  const { session, changes } = window;
  await expect(session.signIn(await asUser(window), HERE, undefined, SIGNAL)).rejects.toThrow('(access_denied)');
  expect(await session.accounts()).toEqual([]);
  expect(changes).toEqual([]);
});

test('a sign-in that the org takes back at once is not kept, and its token is ended', async () => {
  const isMe = ({ path }: { readonly path: string }): boolean => path === '/api/v2/users/me';
  const window = await openWindow({ fault: nthRequest(1, isMe, { kind: 'revoked' }) });
  const { session, sandbox, changes } = window;
  await expect(session.signIn(await asUser(window), HERE, undefined, SIGNAL)).rejects.toThrow('Sign in again.');
  expect(await session.accounts()).toEqual([]);
  expect(changes).toEqual([]);
  expect(await (await session.open(SANDBOX, SIGNAL)).actor()).toEqual({ kind: 'client', id: sandbox.clientId });
});

test('whoever the gateway knows is named by it', async () => {
  const { session, sandbox } = await openWindow();
  const request = { kind: 'gateway', clientId: sandbox.clientId, privateKey: keys.privateKey } as const;
  const account = await session.signIn(request, HERE, undefined, SIGNAL);
  expect(account).toMatchObject({ kind: 'gateway' });
  expect(account.user).toBeUndefined();
  const opened = await session.open(SANDBOX, SIGNAL);
  expect(await opened.actor()).toEqual({ kind: 'client', id: sandbox.clientId });
});

test('nothing secret that went by is in the log or in an error, and what is kept is known to the log', async () => {
  const window = await openWindow({ switches: { pkceRefreshToken: 'given' } });
  const { session, sandbox, between, log, redactor: known } = window;
  await session.open(SANDBOX, SIGNAL);
  await session.signIn(await asUser(window), HERE, undefined, SIGNAL);
  await session.signIn(
    { kind: 'gateway', clientId: sandbox.clientId, privateKey: keys.privateKey },
    HERE,
    undefined,
    SIGNAL,
  );
  between.repeatSecrets();
  const { genesys } = await session.open(SANDBOX, SIGNAL);
  const said: string[] = [await genesys.wrapupCodes.create({ name: 'Refused' }).catch(String)].map(String);
  const keyLines = keys.privateKey.split('\n').filter((line) => line.length > 5 && !line.startsWith('-----'));
  const secrets = [...between.secrets, sandbox.clientSecret, ...keyLines];
  for (const text of [...log.lines, ...said]) {
    for (const secret of secrets.flatMap(formsOf)) expect(text).not.toContain(secret);
  }
  expect(said.join()).toContain('[hidden]');
  for (const secret of [sandbox.clientSecret, ...keyLines]) expect(known.clean(`x ${secret} y`)).toBe('x … y');
});
