/** Fields that most codes have, for those that lack them. */
import { codeKeyOf } from '../check/fixes/codeKey.ts';
import type { CheckContext } from '../check/indexes/indexes.ts';
import { normaliseName } from '../contract/names.ts';
import { addPair, type SpanEdit } from '../text/edit.ts';
import { writeText } from '../text/quote.ts';
import type { MapNode } from '../text/tree.ts';
import { childOf, isText, pairOf } from '../text/walk.ts';
import type { Draft } from './draft.ts';
import type { Selection } from './selection.ts';

/** `code` from the name, as people make it by hand, and a description to go on from. One code at a time. */
export function missingFields({ source, catalog, entries }: Selection, context: CheckContext): readonly Draft[] {
  const [entry, second] = entries;
  if (catalog === undefined || entry === undefined || second !== undefined) return [];
  const name = pairOf(entry, 'name');
  if (!isText(name?.value) || name.value.value === '' || name.value.source.includes('\n')) return [];
  const add = (key: string, value: string): readonly SpanEdit[] =>
    addPair(source.text, entry, key, writeText(value), name) ?? [];
  const key = pairOf(entry, 'code') === undefined ? codeKeyOf(name.value.value) : undefined;
  const isFree = key !== undefined && !taken(catalog.codes.items, context).has(normaliseName(key));
  const code = isFree ? add('code', key) : [];
  const description = pairOf(entry, 'description') === undefined ? add('description', name.value.value) : [];
  const [first, other] = [...code, ...description];
  if (first === undefined) return [];
  const fields = [...(code.length > 0 ? ['code'] : []), ...(description.length > 0 ? ['description'] : [])];
  // Both are put into one place.
  const edits = [{ span: first.span, newText: first.newText + (other?.newText ?? '') }];
  return [
    {
      title: `Add ${fields.map((field) => `'${field}'`).join(' and ')} from the name`,
      kind: 'refactor.rewrite',
      edits,
    },
  ];
}

/** Codes in use, as far as they are known. */
function taken(
  items: readonly (MapNode | Parameters<typeof childOf>[0])[],
  context: CheckContext,
): ReadonlySet<string> {
  const here = items.flatMap((item) => {
    const code = childOf(item, 'code');
    return isText(code) ? [code.value] : [];
  });
  const known = (context.catalogs ?? []).flatMap(({ code }) => code ?? []);
  return new Set([...here, ...known].map(normaliseName));
}
