import type { UserTokens, UserTokenStore } from '#core/genesys/index.ts';
import type { SecretStore } from '#core/ports.ts';
import { isRecord } from '../isRecord.ts';

/** Tokens under a key of the secret storage, which all windows share. */
export function keptTokens(secrets: SecretStore, key: string): UserTokenStore {
  return {
    load: async () => parseTokens(await secrets.get(key)),
    async save(tokens) {
      // Somebody may have signed out while these were under way.
      if ((await secrets.get(key)) !== undefined) await secrets.set(key, JSON.stringify(tokens));
    },
  };
}

/** Tokens of a sign-in that is not kept, or not yet. */
export function tokensInMemory(first: UserTokens): UserTokenStore {
  let held = first;
  return {
    load: async () => held,
    save: async (tokens) => void (held = tokens),
  };
}

/** What is stored may be damaged: then nobody is signed in. */
function parseTokens(json: string | undefined): UserTokens | undefined {
  try {
    const data: unknown = JSON.parse(json ?? 'null');
    if (!isRecord(data)) return undefined;
    const { accessToken, refreshToken, until } = data;
    if (typeof accessToken !== 'string' || typeof until !== 'number') return undefined;
    return typeof refreshToken === 'string' ? { accessToken, refreshToken, until } : { accessToken, until };
  } catch {
    return undefined;
  }
}
