/**
 * Reads a document that has errors piece by piece, so that a half-typed line spoils its own list item
 * or key and nothing else. A piece without errors is read as a whole by the library.
 */
import { isSeq, type Document } from 'yaml';
import { convertNode, type Conversion } from './convert.ts';
import { duplicateKeys } from './duplicates.ts';
import { keyLine, piecesOf, type Chunk, type Piece, type Pieces } from './layout.ts';
import { parseYaml } from './library.ts';
import { readPlainItem, readPlainMap, readPlainText, type Plain } from './plain/readPlainItem.ts';
import type { Span } from './position.ts';
import { moveNode, moveProblem, movedBy } from './shift.ts';
import { problemOf, warningsOf } from './syntax.ts';
import type { Node, Pair, ScalarNode, SyntaxProblem } from './tree.ts';

/** Our own formats nest less; deeper pieces are left to the library's own recovery. */
const maxLevels = 12;

/**
 * Reads one chunk of a file; undefined where it holds no content. `errorAt` is an offset in the file at
 * which an error is known already: a chunk around it is split at once, without being parsed as a whole.
 */
export function readChunk(state: Conversion, chunk: Chunk, level: number, errorAt = -1): Node | undefined {
  const known = chunk.base <= errorAt && errorAt < chunk.base + chunk.text.length;
  if (known && level <= maxLevels) {
    const split = piecesOf(chunk.text);
    if (split?.kind === 'items') return readItems(state, chunk, split, level);
    if (split !== undefined && split.pieces.length > 1) return readPairs(state, chunk, split, level, errorAt);
    const key = readKey(state, chunk, level, errorAt);
    if (key !== undefined) return key;
  }
  const plain = known ? undefined : (readPlainMap(chunk.text) ?? readPlainText(chunk.text));
  if (plain !== undefined) return take(state, plain, chunk);
  const documents = parseYaml(chunk.text);
  const first = documents[0];
  if (first === undefined) return undefined;
  const error = first.errors[0];
  if (documents.length === 1 && error === undefined) return wholeOf(state, first, chunk, level);
  if (known || level > maxLevels) return leafOf(state, first, chunk, level);
  const at = chunk.base + Math.min(error?.pos[0] ?? 0, chunk.text.length - 1);
  return readChunk(state, chunk, level, at);
}

function readItems(state: Conversion, chunk: Chunk, { pieces, indent }: Pieces, level: number): Node {
  const items: Node[] = [];
  let first: Piece | undefined;
  for (const piece of pieces) {
    if (!piece.dash) {
      reportIndent(state, chunk, piece, 'This line belongs to no item of the list. Begin it with `- `, or indent it.');
      continue;
    }
    first ??= piece;
    if (piece.indent !== indent) reportUnlike(state, chunk, piece, indent);
    const own = { text: chunk.text.slice(piece.start, piece.end), base: chunk.base + piece.start };
    items.push(readItem(state, own, level + 1));
  }
  const start = first === undefined ? chunk.base : chunk.base + first.start + first.indent;
  return { kind: 'seq', span: { start, end: Math.max(start, items.at(-1)?.span.end ?? start) }, flow: false, items };
}

/**
 * Reads one item of a list, from the line with its dash to the line before the next item. What stands around it
 * makes no difference, so an item can be read alone. `parsed` is what the library makes of the text.
 */
export function readItem(state: Conversion, chunk: Chunk, level: number, parsed?: ReturnType<typeof parseYaml>): Node {
  const plain = parsed === undefined ? readPlainItem(chunk.text) : undefined;
  return plain === undefined
    ? readByLibrary(state, chunk, level, parsed ?? parseYaml(chunk.text))
    : take(state, plain, chunk);
}

/** Puts what was read alone where it stands. */
function take(state: Conversion, { node, problems }: Plain, { base }: Chunk): Node {
  const moved = movedBy(base);
  for (const problem of problems) state.problems.push(moveProblem(problem, moved));
  return moveNode(node, moved);
}

function readByLibrary(state: Conversion, chunk: Chunk, level: number, parsed: ReturnType<typeof parseYaml>): Node {
  const [document] = parsed;
  const error = parsed.flatMap(({ errors }) => errors)[0];
  const contents = document?.contents;
  if (
    document !== undefined &&
    error === undefined &&
    parsed.length === 1 &&
    isSeq(contents) &&
    contents.items.length === 1
  ) {
    state.problems.push(...warningsOf(document, chunk.base));
    return convertNode(state, contents.items[0], chunk.base, level);
  }
  const dash = chunk.text.search(/[^ \t]/);
  const text = `${chunk.text.slice(0, dash)} ${chunk.text.slice(dash + 1)}`;
  const at = chunk.base + Math.min(error?.pos[0] ?? 0, text.length - 1);
  const known = state.problems.length;
  const node = readChunk(state, { text, base: chunk.base }, level, at);
  if (error !== undefined && state.problems.length === known) state.problems.push(problemOf(error, chunk));
  return node ?? nothingAt(chunk.base + dash + 1);
}

