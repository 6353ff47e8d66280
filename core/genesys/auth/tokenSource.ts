/** Where a token comes from. It stays inside this closure and the request that carries it. */
import type { Clock } from '../../ports.ts';
import { GenesysError } from '../error.ts';
import { cancelled } from '../failure.ts';
import type { CallOptions } from '../request.ts';
import { shared } from '../shared.ts';
import type { Target } from '../target.ts';
import { basicOf, clientCredentialsToken } from './clientCredentials.ts';
import type { Credentials, TokenFetch, TokenSource, UserTokens } from './credentials.ts';
import { jwtBearerToken } from './jwtBearer.ts';
import { TOKEN_PATH } from './login.ts';
import { userTokens } from './refresh.ts';

/** A token that ends within this time counts as ended, so that no request carries a dying one. */
const MARGIN_MS = 60_000;

/** Signs in once for all who ask at the same time, and keeps what it got while it lasts. */
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
  const source = tokensBy(credentials, target, clock, fetchToken);
  const seen = new Set(source.secrets);
  let held: { readonly token: string; readonly until: number } | undefined;
  let refused: string | undefined;
  const signIn = shared(
    async (options) => {
      const { accessToken, refreshToken, until } = await source.fresh(refused, options);
      for (const secret of [accessToken, refreshToken]) if (secret !== undefined) seen.add(secret);
      const validMs = until - clock.now();
      held = { token: accessToken, until: clock.now() + Math.max(validMs - MARGIN_MS, validMs / 2) };
      return accessToken;
    },
    () => new GenesysError(cancelled({ method: 'POST', path: TOKEN_PATH })),
  );
  return {
    get: async (options) => (held !== undefined && held.until > clock.now() ? held.token : signIn(options)),
    renew(token) {
      // Others may have a newer one already; theirs is good.
      if (held?.token !== token) return true;
      refused = token;
      held = undefined;
      return true;
    },
    secrets: () => [...seen],
  };
}

interface Fresh {
  /** Known from the start. */
  readonly secrets: readonly string[];
  /** A token that is not the refused one. */
  fresh(refused: string | undefined, options: CallOptions): Promise<UserTokens>;
}

function tokensBy(
  credentials: Exclude<Credentials, { readonly kind: 'accessToken' }>,
  target: Target,
  clock: Clock,
  fetchToken: TokenFetch,
): Fresh {
  switch (credentials.kind) {
    case 'clientCredentials': {
      const client = { ...credentials, basic: basicOf(credentials.clientId, credentials.clientSecret) };
      return {
        secrets: [client.clientSecret, client.basic],
        fresh: (_refused, options) => clientCredentialsToken(client, target, clock, fetchToken, options),
      };
    }
    case 'authorizationCode':
      return {
        secrets: [],
        fresh: (refused, options) =>
          userTokens(credentials, { refused, marginMs: MARGIN_MS }, target, clock, fetchToken, options),
      };
    case 'jwtBearer':
      return {
        secrets: [credentials.privateKey],
        fresh: (_refused, options) => jwtBearerToken(credentials, clock, fetchToken, options),
      };
  }
}
