/** The login service as the OAuth library sees it, and what its answers mean. */
import * as oauth from 'oauth4webapi';
import type { Clock } from '../../ports.ts';
import { GenesysError } from '../error.ts';
import type { CallOptions } from '../request.ts';
import type { Target } from '../target.ts';
import type { TokenGrant, TokenFetch, UserTokens } from './credentials.ts';

export const TOKEN_PATH = '/oauth/token';
export const AUTHORIZE_PATH = '/oauth/authorize';

/** For an answer without `expires_in`: the platform's default. */
const DEFAULT_VALIDITY_S = 86_400;

/** The published addresses: `https://login.<domain>/oauth/authorize` and `…/oauth/token`. */
export function loginServer({
  loginUrl,
}: Target): oauth.AuthorizationServer & { readonly authorization_endpoint: string } {
  return {
    issuer: loginUrl,
    authorization_endpoint: `${loginUrl}${AUTHORIZE_PATH}`,
    token_endpoint: `${loginUrl}${TOKEN_PATH}`,
  };
}

/** Makes the library send through our own wire. `insecure`: plain http, which exists on the loopback only. */
export function through(
  fetchToken: TokenFetch,
  grant: TokenGrant,
  secrets: readonly string[],
  insecure: boolean,
  options: CallOptions,
): oauth.TokenEndpointRequestOptions {
  return {
    [oauth.customFetch]: (url, { headers, body }) =>
      fetchToken({ grant, url, headers, form: String(body), secrets }, options),
    [oauth.allowInsecureRequests]: insecure,
  };
}

/** The tokens of an answer that `read` takes apart; throws `GenesysError` where it holds none. */
export async function tokensOf(
  grant: TokenGrant,
  clock: Clock,
  read: () => Promise<oauth.TokenEndpointResponse>,
): Promise<UserTokens> {
  try {
    const { access_token: accessToken, refresh_token: refreshToken, expires_in: seconds } = await read();
    const until = clock.now() + (seconds ?? DEFAULT_VALIDITY_S) * 1000;
    return refreshToken === undefined ? { accessToken, until } : { accessToken, refreshToken, until };
  } catch {
    // The library's error holds the whole answer, so only what it means leaves here.
    throw new GenesysError({
      kind: 'unreadable',
      method: 'POST',
      path: TOKEN_PATH,
      grant,
      message: 'The login service gave an answer without a usable token.',
      ambiguous: false,
    });
  }
}

/** Nobody is signed in, or what was given for it has ended. */
export const signInEnded = (): GenesysError =>
  new GenesysError({
    kind: 'unauthorized',
    method: 'POST',
    path: TOKEN_PATH,
    grant: 'refreshToken',
    message: 'The sign-in has ended.',
    ambiguous: false,
  });
