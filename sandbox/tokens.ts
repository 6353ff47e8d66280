/** Access tokens: random, kept in memory only, dead when they expire on the clock or are revoked. */
import { randomBytes } from 'node:crypto';
import type { Clock } from './clock.ts';
import type { Client } from './org/model.ts';

export interface IssuedToken {
  readonly value: string;
  readonly client: Client;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

export interface TokenStore {
  issue(client: Client): IssuedToken;
  /** The token if it still works. */
  find(value: string): IssuedToken | undefined;
  revoke(value: string): void;
  revokeAll(): void;
}

/** 384 random bits as text that needs no escaping anywhere. */
export function newSecret(): string {
  return randomBytes(48).toString('base64url');
}

export function createTokenStore(clock: Clock, lifetimeSeconds: number): TokenStore {
  const tokens = new Map<string, IssuedToken>();
  return {
    issue(client) {
      const token = {
        value: newSecret(),
        client,
        expiresAt: clock.now() + lifetimeSeconds * 1000,
      };
      tokens.set(token.value, token);
      return token;
    },
    find(value) {
      const token = tokens.get(value);
      if (token && token.expiresAt > clock.now()) return token;
      tokens.delete(value);
      return undefined;
    },
    revoke: (value) => void tokens.delete(value),
    revokeAll: () => tokens.clear(),
  };
}
