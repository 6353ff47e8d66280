import { describe, expect, test } from 'vitest';
import { accountLabel } from '#client/session/accountLabel.ts';
import { accountFor, accountOf, accountStore, type Account, type AccountStore } from '#client/session/accounts.ts';
import { withMemoryFallback } from '#client/session/fallbackStore.ts';
import { tokensInMemory } from '#client/session/keptTokens.ts';
import { mapStore } from './mapStore.ts';

const CREDENTIALS = {
  kind: 'client',
  region: 'mypurecloud.ie',
  clientId: 'reader',
  clientSecret: 'canary-secret',
} as const;
const NORTHWIND = { id: 'org-1', name: 'Northwind' };

describe('accounts', () => {
  test('keep the secret under its own key, by org and client, and nowhere else', async () => {
    const secrets = mapStore();
    const account = await accountStore(secrets).add(CREDENTIALS, NORTHWIND);
    expect(account).toEqual({
      id: 'org-1/reader',
      kind: 'client',
      region: 'mypurecloud.ie',
      clientId: 'reader',
      organization: NORTHWIND,
    });
    expect([...secrets.map].filter(([, value]) => value.includes('canary'))).toEqual([
      ['wrapsmith.secret/org-1/reader', 'canary-secret'],
    ]);
  });

  test('outlive the store object', async () => {
    const secrets = mapStore();
    const account = await accountStore(secrets).add(CREDENTIALS, NORTHWIND);
    const later = accountStore(secrets);
    expect(await later.list()).toEqual([account]);
    expect(await later.credentials(account)).toEqual(CREDENTIALS);
  });

  test('a second sign-in of the same client replaces the first', async () => {
    const store = accountStore(mapStore());
    await store.add(CREDENTIALS, NORTHWIND);
    const account = await store.add({ ...CREDENTIALS, clientSecret: 'rotated' }, NORTHWIND);
    expect(await store.list()).toHaveLength(1);
    expect(await store.credentials(account)).toMatchObject({ clientSecret: 'rotated' });
  });

  test('removing one leaves no trace of it and keeps the others', async () => {
    const secrets = mapStore();
    const store = accountStore(secrets);
    const account = await store.add(CREDENTIALS, NORTHWIND);
    const other = await store.add({ ...CREDENTIALS, clientId: 'writer' }, NORTHWIND);
    expect(await store.remove(account.id)).toEqual(account);
    expect(await store.list()).toEqual([other]);
    expect([...secrets.map.values()].join()).not.toContain('reader');
  });

  test('a damaged list is read as far as it goes', async () => {
    const secrets = mapStore();
    const good = { id: 'o/c', kind: 'client', region: 'mypurecloud.ie', clientId: 'c', organization: NORTHWIND };
    secrets.map.set('wrapsmith.accounts', JSON.stringify([null, 7, { id: 'x' }, good]));
    expect(await accountStore(secrets).list()).toEqual([good]);
    const { kind: _, ...early } = good;
    secrets.map.set('wrapsmith.accounts', JSON.stringify([{ ...good, kind: 'other' }, { ...good, user: 'x' }, early]));
    expect(await accountStore(secrets).list()).toEqual([good]);
    secrets.map.set('wrapsmith.accounts', '{not json');
    expect(await accountStore(secrets).list()).toEqual([]);
  });
});

