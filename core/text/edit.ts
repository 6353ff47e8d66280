/** Small edits that leave comments, order, quotes and line ends of everything else as they are. */
import type { Span } from './position.ts';
import { writeBeside, writeLike, writeText } from './quote.ts';
import type { MapNode, Pair, ScalarNode, SeqNode } from './tree.ts';
import { indexOfPair } from './walk.ts';

/** Replaces a span of the file. */
export interface SpanEdit {
  readonly span: Span;
  readonly newText: string;
}

/** The line break this file uses. */
export function lineBreakOf(text: string): string {
  const at = text.indexOf('\n');
  return at > 0 && text[at - 1] === '\r' ? '\r\n' : '\n';
}

/** Another text for a scalar, in its own quotes. */
export function replaceText(node: ScalarNode, text: string): SpanEdit {
  return { span: node.span, newText: writeLike(node, text) };
}

export function renameKey(pair: Pair, key: string): SpanEdit {
  return replaceText(pair.key, key);
}

/** Takes a pair out of its map; undefined where nothing would be left or the pair stands elsewhere. */
export function removePair(text: string, map: MapNode, pair: Pair): readonly SpanEdit[] | undefined {
  if (map.alias === true || map.pairs.length < 2) return undefined;
  return removeChild(text, map, map.pairs, indexOfPair(map, pair), pair.span.start);
}

/** Takes an item out of its list; an emptied block list becomes `[]`. */
export function removeItem(text: string, seq: SeqNode, index: number): readonly SpanEdit[] | undefined {
  const item = seq.items[index];
  if (seq.alias === true || item === undefined) return undefined;
  if (!seq.flow && seq.items.length === 1) return [{ span: seq.span, newText: emptyList(text, seq) }];
  const start = seq.flow ? item.span.start : text.lastIndexOf('-', item.span.start - 1);
  return removeChild(text, seq, seq.items, index, start);
}

/** A dash may stand in the column of its key; brackets have to stand deeper. */
function emptyList(text: string, { span }: SeqNode): string {
  const indent = indentBefore(text, span.start);
  if (indent === undefined) return '[]';
  const above =
    text
      .slice(0, span.start - indent.length)
      .match(/^ *(?=[^\s#])/gm)
      ?.at(-1) ?? '';
  return above.length < indent.length ? '[]' : '  []';
}

function removeChild(
  text: string,
  parent: MapNode | SeqNode,
  children: readonly { readonly span: Span }[],
  index: number,
  start: number,
): readonly SpanEdit[] | undefined {
  const own = children[index]?.span;
  if (own === undefined) return undefined;
  const next = children[index + 1]?.span;
  if (parent.flow) return [{ span: withComma(children[index - 1]?.span, own, next), newText: '' }];
  const line = { start: lineStart(text, start), end: lineEnd(text, own.end) };
  const rest = text.slice(own.end, line.end).trim();
  if (indentBefore(text, start) === undefined) {
    // First key of a list item: the next key moves up behind the dash.
    if (next === undefined || rest !== '' || text.slice(own.end, next.start).trim() !== '') return undefined;
    return [{ span: { start, end: next.start }, newText: '' }];
  }
  if (rest === '') return [{ span: line, newText: '' }];
  return rest.startsWith('#') ? [{ span: { start, end: text.indexOf('#', own.end) }, newText: '' }] : undefined;
}

function withComma(previous: Span | undefined, own: Span, next: Span | undefined): Span {
  if (next !== undefined) return { start: own.start, end: next.start };
  return previous === undefined ? own : { start: previous.end, end: own.end };
}

/** Adds `key: value` to a map behind `after`, by default behind its last pair, the key in quotes where the others are. `value` is YAML already. */
export function addPair(
  text: string,
  map: MapNode,
  key: string,
  value: string,
  after: Pair | undefined = map.pairs.at(-1),
): readonly SpanEdit[] | undefined {
  if (map.alias === true) return undefined;
  const first = map.pairs[0];
  const written = `${first === undefined ? writeText(key) : writeLike(first.key, key)}: ${value}`;
  if (first === undefined || after === undefined) {
    return map.flow ? [insert(map.span.start + 1, ` ${written} `)] : undefined;
  }
  if (map.flow) return [insert(after.span.end, `, ${written}`)];
  const indent = ' '.repeat(first.span.start - lineStart(text, first.span.start));
  const at = lineEndWithoutBreak(text, after.span.end);
  return [insert(at, `${lineBreakOf(text)}${indent}${written}`.trimEnd())];
}

/** Adds a text to the end of a list, in the quotes of the item before it, or of `model` where there is none. */
export function addItem(text: string, seq: SeqNode, item: string, model?: ScalarNode): readonly SpanEdit[] | undefined {
  if (seq.alias === true) return undefined;
  const last = seq.items.at(-1);
  const neighbour = last?.kind === 'scalar' ? last : model;
  if (last === undefined) return [{ span: seq.span, newText: `[${writeBeside(neighbour, item, true)}]` }];
  const written = writeBeside(neighbour, item, seq.flow);
  if (seq.flow) return [insert(last.span.end, `, ${written}`)];
  const dash = text.lastIndexOf('-', last.span.start - 1);
  const indent = ' '.repeat(dash - lineStart(text, dash));
  return [insert(lineEndWithoutBreak(text, last.span.end), `${lineBreakOf(text)}${indent}- ${written}`)];
}

/** Applies edits that do not overlap. Several texts put into one place stand there in the order of the edits. */
export function applyEdits(text: string, edits: readonly SpanEdit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { span, newText } of edits.toSorted((a, b) => a.span.start - b.span.start)) {
    parts.push(text.slice(at, span.start), newText);
    at = span.end;
  }
  return parts.join('') + text.slice(at);
}

/** Moves the lines that begin in a span to the right, or to the left as far as they can go; empty lines stay as they are. */
export function shiftLines(text: string, { start, end }: Span, by: number): readonly SpanEdit[] {
  return [...text.slice(start, end).matchAll(/^ *(?=\S)/gm)].flatMap(({ 0: spaces, index }): SpanEdit[] => {
    const at = start + index;
    if (text[at - 1] !== '\n' && at !== 0) return [];
    if (by > 0) return [insert(at, ' '.repeat(by))];
    return [{ span: { start: at, end: at + Math.min(-by, spaces.length) }, newText: '' }];
  });
}

export function insert(at: number, newText: string): SpanEdit {
  return { span: { start: at, end: at }, newText };
}

export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** The white space between the start of a line and `offset`; undefined where anything else stands there. Looks back no further, for lines can be long. */
export function indentBefore(text: string, offset: number, white = ' \t\r\uFEFF'): string | undefined {
  let at = offset;
  while (at > 0 && white.includes(text.charAt(at - 1))) at--;
  return at === 0 || text[at - 1] === '\n' ? text.slice(at, offset) : undefined;
}

function lineEnd(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  return at === -1 ? text.length : at + 1;
}

/** What is broken, such as a quote that nobody closes, may reach to the start of the next line, which it has nothing of. */
function lineEndWithoutBreak(text: string, offset: number): number {
  const end = text[offset - 1] === '\n' ? offset : lineEnd(text, offset);
  if (text[end - 1] !== '\n') return end;
  return text[end - 2] === '\r' ? end - 2 : end - 1;
}
