import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { silentLogger } from '../support/silentLogger.ts';
import { systemClock } from '#host/clock.ts';
import { startSandbox, type Sandbox } from '#sandbox/server.ts';
import { gatewayAddress, type GatewayResult } from '#core/genesys/index.ts';
import { UserError } from '#client/errors.ts';
import { orgOpener, type OrgOpener } from '#client/session/orgOpener.ts';

const SIGNAL = new AbortController().signal;

let sandbox: Sandbox;
let opener: OrgOpener;
let secrets: string[];
let gateway: GatewayResult;

beforeEach(async () => {
  sandbox = await startSandbox();
  secrets = [];
  gateway = { ok: false, why: 'No identity gateway is set.' };
  opener = orgOpener({
    clock: systemClock,
    random: { next: () => 0 },
    logger: silentLogger,
    onSecret: (secret) => secrets.push(secret),
    browser: { listen: () => Promise.reject(new Error('No browser here.')), open: async () => undefined },
    gateway: () => gateway,
  });
});

afterEach(async () => {
  opener.dispose();
  await sandbox.close();
});

async function failure(run: Promise<unknown>): Promise<UserError> {
  const error: unknown = await run.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof UserError) return error;
  throw new Error(`expected a UserError, got ${String(error)}`);
}

const client = (clientId: string, clientSecret: string) => ({ kind: 'client', clientId, clientSecret }) as const;

const open = (clientSecret = sandbox.clientSecret) =>
  opener.open({ kind: 'sandbox', url: sandbox.url }, client(sandbox.clientId, clientSecret), 'Sandbox', SIGNAL);

const tokenRequests = () => sandbox.log.filter(({ path }) => path.startsWith('/oauth/token')).length;

describe('opening an org', () => {
  test('says which org it is', async () => {
    const { organization } = await open();
    expect(organization.name).toBe(sandbox.org.name);
  });

  test('signs in once for all who open it', async () => {
    const first = await open();
    const second = await open();
    expect(second.genesys).toBe(first.genesys);
    expect(tokenRequests()).toBe(1);
  });

  test('makes the secret known to the log before it is used', async () => {
    await open();
    expect(secrets).toEqual([sandbox.clientSecret]);
  });

  test('with a wrong secret says what to check, and offers to sign in', async () => {
    const error = await failure(open('wrong-secret'));
    expect(error.message).toMatch(/^Sandbox did not accept the sign-in\. Check the client id/);
    expect(error.message).not.toContain('wrong-secret');
    expect(error.actions.map(({ command }) => command)).toEqual(['wrapsmith.signIn', 'wrapsmith.showLog']);
  });

  test('with the right secret works after a wrong one', async () => {
    await failure(open('wrong-secret'));
    expect((await open()).organization.name).toBe(sandbox.org.name);
  });

  test('that nobody answers says so', async () => {
    const other = await startSandbox();
    const { url, clientId, clientSecret } = other;
    await other.close();
    const error = await failure(
      opener.open({ kind: 'sandbox', url }, client(clientId, clientSecret), 'Sandbox', SIGNAL),
    );
    expect(error.message).toMatch(/^Sandbox cannot be reached: .* Nothing was sent\./);
  });

  test('never sends credentials to an address that is not this machine', async () => {
    const place = { kind: 'sandbox', url: 'http://sandbox.example:80' } as const;
    const error = await failure(opener.open(place, client('c', 'canary-secret'), 'Sandbox', SIGNAL));
    expect(error.message).toContain('may not leave this machine');
    expect(secrets).toEqual([]);
  });

  test('refuses a region that is not published', async () => {
    const place = { kind: 'region', region: 'evil.example' } as const;
    const error = await failure(opener.open(place, client('c', 'canary-secret'), 'dev', SIGNAL));
    expect(error.message).toContain('not a published Genesys Cloud region');
  });
});

describe('an identity gateway', () => {
  const openWithKey = () =>
    opener.open(
      { kind: 'sandbox', url: sandbox.url },
      { kind: 'gateway', clientId: sandbox.clientId, privateKey: '-----BEGIN PRIVATE KEY-----\ncanary-key\n' },
      'Sandbox',
      SIGNAL,
    );

  test('that is not set leads to the setting', async () => {
    const error = await failure(openWithKey());
    expect(error.message).toBe('No identity gateway is set.');
    expect(error.actions).toMatchObject([{ args: ['wrapsmith.signIn.gateway'] }]);
    expect(secrets).toContain('canary-key');
  });

  test('of a real org gives no token to the sandbox', async () => {
    gateway = gatewayAddress('https://gateway.example.com/oauth/token');
    const error = await failure(openWithKey());
    expect(error.message).toContain('the sandbox is not shown its tokens');
    expect(sandbox.log).toEqual([]);
  });
});

describe('signing out', () => {
  test('asks for no token only to end it', async () => {
    await opener.forget({ kind: 'sandbox', url: sandbox.url }, client(sandbox.clientId, sandbox.clientSecret));
    expect(sandbox.log).toEqual([]);
  });

  test('ends the token of a client, and the next call has a new one', async () => {
    await open();
    await opener.forget({ kind: 'sandbox', url: sandbox.url }, client(sandbox.clientId, sandbox.clientSecret));
    expect(sandbox.log.at(-1)).toMatchObject({ method: 'DELETE', path: '/api/v2/tokens/me' });
    await open();
    expect(tokenRequests()).toBe(2);
  });
});
