/** Access tokens: random, kept in memory only, dead when they expire on the clock or are revoked. */
import { randomBytes } from 'node:crypto';
import type { Clock } from './clock.ts';
import type { Client, User } from './org/model.ts';

/** What somebody may do, and where. */
export type Rights = Pick<Client, 'permissions' | 'divisions'>;

/** Who asks: a client for itself, or a user who signed in through one. The rights are those that count for the call. */
export interface Caller extends Rights {
  /** The user's id, or the client's where it asks for itself: what `createdBy` and audits name. */
  readonly id: string;
  readonly name: string;
  /** The user who signed in; undefined for a client that asks for itself, which `users/me` refuses. */
  readonly user?: User;
  /** The OAuth client that the token was given to. */
  readonly app: App;
}

export interface App {
  readonly id: string;
  readonly name: string;
  /** As `OAuthClient.authorizedGrantType` names it. PKCE is a kind of CODE there. */
  readonly grantType: 'CODE' | 'CLIENT-CREDENTIALS';
}

export interface IssuedToken {
  readonly value: string;
  readonly caller: Caller;
  /** Names one sign-in; the tokens of its refreshes have the same. */
  readonly session: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

export interface TokenStore {
  /** Seconds that a token lives. */
  readonly lifetime: number;
  /** A new token, of a new sign-in unless `session` names one. */
  issue(caller: Caller, session?: string): IssuedToken;
  /** The token if it still works. */
  find(value: string): IssuedToken | undefined;
  /** Ends this token only, as its time would. */
  expire(value: string): void;
  /** Ends the sign-in of this token: its other tokens too, and nothing can be refreshed any more. */
  revoke(value: string): void;
  /** The same by the sign-in's name. */
  revokeSession(session: string): void;
  revokeAll(): void;
  /** Ends all tokens as their time would; sign-ins go on. */
  expireAll(): void;
  /** Whether a sign-in has not been revoked. Its tokens may have expired. */
  isOpen(session: string): boolean;
}

/** 384 random bits as text that needs no escaping anywhere. */
export function newSecret(): string {
  return randomBytes(48).toString('base64url');
}

/** The caller that a client is when it asks for itself. */
export function callerOf(client: Client): Caller {
  const { id, name, permissions, divisions } = client;
  return { id, name, permissions, divisions, app: { id, name, grantType: 'CLIENT-CREDENTIALS' } };
}

export function createTokenStore(clock: Clock, lifetimeSeconds: number): TokenStore {
  const tokens = new Map<string, IssuedToken>();
  const open = new Set<string>();
  const revokeSession = (session: string): void => {
    open.delete(session);
    for (const token of tokens.values()) if (token.session === session) tokens.delete(token.value);
  };
  return {
    lifetime: lifetimeSeconds,
    issue(caller, session = newSecret()) {
      const token = { value: newSecret(), caller, session, expiresAt: clock.now() + lifetimeSeconds * 1000 };
      open.add(session);
      tokens.set(token.value, token);
      return token;
    },
    find(value) {
      const token = tokens.get(value);
      if (token && token.expiresAt > clock.now()) return token;
      tokens.delete(value);
      return undefined;
    },
    expire: (value) => void tokens.delete(value),
    revoke(value) {
      const token = tokens.get(value);
      if (token) revokeSession(token.session);
    },
    revokeSession,
    revokeAll() {
      tokens.clear();
      open.clear();
    },
    expireAll: () => tokens.clear(),
    isOpen: (session) => open.has(session),
  };
}