describe('somebody who signed in with the browser', () => {
  const TOKENS = { accessToken: 'canary-access', refreshToken: 'canary-refresh', until: 1 };
  const ALEX = { id: 'user-1', name: 'Alex Example' };
  const browser = () =>
    ({ kind: 'browser', region: 'mypurecloud.ie', clientId: 'desktop', tokens: tokensInMemory(TOKENS) }) as const;

  test('is known after the window is gone, and has the tokens of then', async () => {
    const secrets = mapStore();
    const account = await accountStore(secrets).add(browser(), NORTHWIND, ALEX);
    expect(account).toMatchObject({ id: 'org-1/desktop', kind: 'browser', user: ALEX });
    const later = accountStore(secrets);
    expect(await later.list()).toEqual([account]);
    expect(await tokensOf(later, account)).toEqual(TOKENS);
  });

  test('has renewed tokens in every window', async () => {
    const secrets = mapStore();
    const [here, there] = [accountStore(secrets), accountStore(secrets)];
    const account = await here.add(browser(), NORTHWIND, ALEX);
    const renewed = { accessToken: 'new', until: 2 };
    const credentials = await here.credentials(account);
    if (credentials?.kind !== 'browser') throw new Error('signed in with the browser');
    await credentials.tokens.save(renewed);
    expect(await tokensOf(there, account)).toEqual(renewed);
    expect(await here.credentials(account)).toEqual(credentials);
  });

  test('does not come back by a token that was renewed while it signed out', async () => {
    const secrets = mapStore();
    const store = accountStore(secrets);
    const account = await store.add(browser(), NORTHWIND, ALEX);
    const credentials = await store.credentials(account);
    if (credentials?.kind !== 'browser') throw new Error('signed in with the browser');
    await store.remove(account.id);
    await credentials.tokens.save({ accessToken: 'late', until: 3 });
    expect([...secrets.map.values()]).toEqual(['[]']);
    expect(await credentials.tokens.load({})).toBeUndefined();
  });

  test('with damaged tokens is signed out', async () => {
    const secrets = mapStore();
    const store = accountStore(secrets);
    const account = await store.add(browser(), NORTHWIND, ALEX);
    for (const damaged of ['', '{', '7', 'null', '{"accessToken":7}', '{"accessToken":"x"}']) {
      secrets.map.set('wrapsmith.secret/org-1/desktop', damaged);
      expect(await tokensOf(store, account), damaged).toBeUndefined();
    }
  });

  test('has a name in the Accounts menu, which is no icon and reverses nothing', () => {
    const label = (name: string) => accountLabel(accountOf(browser(), NORTHWIND, { ...ALEX, name }));
    expect(label('Alex Example')).toBe('Northwind (Alex Example)');
    expect(label('$(lock) \u202Etxet')).toBe('Northwind ($ (lock) \\u{202E}txet)');
    expect(accountLabel(accountOf(CREDENTIALS, NORTHWIND))).toBe('Northwind (client reader)');
  });
});

async function tokensOf(store: AccountStore, account: Account) {
  const credentials = await store.credentials(account);
  return credentials?.kind === 'browser' ? credentials.tokens.load({}) : undefined;
}

describe('the account of an environment', () => {
  const accounts = [
    { id: 'a', kind: 'client', region: 'mypurecloud.ie', clientId: '1', organization: NORTHWIND },
    {
      id: 'b',
      kind: 'browser',
      region: 'mypurecloud.de',
      clientId: '2',
      organization: { id: 'org-2', name: 'Contoso' },
    },
    {
      id: 'c',
      kind: 'gateway',
      region: 'mypurecloud.ie',
      clientId: '3',
      organization: { id: 'org-3', name: 'Fabrikam' },
    },
  ] as const;

  test('is of its region, and of its org where one is bound', () => {
    expect(accountFor(accounts, 'mypurecloud.de', undefined)?.id).toBe('b');
    expect(accountFor(accounts, 'mypurecloud.ie', 'org-1')?.id).toBe('a');
    expect(accountFor(accounts, 'mypurecloud.ie', 'org-2')).toBeUndefined();
  });

  test('is the latest where nothing is bound', () => {
    expect(accountFor(accounts, 'mypurecloud.ie', undefined)?.id).toBe('c');
  });
});

describe('without a working keyring', () => {
  const broken = {
    get: () => Promise.reject(new Error('no keyring')),
    set: () => Promise.reject(new Error('no keyring')),
    delete: () => Promise.reject(new Error('no keyring')),
  };

  test('sign-ins last for the session, which is said once', async () => {
    const said: string[] = [];
    const store = accountStore(withMemoryFallback(broken, (reason) => said.push(reason)));
    const account = await store.add(CREDENTIALS, NORTHWIND);
    expect(await store.list()).toEqual([account]);
    expect(await store.credentials(account)).toEqual(CREDENTIALS);
    await store.remove(account.id);
    expect(await store.list()).toEqual([]);
    expect(said).toEqual(['no keyring']);
  });

  test('a store that works is used, and nothing is said', async () => {
    const real = mapStore();
    const said: string[] = [];
    const store = withMemoryFallback(real, (reason) => said.push(reason));
    await store.set('key', 'value');
    expect(real.map.get('key')).toBe('value');
    await store.delete('key');
    expect(await store.get('key')).toBeUndefined();
    expect(said).toEqual([]);
  });
});
