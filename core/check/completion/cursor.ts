/** Where the cursor stands, also in a half-typed file: which map's key, which key's value, which list's item. */
import type { Position, Span } from '../../text/position.ts';
import { readSource } from '../../text/parse.ts';
import type { MapNode, ScalarNode, SeqNode, SourceFile } from '../../text/tree.ts';
import { keyOf, placeAt, type Place } from '../../text/walk.ts';

/** A character of the private use area: plain text to YAML, and in nobody's file. */
const mark = '\uE000';

export interface Cursor {
  /** Keys and indexes from the root to what is being typed; for a key the last step is the key itself. */
  readonly path: readonly (string | number)[];
  readonly typing: 'key' | 'value' | 'item';
  /** The map whose key or value is typed, or the list's. `undefined` at the root of an empty file. */
  readonly map: MapNode | undefined;
  readonly list: SeqNode | undefined;
  /** What is typed already, without the mark. */
  readonly typed: string;
  /** What stands there, as YAML reads it. */
  readonly written: string;
  readonly style: ScalarNode['style'];
  /** The span to replace, in the file. */
  readonly span: Span;
  /** A key that already has its colon. */
  readonly hasColon: boolean;
  /** Columns from the indentation of the cursor's line to this map's keys: 2 behind a dash, else 0. */
  readonly inset: number;
  /** True where the value stands on a later line than its key. */
  readonly below: boolean;
}

/** Reads the lines around the cursor with a mark at the cursor; undefined in comments and where nothing can be typed. */
export function cursorAt(source: SourceFile, position: Position): Cursor | undefined {
  const offset = source.lines.offsetAt(position);
  const around = surroundings(source, offset);
  const at = offset - around.start;
  const text = source.text.slice(around.start, around.end);
  const marked = around.prefix + text.slice(0, at) + mark + text.slice(at);
  const markAt = around.prefix.length + at;
  const read = readSource(source.name, marked);
  for (const { root } of read.documents) {
    const place = placeAt(root, markAt);
    const cursor = fromPlace(place, markAt, marked);
    if (cursor !== undefined) return { ...cursor, span: shift(cursor.span, around.start - around.prefix.length) };
  }
  return undefined;
}

function fromPlace(place: Place, markAt: number, marked: string): Cursor | undefined {
  const last = place.steps.at(-1);
  const path = place.steps.map((step) => ('pair' in step ? keyOf(step.pair).replace(mark, '') : step.index));
  if (last === undefined)
    return place.node?.kind === 'scalar'
      ? cursorOf(path, 'key', place.node, undefined, undefined, markAt, marked)
      : undefined;
  if ('index' in last) {
    return place.node?.kind === 'scalar'
      ? cursorOf(path, 'item', place.node, mapAbove(place), last.in, markAt, marked)
      : undefined;
  }
  if (place.onKey)
    return cursorOf(
      path,
      'key',
      last.pair.key,
      last.in,
      undefined,
      markAt,
      marked,
      last.pair.value !== undefined || last.pair.span.end > last.pair.key.span.end,
    );
  return place.node?.kind === 'scalar'
    ? cursorOf(path, 'value', place.node, last.in, undefined, markAt, marked)
    : undefined;
}

function cursorOf(
  path: Cursor['path'],
  typing: Cursor['typing'],
  node: ScalarNode,
  map: MapNode | undefined,
  list: SeqNode | undefined,
  markAt: number,
  marked: string,
  hasColon = false,
): Cursor | undefined {
  if (!node.source.includes(mark) || node.style === 'block') return undefined;
  const lineStart = marked.lastIndexOf('\n', node.span.start - 1) + 1;
  const indent = /^[ \t]*/.exec(marked.slice(lineStart))?.[0].length ?? 0;
  return {
    path,
    typing,
    map,
    list,
    typed: marked.slice(node.span.start, markAt),
    written: String(node.value).replace(mark, ''),
    style: node.style,
    span: { start: node.span.start, end: node.span.end - mark.length },
    hasColon,
    inset: typing === 'value' ? 0 : node.span.start - lineStart - indent,
    below: typing === 'value' && node.span.start - lineStart === indent,
  };
}

function mapAbove(place: Place): MapNode | undefined {
  const step = place.steps.findLast((candidate) => 'pair' in candidate);
  return step !== undefined && 'pair' in step ? step.in : undefined;
}

function shift({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

/**
 * The part of the text that decides what stands at the cursor: the top-level key it is under, and of a
 * long list only the item. `prefix` replaces the lines left out between the two.
 */
function surroundings({ text, lines }: SourceFile, offset: number): Span & { readonly prefix: string } {
  const at = lines.positionAt(offset).line;
  const line = (index: number): string =>
    text.slice(lines.offsetAt({ line: index, character: 0 }), lines.offsetAt({ line: index + 1, character: 0 }));
  let first = at;
  while (first > 0 && !/^[^\s#-]|^---/.test(line(first))) first--;
  let last = at + 1;
  while (last < lines.count && !/^[^\s#-]|^---|^\.\.\./.test(line(last))) last++;
  const whole = {
    start: lines.offsetAt({ line: first, character: 0 }),
    end: lines.offsetAt({ line: last, character: 0 }),
    prefix: '',
  };
  if (!/^codes:\s*(?:#.*)?$/.test(line(first).trimEnd()) || first === at) return whole;
  let item = first + 1;
  while (item < last && !/^ *-(?:\s|$)/.test(line(item))) item++;
  const dash = line(item).indexOf('-');
  const begins = (index: number): boolean => /^ *-(?:\s|$)/.test(line(index)) && line(index).indexOf('-') === dash;
  if (item > at) return whole;
  let from = at;
  while (from > item && !begins(from)) from--;
  let to = at + 1;
  while (to < last && !begins(to)) to++;
  return {
    start: lines.offsetAt({ line: from, character: 0 }),
    end: lines.offsetAt({ line: to, character: 0 }),
    prefix: 'codes:\n',
  };
}
