import type { SecretStore } from '#core/ports.ts';

/**
 * A secret store that goes on in memory once the real one fails, as it does on machines without a
 * keyring. `onFallback` is called once, so that the user learns that secrets last for this window only.
 */
export function withMemoryFallback(store: SecretStore, onFallback: (reason: string) => void): SecretStore {
  const memory = new Map<string, string>();
  let failed = false;
  const fallBack = (error: unknown): void => {
    if (failed) return;
    failed = true;
    onFallback(error instanceof Error ? error.message : String(error));
  };
  return {
    async get(key) {
      const kept = memory.get(key);
      if (kept !== undefined || failed) return kept;
      try {
        return await store.get(key);
      } catch (error) {
        fallBack(error);
        return undefined;
      }
    },
    async set(key, value) {
      if (!failed) {
        try {
          return await store.set(key, value);
        } catch (error) {
          fallBack(error);
        }
      }
      memory.set(key, value);
    },
    async delete(key) {
      memory.delete(key);
      try {
        await store.delete(key);
      } catch (error) {
        fallBack(error);
      }
    },
  };
}
