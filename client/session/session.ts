import type { NamedRef } from '#core/deploy/model.ts';
import type { UserTokens } from '#core/genesys/index.ts';
import { UserError } from '../errors.ts';
import { accountFor, accountOf, isOrg, type Account, type AccountStore } from './accounts.ts';
import type { Credentials, SignInRequest, SignInWith } from './credentials.ts';
import { explained } from './explained.ts';
import { SANDBOX, type Environment, type OrgEnvironment } from './environments.ts';
import { tokensInMemory } from './keptTokens.ts';
import type { OpenedOrg, OrgOpener, Place } from './orgOpener.ts';
import type { SandboxProcess } from './sandboxProcess.ts';
import type { SessionState } from './statusText.ts';

/** Where one is and who one is: the current environment, its account and the way to its org. */
export interface Session {
  /** The chosen environment's name, as this workspace remembers it; it need not exist any more. */
  chosen(): string | undefined;
  choose(environment: Environment): Promise<void>;
  /** What the status bar says about an environment. Reads no network. */
  stateOf(environment: Environment | undefined): Promise<SessionState>;
  /** The org behind an environment; starts the sandbox when that is it. Throws a `UserError` when nobody is signed in. */
  open(environment: Environment, signal: AbortSignal): Promise<OpenedOrg>;
  /**
   * Asks the org who it is with these credentials, and keeps them when it answers. `place` is a region's domain or the
   * sandbox, whose sign-ins end with it; `expected` is the environment that it is meant for.
   */
  signIn(
    request: SignInRequest,
    place: SignInPlace,
    expected: OrgEnvironment | undefined,
    signal: AbortSignal,
  ): Promise<Account>;
  /** The OAuth client that people sign in to the sandbox through; starts the sandbox. */
  sandboxSignInClient(): Promise<string>;
  signOut(accountId: string): Promise<Account | undefined>;
  accounts(): Promise<readonly Account[]>;
  dispose(): void;
}

/** Where somebody signs in: a published region by its domain, or the sandbox of this window. */
export type SignInPlace = { readonly kind: 'region'; readonly region: string } | { readonly kind: 'sandbox' };

export interface SessionDeps {
  readonly accounts: AccountStore;
  readonly sandbox: SandboxProcess;
  readonly opener: OrgOpener;
  /** The workspace's memory for the chosen environment's name. */
  readonly memory: { get(): string | undefined; set(name: string): Promise<void> };
  readonly isTrusted: () => boolean;
  /** Called when accounts or the chosen environment changed. */
  readonly onChange: (what: 'environment' | 'accounts') => void;
}

