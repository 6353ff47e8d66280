import {
  actorOf,
  browserSignIn,
  createGenesys,
  gatewayFits,
  type BrowserPorts,
  type Genesys,
  regionTarget,
  sandboxTarget,
  type SignedIn,
  type Target,
  type UserTokens,
} from '#core/genesys/index.ts';
import { GenesysError } from '#core/genesys/error.ts';
import type { NamedRef } from '#core/deploy/model.ts';
import type { Clock, Logger, Random } from '#core/ports.ts';
import { UserError } from '../errors.ts';
import { coreCredentials, isSameSignIn, type CoreCredentialsDeps } from './coreCredentials.ts';
import type { SignInWith } from './credentials.ts';
import { explained } from './explained.ts';

/** An org that answered. Its token stays inside `genesys`. */
export interface OpenedOrg {
  readonly genesys: Genesys;
  readonly organization: NamedRef;
  /** Whose credentials these are, by id, for the audit trail. The org is asked once. Throws `GenesysError`. */
  actor(signal?: AbortSignal): Promise<SignedIn>;
}

/** A published region by its domain, or the sandbox of this window by the address that it printed. */
export type Place =
  | { readonly kind: 'region'; readonly region: string }
  | { readonly kind: 'sandbox'; readonly url: string };

/** `label` is how a failure names the place: the environment, or the region while nobody is signed in. */
export interface OrgOpener {
  open(place: Place, signIn: SignInWith, label: string, signal: AbortSignal): Promise<OpenedOrg>;
  /** Sends somebody to the login page of a place and waits for them. */
  browse(place: Place, clientId: string, label: string, signal: AbortSignal): Promise<UserTokens>;
  /**
   * Ends the token of a sign-in, as far as there is one and the org can still be reached, and forgets it. Whether the
   * platform ends a refresh token with it is not known; here it is forgotten too. Never rejects for the org.
   */
  forget(place: Place, signIn: SignInWith): Promise<void>;
  dispose(): void;
}

export interface OrgOpenerDeps extends CoreCredentialsDeps {
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  readonly browser: BrowserPorts;
  /** As in `GenesysParts`. */
  readonly rateShare?: () => number;
}

interface Connection {
  readonly signIn: SignInWith;
  /** Of the gateway, where there is one: who moves it wants no connection to the old one. */
  readonly gatewayUrl: string | undefined;
  readonly genesys: Genesys;
  readonly actor: OpenedOrg['actor'];
}

/** Keeps one connection per place and client, so that its token and its pacing are shared. */
export function orgOpener({ onSecret, gateway, browser, ...parts }: OrgOpenerDeps): OrgOpener {
  const open = new Map<string, Connection>();

  const connect = (target: Target, signIn: SignInWith): Connection => {
    const credentials = coreCredentials(signIn, { onSecret, gateway });
    const gatewayUrl = credentials.kind === 'jwtBearer' ? credentials.gateway.tokenUrl : undefined;
    if (credentials.kind === 'jwtBearer' && !gatewayFits(credentials.gateway, target)) throw gatewayElsewhere();
    const key = keyOf(target, signIn);
    const known = open.get(key);
    if (known && isSameSignIn(known.signIn, signIn) && known.gatewayUrl === gatewayUrl) return known;
    known?.genesys.close();
    const genesys = createGenesys({ ...parts, target, credentials });
    const actor = onceKnown((signal?: AbortSignal) => actorOf(genesys, credentials, signal ? { signal } : {}));
    const connection = { signIn, gatewayUrl, genesys, actor };
    open.set(key, connection);
    return connection;
  };

  return {
    async open(place, signIn, label, signal) {
      const { genesys, actor } = connect(targetOf(place), signIn);
      const { id, name } = await explained({ environment: label }, () => genesys.organization({ signal }));
      return { genesys, organization: { id, name }, actor };
    },
    async browse(place, clientId, label, signal) {
      const target = targetOf(place);
      const tokens = await explained({ environment: label }, () =>
        browserSignIn({ ...parts, target, clientId }, browser, { signal }),
      );
      for (const secret of [tokens.accessToken, tokens.refreshToken]) if (secret !== undefined) onSecret(secret);
      return tokens;
    },
    async forget(place, signIn) {
      const target = targetOf(place);
      const key = keyOf(target, signIn);
      // A browser's token outlives a window, so that it is ended though nobody used it in this one.
      const known = signIn.kind === 'browser' ? connect(target, signIn) : open.get(key);
      open.delete(key);
      if (!known) return;
      await known.genesys.revoke().catch((error: unknown) => {
        // A token that is refused has ended already.
        if (error instanceof GenesysError && error.failure.kind === 'unauthorized') return;
        parts.logger.warn('The token could not be ended in the org; it ends by itself.');
      });
      known.genesys.close();
    },
    dispose() {
      for (const { genesys } of open.values()) genesys.close();
      open.clear();
    },
  };
}

function targetOf(place: Place): Target {
  const found = place.kind === 'region' ? regionTarget(place.region) : sandboxTarget(place.url);
  if (!found.ok) throw new UserError(found.why);
  return found.target;
}

const gatewayElsewhere = (): UserError =>
  new UserError(
    'The identity gateway of your settings is for a real org, and the sandbox is not shown its tokens. Sign in to the sandbox with the browser.',
  );

function keyOf({ apiUrl }: Target, { clientId }: SignInWith): string {
  return `${apiUrl} ${clientId}`;
}

/** Asks until there is an answer, and from then on no more. */
function onceKnown<A extends readonly unknown[], T>(ask: (...args: A) => Promise<T>): (...args: A) => Promise<T> {
  let known: { readonly value: T } | undefined;
  return async (...args) => (known ??= { value: await ask(...args) }).value;
}
