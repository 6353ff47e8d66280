/** Accounts of real orgs: kept over windows, side by side, ended by signing out. No org is asked here. */
import { expect, test } from 'vitest';
import { findRegion } from '#core/contract/regions.ts';
import type { NamedRef } from '#core/deploy/model.ts';
import { createGenesys, sandboxTarget, type Genesys, type User } from '#core/genesys/index.ts';
import { accountStore } from '#client/session/accounts.ts';
import type { SignInRequest, SignInWith } from '#client/session/credentials.ts';
import type { OrgEnvironment } from '#client/session/environments.ts';
import { withMemoryFallback } from '#client/session/fallbackStore.ts';
import { createSession, type Session } from '#client/session/session.ts';
import type { SecretStore } from '#core/ports.ts';
import { manualClock } from '../support/fakeClock.ts';
import { silentLogger } from '../support/silentLogger.ts';
import { waitFor } from '../support/waitFor.ts';
import { mapStore } from './mapStore.ts';

const SIGNAL = new AbortController().signal;
const NORTHWIND: NamedRef = { id: 'org-1', name: 'Northwind' };
const CONTOSO: NamedRef = { id: 'org-2', name: 'Contoso' };
const IRELAND = { kind: 'region', region: 'mypurecloud.ie' } as const;
const BROWSER: SignInRequest = { kind: 'browser', clientId: 'desktop' };
const CLIENT: SignInRequest = { kind: 'client', clientId: 'ci', clientSecret: 'canary-secret' };

const region = findRegion('mypurecloud.ie') ?? expect.unreachable('the region is published');
const dev: OrgEnvironment = { kind: 'org', name: 'dev', region, protected: false };
const bound = (org: NamedRef): OrgEnvironment => ({ ...dev, name: org.name, org: org.id });

/** What the world would answer, and what was asked of it. */
interface World {
  org: NamedRef;
  readonly opened: SignInWith[];
  readonly forgotten: { readonly signIn: SignInWith; readonly token: string | undefined }[];
}

const worldOf = (): World => ({ org: NORTHWIND, opened: [], forgotten: [] });

function windowOf(world: World, secrets: SecretStore): Session {
  let logins = 0;
  return createSession({
    accounts: accountStore(secrets),
    sandbox: {
      ready: () => Promise.reject(new Error('No sandbox here.')),
      running: () => undefined,
      dispose: () => undefined,
    },
    opener: {
      async open(_place, signIn) {
        world.opened.push(signIn);
        return { genesys: orgOf({ id: 'user-1', name: 'Alex Example' }), organization: world.org, actor: unasked };
      },
      browse: async () => ({
        accessToken: `canary-${world.org.id}-${++logins}`,
        refreshToken: 'canary-refresh',
        until: 9,
      }),
      async forget(_place, signIn) {
        world.forgotten.push({ signIn, token: await tokenOf(signIn) });
      },
      dispose: () => undefined,
    },
    memory: { get: () => undefined, set: async () => undefined },
    isTrusted: () => true,
    onChange: () => undefined,
  });
}

const unasked = (): Promise<never> => Promise.reject(new Error('Nobody asked.'));

function orgOf(user: User): Genesys {
  const found = sandboxTarget('http://127.0.0.1:1');
  if (!found.ok) throw new Error(found.why);
  const genesys = createGenesys({
    target: found.target,
    credentials: { kind: 'accessToken', accessToken: '' },
    clock: manualClock(),
    random: { next: () => 0 },
    logger: silentLogger,
  });
  return { ...genesys, me: async () => user };
}

async function tokenOf(signIn: SignInWith | undefined): Promise<string | undefined> {
  return signIn?.kind === 'browser' ? (await signIn.tokens.load({}))?.accessToken : undefined;
}

test('who signed in with the browser is still signed in after a reload', async () => {
  const [world, secrets] = [worldOf(), mapStore()];
  await windowOf(world, secrets).signIn(BROWSER, IRELAND, dev, SIGNAL);
  const reloaded = windowOf(world, secrets);
  expect(await reloaded.stateOf(dev)).toMatchObject({ kind: 'ready', organization: 'Northwind' });
  await reloaded.open(dev, SIGNAL);
  expect(await tokenOf(world.opened.at(-1))).toBe('canary-org-1-1');
});

