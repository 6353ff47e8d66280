/**
 * Reads a document that has errors piece by piece, so that a half-typed line spoils its own list item
 * or key and nothing else. A piece without errors is read as a whole by the library.
 */
import type { Document } from 'yaml';
import { convertNode, type Conversion } from './convert.ts';
import { duplicateKeys } from './duplicates.ts';
import { keyLine, piecesOf, type Chunk, type Piece } from './layout.ts';
import { parseYaml } from './library.ts';
import type { Span } from './position.ts';
import { problemOf, warningsOf } from './syntax.ts';
import type { Node, Pair, ScalarNode } from './tree.ts';

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
    if (split?.kind === 'items') return readItems(state, chunk, split.pieces, level, errorAt);
    if (split !== undefined && split.pieces.length > 1) return readPairs(state, chunk, split.pieces, level, errorAt);
    const key = readKey(state, chunk, level, errorAt);
    if (key !== undefined) return key;
  }
  const documents = parseYaml(chunk.text);
  const first = documents[0];
  if (first === undefined) return undefined;
  const error = first.errors[0];
  if (documents.length === 1 && error === undefined) return wholeOf(state, first, chunk, level);
  if (known || level > maxLevels) return leafOf(state, first, chunk, level);
  const at = chunk.base + Math.min(error?.pos[0] ?? 0, chunk.text.length - 1);
  return readChunk(state, chunk, level, at);
}

function readItems(state: Conversion, chunk: Chunk, pieces: readonly Piece[], level: number, errorAt: number): Node {
  const items: Node[] = [];
  for (const piece of pieces) {
    if (!piece.dash) {
      reportIndent(
        state,
        chunk,
        piece,
        'This line belongs to no item of the list above. Begin it with `- `, or indent it.',
      );
      continue;
    }
    const dash = piece.start + piece.indent;
    const text = `${chunk.text.slice(piece.start, dash)} ${chunk.text.slice(dash + 1, piece.end)}`;
    const at = chunk.base + dash + 1;
    items.push(readChunk(state, { text, base: chunk.base + piece.start }, level + 1, errorAt) ?? nothingAt(at));
  }
  return { kind: 'seq', span: around(items, chunk), flow: false, items };
}

function readPairs(state: Conversion, chunk: Chunk, pieces: readonly Piece[], level: number, errorAt: number): Node {
  const pairs: Pair[] = [];
  const indent = pieces[0]?.indent ?? 0;
  for (const piece of pieces) {
    const text = chunk.text.slice(piece.start, piece.end);
    if (piece.indent !== indent) {
      reportIndent(state, chunk, piece, 'This line is indented less than the lines above that it seems to belong to.');
    }
    const node = readChunk(state, { text, base: chunk.base + piece.start }, level, errorAt);
    if (node?.kind === 'map') pairs.push(...node.pairs);
    else if (node?.kind === 'scalar') pairs.push(keyOnly(state, node));
  }
  state.problems.push(...duplicateKeys(pairs));
  return { kind: 'map', span: around(pairs, chunk), flow: false, pairs };
}

/** A line that has no colon yet: most often a key that is being typed. */
function keyOnly(state: Conversion, key: ScalarNode): Pair {
  if (key.style === 'plain' && key.source !== '') {
    const message = `A colon and a value are missing after \`${key.source}\`.`;
    state.problems.push({ code: 'missing-colon', message, span: key.span });
  }
  return { span: key.span, key, value: undefined };
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

/** The library's own tree, with the first error only: the others follow from it. */
function leafOf(state: Conversion, document: Document, chunk: Chunk, level: number): Node | undefined {
  const error = document.errors[0];
  if (error !== undefined) state.problems.push(problemOf(error, chunk));
  return wholeOf(state, document, chunk, level);
}

function reportIndent(state: Conversion, chunk: Chunk, piece: Piece, message: string): void {
  const start = chunk.base + piece.start + piece.indent;
  const line = chunk.text.slice(piece.start + piece.indent, piece.end).split(/[\r\n]/, 1)[0] ?? '';
  state.problems.push({ code: 'bad-indent', message, span: { start, end: start + line.trimEnd().length } });
}

function nothingAt(offset: number): ScalarNode {
  return { kind: 'scalar', span: { start: offset, end: offset }, value: null, source: '', style: 'plain' };
}

function around(children: readonly { readonly span: Span }[], chunk: Chunk): Span {
  const start = children[0]?.span.start ?? chunk.base;
  return { start, end: children.at(-1)?.span.end ?? start };
}
