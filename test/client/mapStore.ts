import type { SecretStore } from '#core/ports.ts';

/** A secret store over a map that a test can look into. */
export function mapStore(): SecretStore & { readonly map: Map<string, string> } {
  const map = new Map<string, string>();
  return {
    map,
    get: async (key) => map.get(key),
    set: async (key, value) => void map.set(key, value),
    delete: async (key) => void map.delete(key),
  };
}
