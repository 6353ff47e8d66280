/** Where a token comes from. It stays inside this closure and the request that carries it. */
import * as oauth from 'oauth4webapi';
import type { Clock } from '../ports.ts';
import { GenesysError } from './error.ts';
import { cancelled } from './failure.ts';
import type { CallOptions } from './request.ts';
import { shared } from './shared.ts';
import type { Target } from './target.ts';

export type Credentials =
  | { readonly kind: 'clientCredentials'; readonly clientId: string; readonly clientSecret: string }
  /** A token that was made elsewhere; it cannot be renewed here. */
  | { readonly kind: 'accessToken'; readonly accessToken: string };

export interface TokenSource {
  /** A token that is valid for a while yet. Calls at the same time share one sign-in; each ends its own by its signal. */
  get(options: CallOptions): Promise<string>;
  /** Forgets a token that the org refused. False where no other can be had. */
  renew(refused: string): boolean;
  /** Everything that must not appear in a text. */
  secrets(): readonly string[];
}

/** Posts the token request and gives every answer it gets; throws `GenesysError` where there is none. */
export type TokenFetch = (
  url: string,
  headers: Readonly<Record<string, string>>,
  form: string,
  options: CallOptions,
) => Promise<Response>;

export const TOKEN_PATH = '/oauth/token';
/** A token that ends within this time counts as ended, so that no request carries a dying one. */
const MARGIN_MS = 60_000;
/** For an answer without `expires_in`: the platform's default. */
const DEFAULT_VALIDITY_S = 86_400;

export function createTokenSource(
  credentials: Credentials,
  target: Target,
  clock: Clock,
  fetchToken: TokenFetch,
): TokenSource {
  if (credentials.kind === 'accessToken') {
    const { accessToken } = credentials;
    return { get: async () => accessToken, renew: () => false, secrets: () => [accessToken] };
  }
  const basic = basicOf(credentials.clientId, credentials.clientSecret);
  let held: { readonly token: string; readonly until: number } | undefined;
  const seen = new Set<string>([credentials.clientSecret, basic]);
  const signIn = shared(
    async (options) => {
      const { token, validMs } = await clientCredentialsToken(
        credentials.clientId,
        basic,
        target,
        (url, headers, form) => fetchToken(url, headers, form, options),
      );
      held = { token, until: clock.now() + Math.max(validMs - MARGIN_MS, validMs / 2) };
      seen.add(token);
      return token;
    },
    () => new GenesysError(cancelled({ method: 'POST', path: TOKEN_PATH })),
  );
  return {
    get: async (options) => (held !== undefined && held.until > clock.now() ? held.token : signIn(options)),
    renew(refused) {
      if (held?.token === refused) held = undefined;
      return true;
    },
    secrets: () => [...seen],
  };
}

/**
 * The library's own Basic authentication percent-encodes id and secret, as the RFC says; the published
 * SDKs send them raw, so that is what the login service is known to accept.
 */
const rawBasic =
  (basic: string): oauth.ClientAuth =>
  (_server, _client, _body, headers) => {
    headers.set('authorization', `Basic ${basic}`);
  };

async function clientCredentialsToken(
  clientId: string,
  basic: string,
  target: Target,
  send: (url: string, headers: Record<string, string>, form: string) => Promise<Response>,
): Promise<{ token: string; validMs: number }> {
  const server: oauth.AuthorizationServer = {
    issuer: target.loginUrl,
    token_endpoint: `${target.loginUrl}${TOKEN_PATH}`,
  };
  const client: oauth.Client = { client_id: clientId };
  const response = await oauth.clientCredentialsGrantRequest(server, client, rawBasic(basic), new URLSearchParams(), {
    [oauth.customFetch]: (url, { headers, body }) => send(url, headers, String(body)),
    // Plain http exists for the loopback sandbox only; the target was checked for it.
    [oauth.allowInsecureRequests]: target.loopback,
  });
  try {
    const answer = await oauth.processClientCredentialsResponse(server, client, response);
    return { token: answer.access_token, validMs: (answer.expires_in ?? DEFAULT_VALIDITY_S) * 1000 };
  } catch {
    // The library's error holds the whole answer, so only what it means leaves here.
    throw new GenesysError({
      kind: 'unreadable',
      method: 'POST',
      path: TOKEN_PATH,
      message: 'The login service gave an answer without a usable token.',
      ambiguous: false,
    });
  }
}

function basicOf(clientId: string, clientSecret: string): string {
  const bytes = new TextEncoder().encode(`${clientId}:${clientSecret}`);
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
