import type { Api, ApiRequest, CallOptions } from '../request.ts';

/** `DELETE /api/v2/tokens/me`: ends the token of this session on the server too, for signing out. */
export async function revokeToken(api: Api, options: CallOptions): Promise<void> {
  const request: ApiRequest = { method: 'DELETE', path: '/api/v2/tokens/me', options };
  await api(request);
}
