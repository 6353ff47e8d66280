import type { NamedRef } from '#core/deploy/model.ts';
import type { SecretStore } from '#core/ports.ts';
import { isRecord } from '../isRecord.ts';

/** Who signed in where, without the secret. */
export interface Account {
  /** `<organisation id>/<client id>`. */
  readonly id: string;
  /** The published region's domain, for example `mypurecloud.ie`. */
  readonly region: string;
  readonly clientId: string;
  readonly organization: NamedRef;
}

/** An account with what it signs in with. Held only as long as a token is fetched. */
export interface Credentials {
  readonly region: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface AccountStore {
  list(): Promise<readonly Account[]>;
  /** Keeps an account that the org has just accepted; an earlier one of the same org and client is replaced. */
  add(credentials: Credentials, organization: NamedRef): Promise<Account>;
  /** The secret of an account, or nothing when it was removed elsewhere. */
  secret(account: Account): Promise<string | undefined>;
  remove(id: string): Promise<Account | undefined>;
}

const INDEX = 'wrapsmith.accounts';

/** Accounts over a secret store: one key holds the list without secrets, one key per org and client its secret. */
export function accountStore(secrets: SecretStore): AccountStore {
  const list = async (): Promise<readonly Account[]> => parseAccounts(await secrets.get(INDEX));
  const save = (accounts: readonly Account[]): Promise<void> => secrets.set(INDEX, JSON.stringify(accounts));
  return {
    list,
    async add({ region, clientId, clientSecret }, organization) {
      const account = { id: `${organization.id}/${clientId}`, region, clientId, organization };
      // The secret first: an account without one could not be used, a secret without an account is never read.
      await secrets.set(secretKey(account.id), clientSecret);
      await save([...(await list()).filter(({ id }) => id !== account.id), account]);
      return account;
    },
    secret: ({ id }) => secrets.get(secretKey(id)),
    async remove(id) {
      const accounts = await list();
      const removed = accounts.find((account) => account.id === id);
      await save(accounts.filter((account) => account.id !== id));
      await secrets.delete(secretKey(id));
      return removed;
    },
  };
}

/**
 * The account that fits an environment: of its region, and of the org that `genesys.yaml` binds when it
 * binds one. The latest sign-in wins, so that signing in again with another client is enough to change it.
 */
export function accountFor(accounts: readonly Account[], region: string, org: string | undefined): Account | undefined {
  return accounts.findLast((account) => account.region === region && isOrg(org, account.organization));
}

/** Whether an organisation is the bound one; without a binding every one is. Ids are compared without case. */
export function isOrg(bound: string | undefined, { id }: NamedRef): boolean {
  return bound === undefined || bound.trim().toLowerCase() === id.toLowerCase();
}

function secretKey(id: string): string {
  return `wrapsmith.secret/${id}`;
}

/** What is stored may be from another version or damaged: whatever is not an account is left out. */
function parseAccounts(json: string | undefined): readonly Account[] {
  try {
    const data: unknown = JSON.parse(json ?? '[]');
    return Array.isArray(data) ? data.filter(isAccount) : [];
  } catch {
    return [];
  }
}

function isAccount(data: unknown): data is Account {
  if (!isRecord(data) || !isNamedRef(data['organization'])) return false;
  return ['id', 'region', 'clientId'].every((field) => typeof data[field] === 'string');
}

function isNamedRef(data: unknown): data is NamedRef {
  return isRecord(data) && typeof data['id'] === 'string' && typeof data['name'] === 'string';
}
