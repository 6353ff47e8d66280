import { allowedKeys } from '../descriptions.ts';
import { fold } from './fold.ts';
import type { InventedKey, Place } from './model.ts';
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
      const { real, spellings } = realKeysOf(place);
      const others = names.filter((name) => !spellings.has(fold(name)));
      if (others.length === 0) return [];
      const there = key !== undefined && real.has(key) ? { real: { kind, path: [...path, key] } } : {};
      return [{ ...rest, names: others, where: [place], ...there }];
    }),
  );
}

interface RealKeys {
  readonly real: ReadonlySet<string>;
  readonly spellings: ReadonlySet<string>;
}

/** Remembered: hundreds of rows share some twenty places, and the tables are made when the program starts. */
const realKeys = new Map<Place, RealKeys>();

function realKeysOf(place: Place): RealKeys {
  const known = realKeys.get(place);
  if (known) return known;
  const { kind, path } = places[place];
  const real = new Set(allowedKeys(kind, path).map(({ key }) => key));
  const found = { real, spellings: new Set([...real].map(fold)) };
  realKeys.set(place, found);
  return found;
}
