/** What one signs in with, and where a token comes from. */
import type { CallOptions } from '../request.ts';

export type Credentials =
  | { readonly kind: 'clientCredentials'; readonly clientId: string; readonly clientSecret: string }
  /** A person who signed in with a browser (authorization code with PKCE). */
  | { readonly kind: 'authorizationCode'; readonly clientId: string; readonly tokens: UserTokenStore }
  | JwtCredentials
  /** A token that was made elsewhere; it cannot be renewed here. */
  | { readonly kind: 'accessToken'; readonly accessToken: string };

/**
 * A JWT for an identity gateway in front of the platform (RFC 7523, RS256). The platform itself publishes no such
 * grant: the gateway gives a token of the platform for it.
 */
export interface JwtCredentials {
  readonly kind: 'jwtBearer';
  /** Issuer and subject of the JWT. */
  readonly clientId: string;
  /** PKCS #8 in PEM. It signs here and is sent nowhere. */
  readonly privateKey: string;
  readonly gateway: Gateway;
}

/** The one address that a JWT is sent to; made by `gatewayAddress` only. */
export interface Gateway {
  /** The whole address of its token endpoint; also the audience of the JWT. */
  readonly tokenUrl: string;
}

/** What a sign-in in the browser gave. All of it is secret. */
export interface UserTokens {
  readonly accessToken: string;
  /** Whether the platform gives one to PKCE clients is not known; without it the sign-in ends with its token. */
  readonly refreshToken?: string;
  /** When the access token ends, in milliseconds since the epoch. */
  readonly until: number;
}

/** Where those tokens are kept. Other windows share it, so it is asked anew whenever a token is needed. */
export interface UserTokenStore {
  /** Undefined where nobody is signed in (any more). The host may sign somebody in here, with `options.signal`. */
  load(options: CallOptions): Promise<UserTokens | undefined>;
  /** What a refresh gave. */
  save(tokens: UserTokens): Promise<void>;
}

export interface TokenSource {
  /** A token that is valid for a while yet. Calls at the same time share one sign-in; each ends its own by its signal. */
  get(options: CallOptions): Promise<string>;
  /** Forgets a token that the org refused. False where no other can be had. */
  renew(refused: string): boolean;
  /** Everything that must not appear in a text. */
  secrets(): readonly string[];
}

/** Which grant a token was asked for with, for the words about a refusal. */
export type TokenGrant = 'clientCredentials' | 'authorizationCode' | 'refreshToken' | 'jwtBearer';

/** Posts a token request and gives its 2xx answer; throws `GenesysError` for everything else. */
export type TokenFetch = (request: TokenRequest, options: CallOptions) => Promise<Response>;

export interface TokenRequest {
  readonly grant: TokenGrant;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly form: string;
  /** Taken out of whatever the other side answers. */
  readonly secrets: readonly string[];
}
