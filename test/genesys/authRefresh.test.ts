/** A sign-in of the browser over time: its token ends, is refused, or was renewed by another window. */
import { expect, onTestFinished, test } from 'vitest';
import { explainFailure } from '#core/genesys/explain.ts';
import {
  browserSignIn,
  createGenesys,
  type Genesys,
  type UserTokens,
  type UserTokenStore,
} from '#core/genesys/index.ts';
import { nthRequest } from '#sandbox/faults.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '#sandbox/server.ts';
import { manualClock, type ManualClock } from '../support/fakeClock.ts';
import { personAtBrowser } from '../support/personAtBrowser.ts';
import { failureOf, keptLog, steadyRandom, targetOf } from './support.ts';

const DAY = 86_400_000;

interface Shared extends UserTokenStore {
  tokens: UserTokens | undefined;
  readonly saved: UserTokens[];
}

/** What all windows share. */
function sharedStore(tokens: UserTokens): Shared {
  const store: Shared = {
    tokens,
    saved: [],
    load: async () => store.tokens,
    async save(fresh) {
      store.tokens = fresh;
      store.saved.push(fresh);
    },
  };
  return store;
}

interface Setup {
  readonly sandbox: Sandbox;
  readonly clock: ManualClock;
  readonly store: Shared;
  /** Another window of the same person. */
  readonly window: () => Genesys;
}

async function signedIn(options: Omit<SandboxOptions, 'clock'> = {}): Promise<Setup> {
  const clock = manualClock();
  const sandbox = await startSandbox({ ...options, clock });
  onTestFinished(() => sandbox.close());
  const clientId = sandbox.apps.desktop.id;
  const parts = { target: targetOf(sandbox.url), clock, random: steadyRandom, logger: keptLog() };
  const store = sharedStore(await browserSignIn({ ...parts, clientId }, personAtBrowser().ports));
  const window = (): Genesys => {
    const genesys = createGenesys({ ...parts, credentials: { kind: 'authorizationCode', clientId, tokens: store } });
    onTestFinished(() => genesys.close());
    return genesys;
  };
  return { sandbox, clock, store, window };
}

/** Token requests after the one of the sign-in itself. */
const refreshes = ({ log }: Sandbox): number => log.filter(({ path }) => path === '/oauth/token').length - 1;

const given = { pkceRefreshToken: 'given' } as const;
const rotating = { ...given, refreshTokenRotation: 'rotated' } as const;
const keeping = { ...given, refreshTokenRotation: 'kept' } as const;

test.each([
  ['a new refresh token each time', rotating],
  ['one refresh token for all times', keeping],
])('a token that is about to end is renewed without a question: %s', async (_name, switches) => {
  const { sandbox, clock, store, window } = await signedIn({ switches });
  const genesys = window();
  for (let day = 1; day <= 3; day++) {
    await genesys.organization();
    expect(refreshes(sandbox)).toBe(day - 1);
    await clock.advance(DAY - 30_000);
  }
  expect(store.saved).toHaveLength(2);
});

test('a token with more than a minute left is used as it is', async () => {
  const { sandbox, clock, window } = await signedIn({ switches: rotating });
  await clock.advance(DAY - 61_000);
  await window().organization();
  expect(refreshes(sandbox)).toBe(0);
});

/** The token of the first request after the first read ends just then. */
const endingEarly = () => nthRequest(2, ({ path }) => path.startsWith('/api/'), { kind: 'expired' });

test('calls that are refused together renew once', async () => {
  const { sandbox, window } = await signedIn({ switches: rotating, fault: endingEarly() });
  const genesys = window();
  await genesys.organization();
  await Promise.all([genesys.organization(), genesys.divisions(), genesys.queues.list()]);
  expect(refreshes(sandbox)).toBe(1);
});

test('a write that is refused goes on with a fresh token, and is done once', async () => {
  const { sandbox, window } = await signedIn({ switches: rotating, fault: endingEarly() });
  const genesys = window();
  await genesys.organization();
  const { value } = await genesys.wrapupCodes.create({ name: 'Only Once' });
  expect((await genesys.wrapupCodes.findByName('Only Once')).map(({ id }) => id)).toEqual([value.id]);
  expect(refreshes(sandbox)).toBe(1);
});

test('what another window renewed is taken, and not renewed again', async () => {
  const { sandbox, clock, window } = await signedIn({ switches: rotating });
  const [one, other] = [window(), window()];
  await Promise.all([one.organization(), other.organization()]);
  await clock.advance(DAY);
  await one.organization();
  await other.organization();
  expect(refreshes(sandbox)).toBe(1);
});

test('two windows that renew at the same moment both go on, though the refresh token counts once', async () => {
  const { sandbox, clock, store, window } = await signedIn({ switches: rotating });
  const [one, other] = [window(), window()];
  await clock.advance(DAY);
  await Promise.all([one.organization(), other.organization()]);
  expect(refreshes(sandbox)).toBe(2);
  expect(store.saved).toHaveLength(1);
});

test('without a refresh token the sign-in lasts as long as its token, and then says what to do', async () => {
  const { sandbox, clock, window } = await signedIn({ switches: { pkceRefreshToken: 'none' } });
  const genesys = window();
  await clock.advance(DAY - 1000);
  await genesys.organization();
  await clock.advance(2000);
  const failure = await failureOf(genesys.organization());
  expect(failure).toMatchObject({ kind: 'unauthorized', grant: 'refreshToken' });
  expect(explainFailure(failure, { environment: 'prod' })).toBe('The sign-in at prod has ended. Sign in again.');
  expect(refreshes(sandbox)).toBe(0);
});

test('a sign-in that was ended in the org asks for another one', async () => {
  const { sandbox, window } = await signedIn({ switches: rotating });
  const genesys = window();
  await genesys.organization();
  sandbox.revokeTokens();
  expect(await failureOf(genesys.organization())).toMatchObject({ kind: 'unauthorized', grant: 'refreshToken' });
});

test('who signed out in another window is signed out here with the next token', async () => {
  const { clock, store, window } = await signedIn({ switches: rotating });
  const genesys = window();
  await genesys.organization();
  store.tokens = undefined;
  await clock.advance(DAY);
  expect(await failureOf(genesys.organization())).toMatchObject({ kind: 'unauthorized', grant: 'refreshToken' });
});

test('signing out ends the token in the org', async () => {
  const { store, window } = await signedIn({ switches: { pkceRefreshToken: 'none' } });
  await window().revoke();
  expect(store.tokens).toBeDefined();
  expect(await failureOf(window().organization())).toMatchObject({ kind: 'unauthorized' });
});
