/** The line layout of a piece of YAML: what stands at which indentation. Used to read on after an error. */
import type { Span } from './position.ts';

/** A piece of a file on its own: `text[i]` stands at `base + i` of the file. */
export interface Chunk {
  readonly text: string;
  readonly base: number;
}

interface Line extends Span {
  /** Characters of indentation. A tab counts as one, so that offsets stay. */
  readonly indent: number;
  /** Nothing but a comment or white space. */
  readonly blank: boolean;
  /** Begins a list item. */
  readonly dash: boolean;
}

/** A list item, or a key with what belongs to it. Offsets are those of the chunk. */
export interface Piece extends Span {
  readonly indent: number;
  readonly dash: boolean;
}

export interface Pieces {
  readonly kind: 'items' | 'pairs';
  readonly pieces: readonly Piece[];
}

/**
 * Splits a chunk into its list items or its keys, by the indentation of its first line with content.
 * Sound for YAML that is valid: whatever belongs to an item is indented more than the item, except
 * a list that stands at the indentation of its key.
 */
export function piecesOf(text: string): Pieces | undefined {
  const lines = linesIn(text);
  const head = lines.find((line) => !line.blank);
  if (head === undefined || '{['.includes(text[head.start + head.indent] ?? '')) return undefined;
  const pieces: { start: number; end: number; indent: number; dash: boolean }[] = [];
  for (const line of lines) {
    const last = pieces.at(-1);
    const begins = !line.blank && line.indent <= head.indent && (head.dash || !line.dash || last === undefined);
    if (begins) pieces.push({ start: line.start, end: line.end, indent: line.indent, dash: line.dash });
    else if (last !== undefined) last.end = line.end;
  }
  return { kind: head.dash ? 'items' : 'pairs', pieces };
}

function linesIn(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start < text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline + 1;
    let content = start;
    while (content < end && (text[content] === ' ' || text[content] === '\t')) content++;
    const first = content < end ? (text[content] ?? '\n') : '\n';
    const dash = first === '-' && (content + 1 >= end || ' \t\r\n'.includes(text[content + 1] ?? '\n'));
    lines.push({ start, end, indent: content - start, blank: '#\r\n\uFEFF'.includes(first), dash });
    start = end;
  }
  return lines;
}

/** Comments and empty lines, then a key in one of its styles, then its colon with nothing behind it but a comment. */
const loneKey =
  /^((?:[ \t]*(?:#[^\n]*)?\r?\n)*[ \t]*(?:"[^"\n]*"|'[^'\n]*'|[^\s#"'[\]{},&*!|>%@`:-][^\n:#]*)):[ \t]*(?:#[^\n]*)?\r?\n/;

/** Where a chunk begins with `key:` whose value stands below: the offset of the colon and the end of its line. */
export function keyLine(text: string): { readonly colon: number; readonly end: number } | undefined {
  const match = loneKey.exec(text);
  return match === null ? undefined : { colon: match[1]?.length ?? 0, end: match[0].length };
}

/** The documents of a file, split at their `---` and `...` lines; these lines and directives are left out. */
export function documentChunks(text: string): Chunk[] {
  const chunks: Chunk[] = [];
  const add = (start: number, end: number): void => {
    const piece = text.slice(start, end);
    if (/^[ \t]*[^%#\s\uFEFF]/m.test(piece)) chunks.push({ text: piece, base: start });
  };
  let start = 0;
  for (const match of text.matchAll(/^(?:---|\.\.\.)(?=[ \t\r\n]|$)/gm)) {
    add(start, match.index);
    start = match.index + 3;
  }
  add(start, text.length);
  return chunks;
}
