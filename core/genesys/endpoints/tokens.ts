import type { Api, ApiRequest, CallOptions } from '../request.ts';
import type { Read } from '../shape.ts';
import { compact, expectShape, isFields, readAll, readNamed, text } from '../shape.ts';

/** `DELETE /api/v2/tokens/me`: ends the token of this session on the server too, for signing out. */
export async function revokeToken(api: Api, options: CallOptions): Promise<void> {
  const request: ApiRequest = { method: 'DELETE', path: '/api/v2/tokens/me', options };
  await api(request);
}

/** The published `TokenInfo`, as far as it is used. */
export interface TokenInfo {
  readonly organization?: { readonly id: string; readonly name: string };
  /** The OAuth client that the token was given to. */
  readonly client?: { readonly id: string; readonly name: string; readonly grantType?: string };
  /** Empty for client credentials, to which scopes do not apply. */
  readonly scopes: readonly string[];
}

/** `GET /api/v2/tokens/me`: needs no permission. */
export async function getTokenInfo(api: Api, options: CallOptions): Promise<TokenInfo> {
  const request: ApiRequest = { method: 'GET', path: '/api/v2/tokens/me', options };
  return expectShape(request, await api(request), 'what a token is for', readTokenInfo);
}

const readTokenInfo: Read<TokenInfo> = (value) => {
  if (!isFields(value)) return undefined;
  const scopes = readAll(text)(value['authorizedScope'] ?? []);
  return (
    scopes &&
    compact<TokenInfo>({
      organization: readNamed(value['organization']),
      client: readClient(value['OAuthClient']),
      scopes,
    })
  );
};

const readClient: Read<NonNullable<TokenInfo['client']>> = (value) => {
  const named = readNamed(value);
  return named && isFields(value) ? compact({ ...named, grantType: text(value['authorizedGrantType']) }) : undefined;
};
