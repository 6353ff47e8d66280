/** Puts a key into a map, in JSON as JSON. */
import { addPair, insert, lineBreakOf, type SpanEdit } from '../../text/edit.ts';
import type { MapNode } from '../../text/tree.ts';

/** Before all others. `value` is a plain word. In a flow map it is written as in JSON where the rest is: quotes, and the room before the first key. */
export function addKey(text: string, map: MapNode, key: string, value: string): readonly SpanEdit[] | undefined {
  if (map.alias === true) return undefined;
  if (!map.flow) return [insert(map.span.start, `${key}: ${value}${lineBreakOf(text)}`)];
  const first = map.pairs[0];
  if (first === undefined) return undefined;
  const quote = first.key.style === 'double' ? '"' : '';
  const room = text.slice(map.span.start + 1, first.span.start);
  return [insert(first.span.start, `${quote}${key}${quote}: ${quote}${value}${quote},${room === '' ? ' ' : room}`)];
}

/** Behind the first one. `value` is YAML, and its words are put in quotes where the rest is JSON. */
export function addField(text: string, map: MapNode, key: string, value: string): readonly SpanEdit[] | undefined {
  const first = map.pairs[0];
  if (map.alias === true || first === undefined) return undefined;
  if (!map.flow || first.key.style !== 'double') return addPair(text, map, key, value, first);
  const quoted = value.replaceAll(/[^\s,[\]{}][^,[\]{}]*/g, (word) => `"${word}"`);
  const room = text.slice(map.span.start + 1, first.span.start);
  return [insert(first.span.end, `,${room === '' ? ' ' : room}"${key}": ${quoted}`)];
}
