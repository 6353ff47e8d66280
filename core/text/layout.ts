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
  /** Lines inside that are pieces of their own. */
  readonly holes: readonly Span[];
}

export interface Pieces {
  readonly kind: 'items' | 'pairs';
  readonly pieces: readonly Piece[];
  /** Where the pieces begin in their lines. Those that begin elsewhere are indented by mistake. */
  readonly indent: number;
}

/**
 * Splits a chunk into its list items or its keys, by indentation. Sound for YAML that is valid: whatever
 * belongs to an item is indented more than the item, except a list that stands at the indentation of its
 * key. Where a line is indented by mistake it becomes a piece of its own, so that the others stay whole.
 */
export function piecesOf(text: string): Pieces | undefined {
  const lines = linesIn(text).filter((line) => !line.blank);
  const [first] = lines;
  if (first === undefined || '{['.includes(text[first.start + first.indent] ?? '')) return undefined;
  const head = headOf(text, lines, first);
  const pieces: Open[] = [];
  const strays: Open[] = [];
  for (const [index, line] of lines.entries()) {
    const last = pieces.at(-1);
    if (last === undefined || (head.dash ? beginsItem : beginsPair)(text, line, last, head)) {
      const piece: Open = { ...line, holes: [], indents: new Set(), complete: undefined };
      if (!head.dash && last !== undefined && isStray(text, line, lines[index + 1], last)) {
        last.holes.push(line);
        strays.push(piece);
      } else pieces.push(piece);
    } else last.indents.add(line.indent);
  }
  for (const [index, piece] of pieces.entries()) piece.end = pieces[index + 1]?.start ?? text.length;
  const all = [...pieces, ...strays].toSorted((a, b) => a.start - b.start);
  return { kind: head.dash ? 'items' : 'pairs', pieces: all, indent: usualIndent(all, head) };
}

/** The first item of a list, or the first key. Items that no key above can own make a list, whatever stands before them. */
function headOf(text: string, lines: readonly Line[], first: Line): Line {
  let key = first;
  for (const line of first.dash ? [] : lines) {
    if (line.indent > first.indent) continue;
    if (!line.dash) key = line;
    else if (line.indent < first.indent || isComplete(contentOf(text, key))) return line;
  }
  return first;
}

/** A piece that still grows. */
interface Open extends Line {
  end: number;
  readonly holes: Span[];
  /** Of the lines behind the first. */
  readonly indents: Set<number>;
  /** Whether its first line is `key: value` with nothing left open, once somebody asked. */
  complete: boolean | undefined;
}

/** Also an item whose dash stands between the dash of the one above and that one's text. */
function beginsItem(text: string, line: Line, last: Open, head: Line): boolean {
  if (line.indent <= last.indent) return true;
  return line.dash && (line.indent === head.indent || (last.dash && line.indent < contentColumn(text, last)));
}

/** Also a key that is indented below a key whose value is complete, so that nothing can be nested in it. */
function beginsPair(text: string, line: Line, last: Open, head: Line): boolean {
  if (line.dash) return false;
  if (line.indent <= Math.max(head.indent, last.indent)) return true;
  if (!anyKey.test(contentOf(text, line))) return false;
  last.complete ??= isComplete(contentOf(text, last));
  return last.complete;
}

/** A line that stands in the middle of what belongs to the key above: it can own nothing, and what follows goes on as before. */
function isStray(text: string, line: Line, next: Line | undefined, above: Open): boolean {
  if (next === undefined || next.indent <= line.indent || !above.indents.has(next.indent)) return false;
  const content = contentOf(text, line);
  return (isComplete(content) || !content.includes(':')) && (next.dash || anyKey.test(contentOf(text, next)));
}

const anyKey = /^(?:"[^"\n]*"|'[^'\n]*'|-?[^\s#"'[\]{},&*!|>%@`:-][^\n:#]*):(?:\s|$)/;
const completeValue = /^(?:(?:\[[^\n]*\]|\{[^\n]*\}|"[^"\n]*"|'[^'\n]*')[ \t]*(?:#[^\n]*)?|[^\s"'[{|>&*!#][^\n]*)$/;

/** `key: value`, with nothing of the value left open. */
function isComplete(content: string): boolean {
  const key = anyKey.exec(content)?.[0];
  return key !== undefined && completeValue.test(content.slice(key.length).trim());
}

/** `key:` or `key: |` and the like, so that what is indented below may belong to it. */
export function hasOpenValue(line: string): boolean {
  return !isComplete(line);
}

/** The head's, unless it stands alone with it. */
function usualIndent(pieces: readonly Piece[], head: Line): number {
  const indents = pieces.filter(({ dash }) => dash === head.dash).map(({ indent }) => indent);
  const counts = new Map<number, number>();
  for (const indent of indents) counts.set(indent, (counts.get(indent) ?? 0) + 1);
  let usual = head.indent;
  if (counts.get(usual) === 1) for (const [indent, count] of counts) if (count > 1) usual = indent;
  return usual;
}

function contentOf(text: string, line: Span & { readonly indent: number }): string {
  return text.slice(line.start + line.indent, line.end);
}

/** Where the text of an item begins; where nothing stands behind the dash, nothing is known. */
function contentColumn(text: string, item: Line): number {
  const gap = /^-([ \t]+)[^\s#]/.exec(contentOf(text, item))?.[1];
  return item.indent + 1 + (gap?.length ?? 0);
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
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  for (const match of text.matchAll(/^(?:---|\.\.\.)(?=[ \t\r\n]|$)/gm)) {
    add(start, match.index);
    start = match.index + 3;
  }
  add(start, text.length);
  return chunks;
}
