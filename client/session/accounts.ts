import type { NamedRef } from '#core/deploy/model.ts';
import type { UserTokenStore } from '#core/genesys/index.ts';
import type { SecretStore } from '#core/ports.ts';
import { isRecord } from '../isRecord.ts';
import type { Credentials, SignInKind } from './credentials.ts';
import { keptTokens } from './keptTokens.ts';

/** Who signed in where, without the secret. */
export interface Account {
  /** `<organisation id>/<client id>`. */
  readonly id: string;
  readonly kind: SignInKind;
  /** The published region's domain, for example `mypurecloud.ie`; the address of a sandbox, which is never kept. */
  readonly region: string;
  readonly clientId: string;
  readonly organization: NamedRef;
  /** Who it is, where it is a person. The name is for the Accounts menu; everything else says the id. */
  readonly user?: NamedRef;
}

export interface AccountStore {
  list(): Promise<readonly Account[]>;
  /** Keeps an account that the org has just accepted; an earlier one of the same org and client is replaced. */
  add(credentials: Credentials, organization: NamedRef, user?: NamedRef): Promise<Account>;
  /** What an account signs in with, or nothing when it was removed elsewhere. */
  credentials(account: Account): Promise<Credentials | undefined>;
  remove(id: string): Promise<Account | undefined>;
}

/** The list without secrets; it changes when accounts do, and not when a token is renewed. */
export const ACCOUNTS_KEY = 'wrapsmith.accounts';

/** Accounts over a secret store: one key holds the list without secrets, one key per org and client its secret. */
export function accountStore(secrets: SecretStore): AccountStore {
  /** One for each account, so that whoever has one knows it again. */
  const kept = new Map<string, UserTokenStore>();
  const list = async (): Promise<readonly Account[]> => parseAccounts(await secrets.get(ACCOUNTS_KEY));
  const save = (accounts: readonly Account[]): Promise<void> => secrets.set(ACCOUNTS_KEY, JSON.stringify(accounts));
  return {
    list,
    async add(credentials, organization, user) {
      const account = accountOf(credentials, organization, user);
      // The secret first: an account without one could not be used, a secret without an account is never read.
      await secrets.set(secretKey(account.id), await secretOf(credentials));
      kept.delete(account.id);
      await save([...(await list()).filter(({ id }) => id !== account.id), account]);
      return account;
    },
    async credentials({ id, kind, region, clientId }) {
      const secret = await secrets.get(secretKey(id));
      if (secret === undefined) return undefined;
      if (kind === 'client') return { kind, region, clientId, clientSecret: secret };
      if (kind === 'gateway') return { kind, region, clientId, privateKey: secret };
      const tokens = kept.get(id) ?? keptTokens(secrets, secretKey(id));
      kept.set(id, tokens);
      return { kind, region, clientId, tokens };
    },
    async remove(id) {
      const accounts = await list();
      const removed = accounts.find((account) => account.id === id);
      await save(accounts.filter((account) => account.id !== id));
      await secrets.delete(secretKey(id));
      kept.delete(id);
      return removed;
    },
  };
}

export function accountOf({ kind, region, clientId }: Credentials, organization: NamedRef, user?: NamedRef): Account {
  return { id: `${organization.id}/${clientId}`, kind, region, clientId, organization, ...(user && { user }) };
}

/** What is kept of credentials, as one text. */
async function secretOf(credentials: Credentials): Promise<string> {
  switch (credentials.kind) {
    case 'client':
      return credentials.clientSecret;
    case 'gateway':
      return credentials.privateKey;
    case 'browser':
      return JSON.stringify(await credentials.tokens.load({}));
  }
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
    return Array.isArray(data) ? data.map(withKind).filter(isAccount) : [];
  } catch {
    return [];
  }
}

/** The first version knew OAuth clients only. */
function withKind(data: unknown): unknown {
  return isRecord(data) && data['kind'] === undefined ? { ...data, kind: 'client' } : data;
}

const KINDS: ReadonlySet<unknown> = new Set<SignInKind>(['browser', 'client', 'gateway']);

function isAccount(data: unknown): data is Account {
  if (!isRecord(data) || !isNamedRef(data['organization']) || !KINDS.has(data['kind'])) return false;
  if (data['user'] !== undefined && !isNamedRef(data['user'])) return false;
  return ['id', 'region', 'clientId'].every((field) => typeof data[field] === 'string');
}

function isNamedRef(data: unknown): data is NamedRef {
  return isRecord(data) && typeof data['id'] === 'string' && typeof data['name'] === 'string';
}
