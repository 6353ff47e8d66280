import type { Credentials } from './auth/credentials.ts';
import type { Genesys } from './genesys.ts';
import type { CallOptions } from './request.ts';

/** Whose credentials these are, by id: names of people stay out of files. */
export interface SignedIn {
  readonly kind: 'user' | 'client';
  readonly id: string;
}

/**
 * For the audit trail: the user of the token (`users/me`), else the OAuth client. A token of client credentials is no
 * user's, so nobody is asked; whose token a gateway or somebody else gave is asked of the org, and `tokens/me` names the
 * client (`unknown` where it does not). Throws `GenesysError`.
 */
export async function actorOf(
  genesys: Pick<Genesys, 'me' | 'tokenInfo'>,
  credentials: Credentials,
  options: CallOptions = {},
): Promise<SignedIn> {
  if (credentials.kind === 'clientCredentials') return { kind: 'client', id: credentials.clientId };
  const user = await genesys.me(options);
  if (user !== undefined) return { kind: 'user', id: user.id };
  if (credentials.kind !== 'accessToken') return { kind: 'client', id: credentials.clientId };
  const { client } = await genesys.tokenInfo(options);
  return { kind: 'client', id: client?.id ?? 'unknown' };
}