function readPairs(state: Conversion, chunk: Chunk, { pieces, indent }: Pieces, level: number, errorAt: number): Node {
  const pairs: Pair[] = [];
  for (const piece of pieces) {
    if (piece.indent !== indent) reportUnlike(state, chunk, piece, indent);
    const node = readChunk(state, { text: textOf(chunk, piece), base: chunk.base + piece.start }, level, errorAt);
    // A piece is one key. What the library makes of the rest of a broken one stands in no map of the file.
    if (node?.kind === 'map') pairs.push(...node.pairs.slice(0, 1));
    else if (node?.kind === 'scalar') pairs.push(keyOnly(state, node));
  }
  state.problems.push(...duplicateKeys(pairs));
  return { kind: 'map', span: around(pairs, chunk), flow: false, pairs };
}

/** A piece's text, with spaces in place of the lines that are pieces of their own. */
function textOf(chunk: Chunk, { start, end, holes }: Piece): string {
  const parts: string[] = [];
  let from = start;
  for (const hole of holes) {
    parts.push(chunk.text.slice(from, hole.start), chunk.text.slice(hole.start, hole.end).replace(/[^\r\n]/g, ' '));
    from = hole.end;
  }
  return [...parts, chunk.text.slice(from, end)].join('');
}

/** A line that has no colon yet, most often a key that is being typed; or no space behind it. */
function keyOnly(state: Conversion, node: ScalarNode): Pair {
  const colon = node.style === 'plain' ? node.source.search(/(?<=\S):\S/) : -1;
  const source = colon === -1 ? node.source : node.source.slice(0, colon);
  const key: ScalarNode =
    colon === -1 ? node : { ...node, source, value: source, span: { ...node.span, end: node.span.start + colon } };
  if (colon !== -1) {
    const message = `A space is missing after the colon of \`${source}\`.`;
    state.problems.push({ code: 'missing-space', message, span: node.span });
  } else if (key.style === 'plain' && key.source !== '') {
    const message = `A colon and a value are missing after \`${key.source}\`.`;
    state.problems.push({ code: 'missing-colon', message, span: key.span });
  }
  return { span: node.span, key, value: undefined };
}

/** Reads `key:` with its value below, so that what is below can be split again. */
function readKey(state: Conversion, chunk: Chunk, level: number, errorAt: number): Node | undefined {
  const line = keyLine(chunk.text);
  if (line === undefined) return undefined;
  const key = readChunk(state, { text: chunk.text.slice(0, line.colon), base: chunk.base }, maxLevels + 1);
  if (key?.kind !== 'scalar') return undefined;
  const below = { text: chunk.text.slice(line.end), base: chunk.base + line.end };
  const value = readChunk(state, below, level + 1, errorAt);
  const span = { start: key.span.start, end: Math.max(chunk.base + line.colon + 1, value?.span.end ?? 0) };
  return { kind: 'map', span, flow: false, pairs: [{ span, key, value }] };
}

function wholeOf(state: Conversion, document: Document, chunk: Chunk, level: number): Node | undefined {
  state.problems.push(...warningsOf(document, chunk.base));
  return document.contents === null ? undefined : convertNode(state, document.contents, chunk.base, level);
}

/** The library's own tree, with the first error only: the others, and most of what is odd about the tree, follow from it. */
function leafOf(state: Conversion, document: Document, chunk: Chunk, level: number): Node | undefined {
  const error = document.errors[0];
  const before = state.problems.length;
  const node = wholeOf(state, document, chunk, level);
  const grown = state.problems.splice(before).filter(({ code }) => code === 'too-deep' || code === 'alias-bomb');
  state.problems.push(...(error === undefined ? [] : [problemOf(error, chunk)]), ...grown);
  return node;
}

function reportUnlike(state: Conversion, chunk: Chunk, piece: Piece, indent: number): void {
  const [own, others] = [piece.indent, indent].map((count) => (count === 1 ? '1 space' : `${count} spaces`));
  const message = `This line is indented by ${own}, the others at its level by ${others}. Indent it like them.`;
  const span = { start: chunk.base + piece.start, end: chunk.base + piece.end };
  reportIndent(state, chunk, piece, message, { span, by: indent - piece.indent });
}

function reportIndent(
  state: Conversion,
  chunk: Chunk,
  piece: Piece,
  message: string,
  shift?: SyntaxProblem['shift'],
): void {
  const start = chunk.base + piece.start + piece.indent;
  const line = chunk.text.slice(piece.start + piece.indent, piece.end).split(/[\r\n]/, 1)[0] ?? '';
  const span = { start, end: start + line.trimEnd().length };
  state.problems.push({ code: 'bad-indent', message, span, ...(shift === undefined ? {} : { shift }) });
}

function nothingAt(offset: number): ScalarNode {
  return { kind: 'scalar', span: { start: offset, end: offset }, value: null, source: '', style: 'plain' };
}

function around(children: readonly { readonly span: Span }[], chunk: Chunk): Span {
  const start = children[0]?.span.start ?? chunk.base;
  return { start, end: children.at(-1)?.span.end ?? start };
}
