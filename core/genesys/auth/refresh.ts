import * as oauth from 'oauth4webapi';
import type { Clock } from '../../ports.ts';
import { GenesysError } from '../error.ts';
import type { CallOptions } from '../request.ts';
import type { Target } from '../target.ts';
import type { TokenFetch, UserTokens, UserTokenStore } from './credentials.ts';
import { loginServer, signInEnded, through, tokensOf } from './login.ts';

export interface UserSignIn {
  readonly clientId: string;
  readonly tokens: UserTokenStore;
}

/**
 * The tokens of who signed in with a browser: the kept ones while they last for `marginMs` and are not the `refused` one,
 * else new ones for the refresh token. Throws `GenesysError` (`unauthorized`) where only another sign-in helps.
 */
export async function userTokens(
  { clientId, tokens }: UserSignIn,
  { refused, marginMs }: { readonly refused: string | undefined; readonly marginMs: number },
  target: Target,
  clock: Clock,
  fetchToken: TokenFetch,
  options: CallOptions,
): Promise<UserTokens> {
  const kept = await tokens.load(options);
  if (kept === undefined) throw signInEnded();
  const left = kept.accessToken === refused ? 0 : kept.until - clock.now();
  const { refreshToken } = kept;
  if (left > marginMs || (refreshToken === undefined && left > 0)) return kept;
  if (refreshToken === undefined) throw signInEnded();
  try {
    const fresh = await refresh(clientId, refreshToken, target, clock, fetchToken, options);
    await tokens.save(fresh);
    return fresh;
  } catch (error) {
    if (!(error instanceof GenesysError) || error.failure.kind !== 'unauthorized') throw error;
    // A refresh token may count once only: then another window has just used it and kept what it got.
    const newer = await tokens.load(options);
    if (newer !== undefined && newer.accessToken !== kept.accessToken) return newer;
    throw error;
  }
}

/** RFC 6749, section 6; an answer without a new refresh token leaves the old one in place. */
async function refresh(
  clientId: string,
  refreshToken: string,
  target: Target,
  clock: Clock,
  fetchToken: TokenFetch,
  options: CallOptions,
): Promise<UserTokens> {
  const server = loginServer(target);
  const client: oauth.Client = { client_id: clientId };
  const way = through(fetchToken, 'refreshToken', [refreshToken], target.loopback, options);
  const response = await oauth.refreshTokenGrantRequest(server, client, oauth.None(), refreshToken, way);
  const fresh = await tokensOf('refreshToken', clock, () =>
    oauth.processRefreshTokenResponse(server, client, response),
  );
  return { refreshToken, ...fresh };
}
