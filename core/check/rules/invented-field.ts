import { findInventedKey, inventedKeys, type InventedKey } from '../../contract/inventions.ts';
import { keyOf } from '../../text/walk.ts';
import { field, type Entry, type HeadEntry } from '../entry.ts';
import type { Indexes } from '../indexes.ts';
import { rewritesOf } from '../rewrite.ts';
import type { Finding, Rule } from '../rule.ts';
import { placeOf } from '../schemaPlace.ts';

/** A key that tutorials and other tools use and that does not exist here: says what is real, and rewrites it. */
export const inventedField: Rule = {
  code: 'invented-field',
  severity: 'error',
  inCode: (entry, indexes) => look(entry, indexes),
  inHead: (entry, indexes) => [...look(entry, indexes), ...inCategories(entry)],
  inProject: (entry) => look(entry, undefined),
};

function look(entry: Entry, indexes: Indexes | undefined): readonly Finding[] {
  return entry.issues.flatMap(({ keyword, pair, parent, path }): Finding[] => {
    if (keyword !== 'additionalProperties' || pair === undefined || parent?.kind !== 'map') return [];
    const place = placeOf(entry, path);
    const invented = place === undefined ? undefined : findInventedKey(place, String(path.at(-1)));
    if (invented === undefined || invented.secret === true || !inventedKeys.includes(invented)) return [];
    const fixes = rewritesOf(invented.rewrite, { entry, parent, pair, ...(indexes === undefined ? {} : { indexes }) });
    return [
      { span: pair.key.span, message: `${wrongWords(keyOf(pair), entry, invented)} ${invented.explanation}`, fixes },
    ];
  });
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
