import { allowedKeys } from '../descriptions.ts';
import { fold } from './fold.ts';
import type { InventedKey } from './model.ts';
import { places } from './places.ts';

/** An invented key in several places at once. */
export interface Row extends Omit<InventedKey, 'real'> {
  /** The real key in the same map, where the map has it. */
  readonly key?: string;
}

/** One entry for each place, since what is real stands in the same map; without the names that are real there in some spelling. */
export function rowsOf(rows: readonly Row[]): readonly InventedKey[] {
  return rows.flatMap(({ key, where, names, ...rest }) =>
    where.flatMap((place): InventedKey[] => {
      const { kind, path } = places[place];
      const real = new Set(allowedKeys(kind, path).map((allowed) => allowed.key));
      const spellings = new Set([...real].map(fold));
      const others = names.filter((name) => !spellings.has(fold(name)));
      if (others.length === 0) return [];
      const there = key !== undefined && real.has(key) ? { real: { kind, path: [...path, key] } } : {};
      return [{ ...rest, names: others, where: [place], ...there }];
    }),
  );
}
