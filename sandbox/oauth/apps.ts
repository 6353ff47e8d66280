/** The org's OAuth clients that people sign in through. Clients that ask for themselves are in `org/seedClients.ts`. */
import type { IdOf } from '../org/ids.ts';

/** An OAuth client with the code grant. */
export interface SignInApp {
  readonly id: string;
  readonly name: string;
  /** A program on a desk has none, and proves itself by PKCE; a web server has one. */
  readonly secret?: string;
  /** The addresses that it was registered with. */
  readonly redirectUris: readonly string[];
}

export interface SignInApps {
  /** For programs on a desk: no secret, PKCE. */
  readonly desktop: SignInApp;
  /** For web servers: with a secret. */
  readonly web: SignInApp;
}

/** Where an app may be sent back to when only what is registered counts. */
export const registeredRedirects = ['http://localhost:8765/', 'http://127.0.0.1:8765/'] as const;

/** The ids come from the seed; the secret is made for this run only. */
export function seedSignInApps(idOf: IdOf, newSecret: () => string, redirectUris: readonly string[]): SignInApps {
  return {
    desktop: { id: idOf('app', 'Sandbox Sign-in'), name: 'Sandbox Sign-in', redirectUris },
    web: { id: idOf('app', 'Sandbox Web App'), name: 'Sandbox Web App', secret: newSecret(), redirectUris },
  };
}
