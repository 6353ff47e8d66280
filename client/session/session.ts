import type { NamedRef } from '#core/deploy/model.ts';
import { UserError } from '../errors.ts';
import { accountFor, isOrg, type Account, type AccountStore, type Credentials } from './accounts.ts';
import { SANDBOX, type Environment, type OrgEnvironment } from './environments.ts';
import type { OpenedOrg, OrgOpener } from './orgOpener.ts';
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
  /** Asks the org who it is with these credentials, and keeps them when it answers. */
  signIn(credentials: Credentials, expected: OrgEnvironment | undefined, signal: AbortSignal): Promise<Account>;
  signOut(accountId: string): Promise<Account | undefined>;
  accounts(): Promise<readonly Account[]>;
  dispose(): void;
}

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

  const openSandbox = async (signal: AbortSignal): Promise<OpenedOrg> => {
    const { url, clientId, clientSecret } = await sandbox.ready();
    const opened = await opener.sandbox(url, { clientId, clientSecret }, SANDBOX.name, signal);
    sandboxNames.set(url, opened.organization.name);
    return opened;
  };

  const openOrg = async (environment: OrgEnvironment, signal: AbortSignal): Promise<OpenedOrg> => {
    const account = accountFor(await accounts.list(), environment.region.domain, environment.org);
    const clientSecret = account ? await accounts.secret(account) : undefined;
    if (!account || clientSecret === undefined) throw notSignedIn(environment);
    return opener.region(
      { region: account.region, clientId: account.clientId, clientSecret },
      environment.name,
      signal,
    );
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
    async signIn(credentials, expected, signal) {
      const { organization } = await opener.region(credentials, expected?.name ?? credentials.region, signal);
      assertBound(expected, organization);
      const account = await accounts.add(credentials, organization);
      onChange('accounts');
      return account;
    },
    async signOut(accountId) {
      const removed = await accounts.remove(accountId);
      if (removed) await opener.forget(removed.region, removed.clientId);
      onChange('accounts');
      return removed;
    },
    accounts: () => accounts.list(),
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

/** The org guard at sign-in: what is stored for an environment must be of the org it binds. */
function assertBound(expected: OrgEnvironment | undefined, organization: NamedRef): void {
  if (expected === undefined || isOrg(expected.org, organization)) return;
  throw new UserError(
    `These credentials belong to ${organization.name}, but genesys.yaml binds ${expected.name} to another organisation. Nothing was stored. Use a client of the right organisation, or correct genesys.yaml.`,
    [{ title: 'Try Again', command: 'wrapsmith.signIn' }],
  );
}
