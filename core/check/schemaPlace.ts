/** From a place in an entry to the schema's own path. */
import { allowedValues, type ValueFacts } from '../contract/descriptions.ts';
import { places, type Place } from '../contract/inventions.ts';
import type { SchemaPath } from '../contract/schema.ts';
import type { Entry } from './entry.ts';

/** The schema path of a place in an entry, given its keys and indexes from the entry on. */
export function schemaPathOf(entry: Entry, path: SchemaPath): SchemaPath {
  return entry.kind === 'code' ? ['codes', '*', ...path] : path;
}

/** The few values that are possible at a place; none where anything of its type will do. */
export function fixedValues(entry: Entry, path: SchemaPath): readonly ValueFacts[] {
  return allowedValues(entry.file, schemaPathOf(entry, path));
}

/** The place, as the table of inventions calls it, whose map holds the last key of `path`. */
export function placeOf(entry: Entry, path: SchemaPath): Place | undefined {
  const holder = schemaPathOf(entry, path.slice(0, -1));
  const found = Object.entries(places).find(
    ([, place]) =>
      place.kind === entry.file &&
      place.path.length === holder.length &&
      place.path.every((step, index) => step === '*' || step === holder[index]),
  );
  return found?.[0] as Place | undefined;
}