test('the connection of a window stays the same while the sign-in does', async () => {
  const [world, secrets] = [worldOf(), mapStore()];
  const session = windowOf(world, secrets);
  await session.signIn(BROWSER, IRELAND, dev, SIGNAL);
  await session.open(dev, SIGNAL);
  await session.open(dev, SIGNAL);
  const [, first, second] = world.opened;
  if (first?.kind !== 'browser' || second?.kind !== 'browser') throw new Error('with the browser');
  expect(second.tokens).toBe(first.tokens);
  await session.signIn(BROWSER, IRELAND, dev, SIGNAL);
  await session.open(dev, SIGNAL);
  expect(await tokenOf(world.opened.at(-1))).toBe('canary-org-1-2');
});

test('signing out hands over the token to be ended, and leaves nothing of it here', async () => {
  const [world, secrets] = [worldOf(), mapStore()];
  const session = windowOf(world, secrets);
  const { id } = await session.signIn(BROWSER, IRELAND, dev, SIGNAL);
  expect(JSON.stringify([...secrets.map])).toContain('canary');
  await session.signOut(id);
  expect(world.forgotten.map(({ token }) => token)).toEqual(['canary-org-1-1']);
  expect([...secrets.map]).toEqual([['wrapsmith.accounts', '[]']]);
});

test('a sign-in to another org than the bound one is ended at once and not kept', async () => {
  const [world, secrets] = [worldOf(), mapStore()];
  const session = windowOf(world, secrets);
  await expect(session.signIn(BROWSER, IRELAND, bound(CONTOSO), SIGNAL)).rejects.toThrow('Nothing was stored');
  expect((await waitFor(() => world.forgotten[0])).token).toBe('canary-org-1-1');
  expect([...secrets.map]).toEqual([]);
});

test('orgs and clients stand side by side, each with its own key and secret', async () => {
  const [world, secrets] = [worldOf(), mapStore()];
  const session = windowOf(world, secrets);
  await session.signIn(BROWSER, IRELAND, bound(NORTHWIND), SIGNAL);
  await session.signIn(CLIENT, IRELAND, bound(NORTHWIND), SIGNAL);
  world.org = CONTOSO;
  await session.signIn(BROWSER, IRELAND, bound(CONTOSO), SIGNAL);
  expect((await session.accounts()).map(({ id, kind }) => `${id} ${kind}`)).toEqual([
    'org-1/desktop browser',
    'org-1/ci client',
    'org-2/desktop browser',
  ]);
  await session.open(bound(NORTHWIND), SIGNAL);
  expect(world.opened.at(-1)).toMatchObject({ kind: 'client', clientSecret: 'canary-secret' });
  await session.open(bound(CONTOSO), SIGNAL);
  expect(await tokenOf(world.opened.at(-1))).toBe('canary-org-2-2');
  await session.signOut('org-1/desktop');
  expect([...secrets.map.keys()].filter((key) => key.startsWith('wrapsmith.secret/'))).toEqual([
    'wrapsmith.secret/org-1/ci',
    'wrapsmith.secret/org-2/desktop',
  ]);
});

test('the list of accounts holds no secret, and of a person only who it is', async () => {
  const [world, secrets] = [worldOf(), mapStore()];
  await windowOf(world, secrets).signIn(BROWSER, IRELAND, dev, SIGNAL);
  const list = secrets.map.get('wrapsmith.accounts') ?? '';
  expect(list).not.toContain('canary');
  expect(JSON.parse(list)).toMatchObject([{ user: { id: 'user-1', name: 'Alex Example' } }]);
});

test('without a keyring a sign-in with the browser lasts for the window, which is said once', async () => {
  const world = worldOf();
  const said: string[] = [];
  const broken = () => Promise.reject(new Error('no keyring'));
  const secrets = withMemoryFallback({ get: broken, set: broken, delete: broken }, (reason) => said.push(reason));
  const session = windowOf(world, secrets);
  const { id } = await session.signIn(BROWSER, IRELAND, dev, SIGNAL);
  await session.open(dev, SIGNAL);
  expect(await tokenOf(world.opened.at(-1))).toBe('canary-org-1-1');
  await session.signOut(id);
  expect(await session.accounts()).toEqual([]);
  expect(said).toEqual(['no keyring']);
});
