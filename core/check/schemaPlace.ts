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
  return placeAt(entry.file, schemaPathOf(entry, withoutNesting(entry, path.slice(0, -1))));
}

/** A condition in `any` or `all` of survey rules is as good as the one around it. */
function withoutNesting(entry: Entry, path: SchemaPath): SchemaPath {
  if (entry.kind !== 'survey') return path;
  return path.filter((step, index) => {
    const list = typeof step === 'number' ? path[index - 1] : step;
    return index < 3 || (list !== 'any' && list !== 'all');
  });
}
