import { describe, expect, test } from 'vitest';
import { findRegion } from '#core/contract/regions.ts';
import type { NamedRef } from '#core/deploy/model.ts';
import { createGenesys, type Genesys, sandboxTarget } from '#core/genesys/index.ts';
import { silentLogger } from '../support/silentLogger.ts';
import { accountStore } from '#client/session/accounts.ts';
import type { SignInRequest, SignInWith } from '#client/session/credentials.ts';
import { SANDBOX, type OrgEnvironment } from '#client/session/environments.ts';
import type { OrgOpener, Place } from '#client/session/orgOpener.ts';
import type { SandboxAddress, SandboxProcess } from '#client/session/sandboxProcess.ts';
import { createSession, type Session } from '#client/session/session.ts';
import { manualClock } from '../support/fakeClock.ts';
import { mapStore } from './mapStore.ts';

const NORTHWIND: NamedRef = { id: 'org-1', name: 'Northwind' };
const CREDENTIALS: SignInRequest = { kind: 'client', clientId: 'reader', clientSecret: 'canary-secret' };
const IRELAND = { kind: 'region', region: 'mypurecloud.ie' } as const;
const SIGNAL = new AbortController().signal;

const region = findRegion('mypurecloud.ie') ?? expect.unreachable('the region is published');
const dev: OrgEnvironment = { kind: 'org', name: 'dev', region, protected: false };
const bound: OrgEnvironment = { ...dev, name: 'bound', org: 'org-9' };

interface Setup {
  readonly session: Session;
  readonly secrets: Map<string, string>;
  /** Every use of credentials, in order. */
  readonly opened: string[];
  readonly changes: string[];
  readonly trust: { value: boolean };
}

function setUp(organization: NamedRef = NORTHWIND): Setup {
  const secrets = mapStore();
  const opened: string[] = [];
  const changes: string[] = [];
  const trust = { value: true };
  let chosen: string | undefined;
  let address: SandboxAddress | undefined;
  const sandbox: SandboxProcess = {
    ready: async () =>
      (address = {
        url: 'http://127.0.0.1:4711',
        clientId: 'sandbox-client',
        clientSecret: 'sandbox-secret',
        pkceClientId: 'sandbox-desktop',
      }),
    running: () => address,
    dispose: () => (address = undefined),
  };
  const opener: OrgOpener = {
    open: async (place, signIn) => {
      opened.push(`${whereOf(place)} ${signIn.clientId} ${secretOf(signIn)}`);
      return {
        genesys: unusedOrg(),
        organization: place.kind === 'sandbox' ? { id: 'sandbox', name: 'Northwind' } : organization,
        actor: () => Promise.reject(new Error('Nobody asked.')),
      };
    },
    browse: () => Promise.reject(new Error('No browser here.')),
    forget: async (place, { clientId }) => void opened.push(`forget ${whereOf(place)} ${clientId}`),
    dispose: () => undefined,
  };
  const session = createSession({
    accounts: accountStore(secrets),
    sandbox,
    opener,
    memory: { get: () => chosen, set: async (name) => void (chosen = name) },
    isTrusted: () => trust.value,
    onChange: (what) => changes.push(what),
  });
  return { session, secrets: secrets.map, opened, changes, trust };
}

const whereOf = (place: Place): string => (place.kind === 'region' ? place.region : place.url);

const secretOf = (signIn: SignInWith): string => (signIn.kind === 'client' ? signIn.clientSecret : signIn.kind);

/** The org itself is not asked here; what matters is with which credentials, and where, it would be. */
function unusedOrg(): Genesys {
  const found = sandboxTarget('http://127.0.0.1:1');
  if (!found.ok) throw new Error(found.why);
  const credentials = { kind: 'accessToken', accessToken: '' } as const;
  return createGenesys({
    target: found.target,
    credentials,
    clock: manualClock(),
    random: { next: () => 0 },
    logger: silentLogger,
  });
}

describe('signing in', () => {
  test('asks the org first and keeps the secret when it answers', async () => {
    const { session, opened, changes } = setUp();
    const account = await session.signIn(CREDENTIALS, IRELAND, dev, SIGNAL);
    expect(account.organization).toEqual(NORTHWIND);
    expect(changes).toEqual(['accounts']);
    await session.open(dev, SIGNAL);
    expect(opened).toEqual(['mypurecloud.ie reader canary-secret', 'mypurecloud.ie reader canary-secret']);
  });

  test('into another org than the bound one stores nothing', async () => {
    const { session, secrets } = setUp();
    await expect(session.signIn(CREDENTIALS, IRELAND, bound, SIGNAL)).rejects.toThrow('Nothing was stored');
    expect([...secrets]).toEqual([]);
  });

  test('the account of one org does not open an environment that is bound to another', async () => {
    const { session } = setUp();
    await session.signIn(CREDENTIALS, IRELAND, undefined, SIGNAL);
    await expect(session.open(bound, SIGNAL)).rejects.toThrow('Nobody is signed in');
  });
});

describe('signing out', () => {
  test('removes the secret, ends the token and tells', async () => {
    const { session, secrets, opened, changes } = setUp();
    const { id } = await session.signIn(CREDENTIALS, IRELAND, dev, SIGNAL);
    await session.signOut(id);
    expect([...secrets.values()].join()).not.toContain('canary');
    expect(opened.at(-1)).toBe('forget mypurecloud.ie reader');
    expect(changes).toEqual(['accounts', 'accounts']);
    expect(await session.stateOf(dev)).toEqual({ kind: 'signedOut', environment: dev });
  });
});

describe('the state', () => {
  test('of the sandbox is known once it answered', async () => {
    const { session } = setUp();
    expect(await session.stateOf(SANDBOX)).toEqual({ kind: 'signedOut', environment: SANDBOX });
    await session.open(SANDBOX, SIGNAL);
    expect(await session.stateOf(SANDBOX)).toEqual({
      kind: 'ready',
      environment: SANDBOX,
      organization: 'Northwind',
    });
  });

  test('of an org is known from the account, without asking the org', async () => {
    const { session, opened } = setUp();
    await session.signIn(CREDENTIALS, IRELAND, dev, SIGNAL);
    opened.length = 0;
    expect(await session.stateOf(dev)).toEqual({ kind: 'ready', environment: dev, organization: 'Northwind' });
    expect(opened).toEqual([]);
  });

  test('in an untrusted workspace is restricted, whatever is chosen', async () => {
    const { session, trust } = setUp();
    trust.value = false;
    expect(await session.stateOf(SANDBOX)).toEqual({ kind: 'restricted' });
  });

  test('remembers the choice by name', async () => {
    const { session, changes } = setUp();
    expect(session.chosen()).toBeUndefined();
    await session.choose(SANDBOX);
    expect(session.chosen()).toBe('Sandbox');
    expect(changes).toEqual(['environment']);
  });
});