export function createSession({ accounts, sandbox, opener, memory, isTrusted, onChange }: SessionDeps): Session {
  /** Names of sandbox orgs by address: an address is new for each run. */
  const sandboxNames = new Map<string, string>();
  /** Who signed in to the running sandbox; nobody has to. */
  let guest: Guest | undefined;

  const guestHere = (): Guest | undefined =>
    guest !== undefined && guest.account.region === sandbox.running()?.url ? guest : undefined;

  const listAccounts = async (): Promise<readonly Account[]> => {
    const here = guestHere();
    return [...(await accounts.list()), ...(here ? [here.account] : [])];
  };

  const openSandbox = async (signal: AbortSignal): Promise<OpenedOrg> => {
    const { url, clientId, clientSecret } = await sandbox.ready();
    const signIn = guestHere()?.signIn ?? { kind: 'client', clientId, clientSecret };
    const opened = await opener.open({ kind: 'sandbox', url }, signIn, SANDBOX.name, signal);
    sandboxNames.set(url, opened.organization.name);
    return opened;
  };

  const openOrg = async (environment: OrgEnvironment, signal: AbortSignal): Promise<OpenedOrg> => {
    const account = accountFor(await accounts.list(), environment.region.domain, environment.org);
    const credentials = account && (await accounts.credentials(account));
    if (!credentials) throw notSignedIn(environment);
    return opener.open(regionOf(credentials), credentials, environment.name, signal);
  };

  /** Keeps a sign-in once the org has said who it is, and that it is the expected one. */
  const accepted = async (
    place: Place,
    signIn: SignInWith,
    expected: OrgEnvironment | undefined,
    label: string,
    signal: AbortSignal,
  ): Promise<Account> => {
    const { genesys, organization } = await opener.open(place, signIn, label, signal);
    assertBound(expected, organization);
    const user =
      signIn.kind === 'client' ? undefined : await explained({ environment: label }, () => genesys.me({ signal }));
    const who = user && { id: user.id, name: user.name };
    if (place.kind === 'region') return accounts.add({ ...signIn, region: place.region }, organization, who);
    guest = { signIn, account: accountOf({ ...signIn, region: place.url }, organization, who) };
    return guest.account;
  };

  return {
    chosen: () => memory.get(),
    async choose(environment) {
      await memory.set(environment.name);
      onChange('environment');
    },
    async stateOf(environment) {
      if (!isTrusted()) return { kind: 'restricted' };
      if (!environment) return { kind: 'none' };
      const organization = await knownName(environment);
      return organization === undefined
        ? { kind: 'signedOut', environment }
        : { kind: 'ready', environment, organization };
    },
    async open(environment, signal) {
      const before = await knownName(environment);
      const opened = environment.kind === 'sandbox' ? await openSandbox(signal) : await openOrg(environment, signal);
      // Everything that is shown of an environment is asked for again then: not for an org that was known already.
      if ((await knownName(environment)) !== before) onChange('environment');
      return opened;
    },
    async signIn(request, asked, expected, signal) {
      const place: Place = asked.kind === 'region' ? asked : { kind: 'sandbox', url: (await sandbox.ready()).url };
      const label = expected?.name ?? (place.kind === 'region' ? place.region : SANDBOX.name);
      const signIn = await completed(request, () => opener.browse(place, request.clientId, label, signal));
      try {
        const account = await accepted(place, signIn, expected, label, signal);
        onChange('accounts');
        return account;
      } catch (error) {
        // A token that nobody keeps is ended. Nobody waits for it: the org may be the one that does not answer.
        if (signIn.kind === 'browser') void opener.forget(place, signIn);
        throw error;
      }
    },
    sandboxSignInClient: async () => (await sandbox.ready()).pkceClientId,
    async signOut(accountId) {
      const here = guestHere();
      if (here?.account.id === accountId) {
        guest = undefined;
        onChange('accounts');
        await opener.forget({ kind: 'sandbox', url: here.account.region }, here.signIn);
        return here.account;
      }
      const account = (await accounts.list()).find(({ id }) => id === accountId);
      const credentials = account && (await accounts.credentials(account));
      const ending = credentials && (await lastTime(credentials));
      const removed = await accounts.remove(accountId);
      onChange('accounts');
      // Last, since it may take its time: here the sign-in is over.
      if (ending) await opener.forget(regionOf(ending), ending);
      return removed;
    },
    accounts: listAccounts,
    dispose() {
      sandbox.dispose();
      opener.dispose();
    },
  };

  async function knownName(environment: Environment): Promise<string | undefined> {
    if (environment.kind === 'sandbox') return sandboxNames.get(sandbox.running()?.url ?? '');
    return accountFor(await accounts.list(), environment.region.domain, environment.org)?.organization.name;
  }
}

function notSignedIn({ name, region, org }: OrgEnvironment): UserError {
  const whose = org === undefined ? '' : ' to the organisation that genesys.yaml binds';
  return new UserError(`Nobody is signed in${whose} for ${name} (${region.domain}). Sign in, then try again.`, [
    { title: 'Sign In', command: 'wrapsmith.signIn' },
    { title: 'Switch Environment', command: 'wrapsmith.switchEnvironment' },
  ]);
}

/** Somebody who signed in to the sandbox: it ends with it, and is kept nowhere. */
interface Guest {
  readonly signIn: SignInWith;
  readonly account: Account;
}

const regionOf = ({ region }: Credentials): Place => ({ kind: 'region', region });

/** A request with what only the login page can give. */
async function completed(request: SignInRequest, browse: () => Promise<UserTokens>): Promise<SignInWith> {
  return request.kind === 'browser' ? { ...request, tokens: tokensInMemory(await browse()) } : request;
}

/** The credentials as they are, for after they were removed: a browser's tokens are read from what is kept. */
async function lastTime(credentials: Credentials): Promise<Credentials> {
  if (credentials.kind !== 'browser') return credentials;
  const tokens = await credentials.tokens.load({});
  return tokens === undefined ? credentials : { ...credentials, tokens: tokensInMemory(tokens) };
}

/** The org guard at sign-in: what is stored for an environment must be of the org it binds. */
function assertBound(expected: OrgEnvironment | undefined, organization: NamedRef): void {
  if (expected === undefined || isOrg(expected.org, organization)) return;
  throw new UserError(
    `These credentials belong to ${organization.name}, but genesys.yaml binds ${expected.name} to another organisation. Nothing was stored. Use a client of the right organisation, or correct genesys.yaml.`,
    [{ title: 'Try Again', command: 'wrapsmith.signIn' }],
  );
}
