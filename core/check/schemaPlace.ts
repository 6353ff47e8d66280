/** From a place in an entry to the schema's own path. */
import { allowedValues, type ValueFacts } from '../contract/descriptions.ts';
import { placeAt, type Place } from '../contract/inventions.ts';
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
  return placeAt(entry.file, schemaPathOf(entry, path.slice(0, -1)));
}
