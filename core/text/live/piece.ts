/** Reads one item of `codes` alone, and notes what it has to do with the others. */
import { maxAliasNodes, newConversion, type Conversion } from '../convert.ts';
import { hasTabError, isLost } from '../documents.ts';
import { parseYaml } from '../library.ts';
import { marksIn } from '../parse.ts';
import { readPlainItem } from '../plain/readPlainItem.ts';
import { linesOf, type Lines } from '../position.ts';
import { readItem } from '../recover.ts';
import type { SyntaxProblem } from '../tree.ts';
import type { Item } from './model.ts';

/** What the pieces of a file share: a limit, or a name that one gives and another one uses. */
export interface Shared {
  /** As `maxMarks` counts them. */
  readonly marks: number;
  /** The library finds an error in it. */
  readonly broken: boolean;
  readonly anchors: boolean;
  readonly aliases: boolean;
  readonly aliasNodes: number;
}

export interface Piece extends Item, Shared {
  line: number;
  index: number;
  /** Line feeds in the text. */
  readonly breaks: number;
}

/** The depth of an item in its file: below the root and the list. */
const level = 2;

/** Undefined where the item depends on its neighbours. */
export function readPiece(text: string): Piece | undefined {
  const plain = readPlainItem(text);
  return plain === undefined
    ? readWithLibrary(text)
    : pieceOf(text, { node: plain.node, problems: byStart(plain.problems) }, alone(text));
}

/** Most items share nothing. */
function alone(text: string): Shared {
  return { marks: marksIn(text), broken: false, anchors: false, aliases: false, aliasNodes: 0 };
}

function readWithLibrary(text: string): Piece | undefined {
  const state = newConversion(text);
  const parsed = parseYaml(text);
  const broken = parsed.some(({ errors }) => errors.length > 0);
  if (broken && (hasTabError(parsed) || isClosedBelow(text, parsed))) return undefined;
  const node = readItem(state, { text, base: 0 }, level, parsed);
  if (state.problems.some(({ code }) => code === 'alias-bomb')) return undefined;
  // Whether such an error is told depends on what the other items say.
  if (broken && isLost(state.problems)) return undefined;
  return pieceOf(text, { node, problems: byStart(state.problems) }, sharedOf(state, broken));
}

function pieceOf(text: string, { node, problems }: Pick<Item, 'node' | 'problems'>, shared: Shared): Piece {
  let lines: Lines | undefined;
  return {
    text,
    node,
    problems,
    get lines() {
      return (lines ??= linesOf(text));
    },
    line: 0,
    index: 0,
    breaks: breaksIn(text),
    marks: shared.marks,
    broken: shared.broken,
    anchors: shared.anchors,
    aliases: shared.aliases,
    aliasNodes: shared.aliasNodes,
  };
}

export function sharedOf(state: Conversion, broken: boolean): Shared {
  return {
    marks: marksIn(state.text),
    broken,
    anchors: state.anchors.size > 0,
    aliases: state.aliases > 0,
    aliasNodes: state.aliasNodes,
  };
}

/**
 * The library looks for a closing quote in all of the file, and ends the text at its line only afterwards. A line
 * that ends with a quote in the text then looks closed, if there is any quote further down.
 */
export function mayBeClosedBelow(text: string, parsed: ReturnType<typeof parseYaml>): boolean {
  const open = parsed.some(({ errors }) => errors.some(({ message }) => /closing .quote/.test(message)));
  return open && /(?:\\"|'')\r?$/m.test(text);
}

function isClosedBelow(text: string, parsed: ReturnType<typeof parseYaml>): boolean {
  if (!mayBeClosedBelow(text, parsed)) return false;
  const indent = /^ */.exec(text)?.[0] ?? '';
  const below = `${text}${text.endsWith('\n') ? '' : '\n'}${indent}- "'"\n`;
  return parseYaml(below).every(({ errors }) => errors.length === 0);
}

export function breaksIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

export function byStart(problems: readonly SyntaxProblem[]): readonly SyntaxProblem[] {
  return problems.length < 2 ? problems : problems.toSorted((a, b) => a.span.start - b.span.start);
}

/** Adds up what pieces share. */
export interface Sums {
  characters: number;
  marks: number;
  broken: number;
  anchors: number;
  aliases: number;
  /** Pieces that have both. */
  own: number;
  aliasNodes: number;
}

export function noSums(): Sums {
  return { characters: 0, marks: 0, broken: 0, anchors: 0, aliases: 0, own: 0, aliasNodes: 0 };
}

/** Adds a piece, or with -1 takes it away. */
export function addTo(sums: Sums, piece: Shared & { readonly text: string }, by: 1 | -1): void {
  sums.characters += by * piece.text.length;
  sums.marks += by * piece.marks;
  sums.aliasNodes += by * piece.aliasNodes;
  if (piece.broken) sums.broken += by;
  if (piece.anchors) sums.anchors += by;
  if (piece.aliases) sums.aliases += by;
  if (piece.anchors && piece.aliases) sums.own += by;
}

/** True where no piece has an alias that may mean an anchor in another one. */
export function areApart({ anchors, aliases, own, aliasNodes }: Sums): boolean {
  return anchors * aliases === own && aliasNodes <= maxAliasNodes;
}
