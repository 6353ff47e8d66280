import type { UserTokenStore } from '#core/genesys/index.ts';

/** How somebody signs in: with a browser (PKCE), as an OAuth client, or with a JWT at an identity gateway. */
export type SignInKind = 'browser' | 'client' | 'gateway';

/** What an account signs in with. Held only as long as a token is fetched. */
export type SignInWith =
  | { readonly kind: 'browser'; readonly clientId: string; readonly tokens: UserTokenStore }
  | { readonly kind: 'client'; readonly clientId: string; readonly clientSecret: string }
  /** PKCS #8 in PEM; the gateway's address is the user's setting of the moment. */
  | { readonly kind: 'gateway'; readonly clientId: string; readonly privateKey: string };

export type Credentials = SignInWith & {
  /** The published region's domain. */
  readonly region: string;
};

/** What was typed for a sign-in. A browser has still to be sent to the login page. */
export type SignInRequest =
  | { readonly kind: 'browser'; readonly clientId: string }
  | Exclude<SignInWith, { readonly kind: 'browser' }>;
