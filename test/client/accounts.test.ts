import { describe, expect, test } from 'vitest';
import { accountFor, accountStore } from '#client/session/accounts.ts';
import { withMemoryFallback } from '#client/session/fallbackStore.ts';
import { mapStore } from './mapStore.ts';

const CREDENTIALS = { region: 'mypurecloud.ie', clientId: 'reader', clientSecret: 'canary-secret' };
const NORTHWIND = { id: 'org-1', name: 'Northwind' };

describe('accounts', () => {
  test('keep the secret under its own key, by org and client, and nowhere else', async () => {
    const secrets = mapStore();
    const account = await accountStore(secrets).add(CREDENTIALS, NORTHWIND);
    expect(account).toEqual({
      id: 'org-1/reader',
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
    expect(await later.secret(account)).toBe('canary-secret');
  });

  test('a second sign-in of the same client replaces the first', async () => {
    const store = accountStore(mapStore());
    await store.add(CREDENTIALS, NORTHWIND);
    const account = await store.add({ ...CREDENTIALS, clientSecret: 'rotated' }, NORTHWIND);
    expect(await store.list()).toHaveLength(1);
    expect(await store.secret(account)).toBe('rotated');
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
    const good = { id: 'o/c', region: 'mypurecloud.ie', clientId: 'c', organization: NORTHWIND };
    secrets.map.set('wrapsmith.accounts', JSON.stringify([null, 7, { id: 'x' }, good]));
    expect(await accountStore(secrets).list()).toEqual([good]);
    secrets.map.set('wrapsmith.accounts', '{not json');
    expect(await accountStore(secrets).list()).toEqual([]);
  });
});

describe('the account of an environment', () => {
  const accounts = [
    { id: 'a', region: 'mypurecloud.ie', clientId: '1', organization: NORTHWIND },
    { id: 'b', region: 'mypurecloud.de', clientId: '2', organization: { id: 'org-2', name: 'Contoso' } },
    { id: 'c', region: 'mypurecloud.ie', clientId: '3', organization: { id: 'org-3', name: 'Fabrikam' } },
  ];

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
    expect(await store.secret(account)).toBe('canary-secret');
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
