import { normaliseName } from '../../contract/names.ts';

/** Each name once, as it is written first. */
export function uniqueNames(names: readonly string[]): readonly string[] {
  const found = new Map<string, string>();
  for (const name of names) {
    const key = normaliseName(name);
    if (!found.has(key)) found.set(key, name);
  }
  return [...found.values()];
}
