/** Pairs of an entry: what can be taken away or added without anything else changing. */
import { removeKeeping } from '../check/fixes/rewrites/comments.ts';
import { addPair, type SpanEdit } from '../text/edit.ts';
import { writeText } from '../text/quote.ts';
import type { MapNode, Node, Pair } from '../text/tree.ts';
import { isText } from '../text/walk.ts';

/** Behind the last pair that is no text over several lines: what stands below such a text may be part of it. */
export function added(text: string, map: MapNode, key: string, value: string): readonly SpanEdit[] | undefined {
  const after = map.pairs.findLast((pair) => !(pair.value?.kind === 'scalar' && pair.value.source.includes('\n')));
  return after === undefined ? undefined : addPair(text, map, key, value, after);
}

/** Not where others may use what is named in it. */
export function removed(text: string, map: MapNode, pair: Pair): readonly SpanEdit[] | undefined {
  return hasAnchor(text.slice(pair.span.start, pair.span.end)) ? undefined : removeKeeping(text, map, pair);
}

export function hasAnchor(text: string): boolean {
  return /(?:^|[\s,[{])&[^\s,[\]{}]/.test(text);
}

/** The texts of a list, where it has nothing else. */
export function textsIn(node: Node | undefined): readonly string[] | undefined {
  if (node?.kind !== 'seq') return undefined;
  const texts = node.items.filter(isText).map(({ value }) => value);
  return texts.length === node.items.length ? texts : undefined;
}

export function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.toSorted().join('\n') === b.toSorted().join('\n');
}

export function listOf(texts: readonly string[]): string {
  return `[${texts.map((text) => writeText(text)).join(', ')}]`;
}

/** All of them, or nothing where one is not possible. */
export function together(edits: readonly (readonly SpanEdit[] | undefined)[]): readonly SpanEdit[] | undefined {
  const all = edits.flatMap((some) => some ?? []);
  return edits.length === 0 || edits.includes(undefined) ? undefined : all;
}
