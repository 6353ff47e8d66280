/** The conditions of a query's `where`. */
import type { MapNode, Node, Pair } from '../../text/tree.ts';
import { childOf, isText, keyOf, textsOf, type TextNode } from '../../text/walk.ts';
import { field, type QueryEntry } from '../entry.ts';

/** Maps in `where` that stand for a family of filters of their own. */
const nestedFamilies = new Set(['survey', 'evaluation', 'resolution']);

export interface Condition {
  readonly key: string;
  readonly pair: Pair;
  readonly value: Node | undefined;
  /** The map that holds the pair. */
  readonly map: MapNode;
  /** Keys from the document to the pair. */
  readonly path: readonly string[];
}

export function conditionsOf(entry: QueryEntry): readonly Condition[] {
  const where = field(entry, 'where');
  if (where?.kind !== 'map') return [];
  return where.pairs.flatMap((pair): readonly Condition[] => {
    const key = keyOf(pair);
    if (!nestedFamilies.has(key)) return [{ key, pair, value: pair.value, map: where, path: ['where', key] }];
    const nested = pair.value;
    if (nested?.kind !== 'map') return [];
    return nested.pairs.map((inner) => ({
      key: keyOf(inner),
      pair: inner,
      value: inner.value,
      map: nested,
      path: ['where', key, keyOf(inner)],
    }));
  });
}

/** The words that ask whether there is any value. In a list they are values like any other. */
export const presenceWords: readonly string[] = ['exists', 'missing'];

/** The texts of a value that must be one of them: a text, or the texts of a list. */
export function wantedTexts(value: Node | undefined): readonly TextNode[] {
  if (isText(value)) return presenceWords.includes(value.value) ? [] : [value];
  return textsOf(value);
}

/** The texts that pick wrap-up codes from the catalogs, by what they name: `{ category: support }`, or names alone. */
export function wantedCodes(
  value: Node | undefined,
): readonly { readonly by: 'name' | 'code' | 'category' | 'subcategory' | 'tag'; readonly node: TextNode }[] {
  if (value?.kind !== 'map') return wantedTexts(value).map((node) => ({ by: 'name', node }));
  return (['name', 'code', 'category', 'subcategory', 'tag'] as const).flatMap((by) => {
    const picked = childOf(value, by);
    return (isText(picked) ? [picked] : textsOf(picked)).map((node) => ({ by, node }));
  });
}
