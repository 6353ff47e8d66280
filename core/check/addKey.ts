/** Puts a key before all others of a map. */
import { insert, lineBreakOf, type SpanEdit } from '../text/edit.ts';
import type { MapNode } from '../text/tree.ts';

/** `value` is a plain word. In a flow map it is written as in JSON where the rest is: quotes, and the room before the first key. */
export function addKey(text: string, map: MapNode, key: string, value: string): readonly SpanEdit[] | undefined {
  if (map.alias === true) return undefined;
  if (!map.flow) return [insert(map.span.start, `${key}: ${value}${lineBreakOf(text)}`)];
  const first = map.pairs[0];
  if (first === undefined) return undefined;
  const quote = first.key.style === 'double' ? '"' : '';
  const room = text.slice(map.span.start + 1, first.span.start);
  return [insert(first.span.start, `${quote}${key}${quote}: ${quote}${value}${quote},${room === '' ? ' ' : room}`)];
}
