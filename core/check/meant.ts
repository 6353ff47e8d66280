/** Which real key a wrong one stands for, so that one mistake is told once. */
import { allowedKeys } from '../contract/descriptions.ts';
import { findInventedKey, keyAfter } from '../contract/inventions.ts';
import type { SchemaPath } from '../contract/schema.ts';
import type { Node } from '../text/tree.ts';
import { keyOf } from '../text/walk.ts';
import type { Entry } from './entry.ts';
import { placeOf, schemaPathOf } from './schemaPlace.ts';
import { closest } from './suggest.ts';

/** The real key of the same map that is meant by the last key of `path`; nothing for a real key, and for one that says nothing. */
export function meantKey(entry: Entry, path: SchemaPath): string | undefined {
  const key = String(path.at(-1));
  const keys = allowedKeys(entry.file, schemaPathOf(entry, path.slice(0, -1))).map((allowed) => allowed.key);
  if (keys.includes(key)) return undefined;
  const place = placeOf(entry, path);
  const invented = place === undefined ? undefined : findInventedKey(place, key);
  return invented === undefined ? (gluedKey(key, keys)?.key ?? closest(key, keys)) : keyAfter(invented);
}

/** True where some other key of `map` stands for `key`. `path` leads to the map. */
export function isMeantBy(entry: Entry, map: Node | undefined, path: SchemaPath, key: string): boolean {
  return map?.kind === 'map' && map.pairs.some((pair) => meantKey(entry, [...path, keyOf(pair)]) === key);
}

/** `name:Refund` is one text to YAML: the key that was meant, and the offset at which the space is missing. */
export function gluedKey(
  text: string,
  keys: readonly string[],
): { readonly key: string; readonly at: number } | undefined {
  const key = /^([A-Za-z]+):\S/.exec(text)?.[1];
  return key !== undefined && keys.includes(key) ? { key, at: key.length + 1 } : undefined;
}
