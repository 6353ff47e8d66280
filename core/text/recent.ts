/** Remembers what was made last: enough for one request, which asks for the same few things again and again. */

export interface Recent<K extends object, V> {
  get(key: K): V | undefined;
  put(key: K, value: V): void;
}

const size = 8;

export function newRecent<K extends object, V>(): Recent<K, V> {
  const keys: (K | undefined)[] = Array.from({ length: size }, () => undefined);
  const values: (V | undefined)[] = Array.from({ length: size }, () => undefined);
  let last = 0;
  return {
    get(key) {
      if (keys[last] === key) return values[last];
      const at = keys.indexOf(key);
      return at === -1 ? undefined : values[at];
    },
    put(key, value) {
      if (keys[last] === key) return;
      const at = keys.indexOf(key);
      last = at === -1 ? (last + 1) % size : at;
      keys[last] = key;
      values[last] = value;
    },
  };
}
