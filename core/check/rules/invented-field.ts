import { findInventedKey, findWord, inventedKeys, type InventedKey } from '../../contract/inventions.ts';
import { scopeWords } from '../../contract/inventions/scopeWords.ts';
import type { SchemaPath } from '../../contract/schema.ts';
import type { MapNode, Pair } from '../../text/tree.ts';
import { isText, keyOf, textsOf } from '../../text/walk.ts';
import { field, type Entry, type HeadEntry, type QueryEntry } from '../entry.ts';
import type { Indexes } from '../indexes/indexes.ts';
import { rewritesOf } from '../fixes/rewrite.ts';
import { listsMetrics } from '../fixes/rewrites/lists.ts';
import type { Finding, Rule } from '../rule.ts';
import { placeOf } from '../schemaPlace.ts';

/** A key that tutorials and other tools use and that does not exist here: says what is real, and rewrites it. */
export const inventedField: Rule = {
  code: 'invented-field',
  severity: 'error',
  codesWith: 'issues',
  inCode: (entry, indexes) => look(entry, indexes),
  inHead: (entry, indexes) => [...look(entry, indexes), ...inCategories(entry)],
  inProject: (entry) => look(entry, undefined),
  inQuery: (entry) => look(entry, undefined),
  inSurvey: (entry) => look(entry, undefined),
};

function look(entry: Entry, indexes: Indexes | undefined): readonly Finding[] {
  return entry.issues.flatMap(({ keyword, pair, parent, path }): Finding[] => {
    if (keyword !== 'additionalProperties' || pair === undefined || parent?.kind !== 'map') return [];
    const invented = inventionAt(entry, path);
    if (invented === undefined || invented.secret === true || invented.rewrite.kind === 'toPredicates') return [];
    if (entry.kind === 'query' && isToldElsewhere(entry, parent, pair, path, invented)) return [];
    const site = { entry, parent, pair, path, ...(indexes === undefined ? {} : { indexes }) };
    const fixes = rewritesOf(invented.rewrite, site);
    return [
      {
        span: pair.key.span,
        message: `${wrongWords(keyOf(pair), entry, invented)} ${invented.explanation}${scopesIn(pair, invented)}`,
        fixes,
      },
    ];
  });
}

function inventionAt(entry: Entry, path: SchemaPath): InventedKey | undefined {
  const place = placeOf(entry, path);
  const invented = place === undefined ? undefined : findInventedKey(place, String(path.at(-1)));
  return invented !== undefined && inventedKeys.includes(invented) ? invented : undefined;
}

/**
 * One mistake is told once: both ends of an interval are one, and all keys of a query whose kind is wrong are.
 * What is wrong with its other keys can be told when the kind is right.
 */
function isToldElsewhere(
  entry: QueryEntry,
  parent: MapNode,
  pair: Pair,
  path: SchemaPath,
  { rewrite }: InventedKey,
): boolean {
  const rewrites = parent.pairs.map((other) => ({
    other,
    rewrite: inventionAt(entry, [...path.slice(0, -1), keyOf(other)])?.rewrite,
  }));
  const kind = rewrites.find(
    (found) =>
      found.rewrite?.kind === 'toKind' && (found.rewrite.ifMetrics !== true || listsMetrics(found.other.value)),
  );
  if (kind !== undefined) return kind.other !== pair;
  return (
    rewrite.kind === 'toInterval' && rewrites.find((found) => found.rewrite?.kind === 'toInterval')?.other !== pair
  );
}

/** The permission that is meant by a scope that does not exist. */
function scopesIn({ value }: Pair, { names }: InventedKey): string {
  if (!names.includes('scopes')) return '';
  const texts = isText(value) ? value.value.split(/[\s,]+/) : textsOf(value).map((text) => text.value);
  return texts
    .flatMap((text) => {
      const real = findWord(scopeWords, text)?.real;
      return real === undefined ? [] : [` Instead of \`${text}\`, what is needed is the permission \`${real}\`.`];
    })
    .join('');
}

/** What to write comes first: a list of problems cuts long messages. */
function wrongWords(key: string, { file }: Entry, { real }: InventedKey): string {
  const field = real?.kind === file ? real.path.at(-1) : undefined;
  return field === undefined ? `\`${key}\` does not exist here.` : `\`${key}\` does not exist here: use \`${field}\`.`;
}

/** Categories are named freely, so the schema cannot tell that this one is no category. */
function inCategories(entry: HeadEntry): readonly Finding[] {
  const matrix = field(entry, 'categories');
  if (matrix?.kind !== 'map') return [];
  return matrix.pairs.flatMap((pair): Finding[] => {
    const invented = findInventedKey('categories', keyOf(pair));
    if (invented === undefined) return [];
    const fixes = rewritesOf({ kind: 'removeKey' }, { entry, parent: matrix, pair });
    return [{ span: pair.key.span, message: `\`${keyOf(pair)}\` is no category. ${invented.explanation}`, fixes }];
  });
}
