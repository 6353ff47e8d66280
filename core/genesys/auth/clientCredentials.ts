import * as oauth from 'oauth4webapi';
import type { Clock } from '../../ports.ts';
import type { CallOptions } from '../request.ts';
import type { Target } from '../target.ts';
import type { TokenFetch, UserTokens } from './credentials.ts';
import { loginServer, through, tokensOf } from './login.ts';

/** A token for an OAuth client itself. `basic` is what `basicOf` made of its id and secret. */
export async function clientCredentialsToken(
  client: { readonly clientId: string; readonly clientSecret: string; readonly basic: string },
  target: Target,
  clock: Clock,
  fetchToken: TokenFetch,
  options: CallOptions,
): Promise<UserTokens> {
  const server = loginServer(target);
  const { clientId, clientSecret, basic } = client;
  const one: oauth.Client = { client_id: clientId };
  const way = through(fetchToken, 'clientCredentials', [clientSecret, basic], target.loopback, options);
  const response = await oauth.clientCredentialsGrantRequest(server, one, rawBasic(basic), new URLSearchParams(), way);
  return tokensOf('clientCredentials', clock, () => oauth.processClientCredentialsResponse(server, one, response));
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

export function basicOf(clientId: string, clientSecret: string): string {
  const bytes = new TextEncoder().encode(`${clientId}:${clientSecret}`);
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
