/** Reads one item of `codes` alone, and notes what it has to do with the others. */
import { newConversion, type Conversion } from '../convert.ts';
import { hasTabError, isLost } from '../documents.ts';
import { parseYaml } from '../library.ts';
import { readPlainItem } from '../plain/readPlainItem.ts';
import { linesOf, type Lines } from '../position.ts';
import { readItem } from '../recover.ts';
import type { Node, SyntaxProblem } from '../tree.ts';
import type { Item } from './model.ts';
import { newRecent } from '../recent.ts';
import type { Shared } from './sums.ts';

/** An item that may not be read yet; then it has no `node`, no `problems`, and `shared` says nothing. */
export interface Piece extends Item {
  line: number;
  index: number;
  /** Line feeds in the text. */
  readonly breaks: number;
  readonly shared: Shared;
  /** Reads it, if that was not done. False where the item depends on its neighbours. */
  read(): boolean;
}

const noProblems: readonly SyntaxProblem[] = [];
const unread: Shared = { broken: false, anchors: false, aliases: false, aliasNodes: 0 };

/** The depth of an item in its file: below the root and the list. */
const level = 2;

export function newPiece(text: string): Piece {
  return new TextPiece(text);
}

/** Undefined where the item depends on its neighbours. */
export function readPiece(text: string): Piece | undefined {
  const piece = newPiece(text);
  return piece.read() ? piece : undefined;
}

/** What is known of an item that was read. */
interface Read extends Pick<Item, 'node' | 'problems'> {
  readonly shared: Shared;
}

/** Trees of thousands of items are much to keep. Those that were asked for last are asked for again. */
const nodes = newRecent<TextPiece, Node>();
const lines = newRecent<TextPiece, Lines>();

/** A class, because there are thousands of them and what each can do is the same. */
class TextPiece implements Piece {
  line = 0;
  index = 0;
  shared = unread;
  problems = noProblems;
  readonly breaks: number;
  readonly text: string;
  /** Kept where reading it again takes long. */
  private kept: Node | undefined = undefined;

  constructor(text: string) {
    this.text = text;
    this.breaks = breaksIn(text);
  }

  read(): boolean {
    if (this.shared !== unread) return true;
    const plain = readPlainItem(this.text);
    const found = plain === undefined ? readWithLibrary(this.text) : undefined;
    if (plain !== undefined) {
      nodes.put(this, plain.node);
      this.shared = nothing;
      if (plain.problems.length > 0) this.problems = byStart(plain.problems);
    } else if (found !== undefined) {
      this.kept = found.node;
      this.shared = found.shared;
      this.problems = found.problems;
    }
    return this.shared !== unread;
  }

  get node(): Node {
    const node = this.kept ?? nodes.get(this) ?? readPlainItem(this.text)?.node;
    if (node === undefined) throw new Error('An item that cannot be read alone has no node.');
    if (this.kept === undefined) nodes.put(this, node);
    return node;
  }

  get lines(): Lines {
    const known = lines.get(this) ?? linesOf(this.text);
    lines.put(this, known);
    return known;
  }
}

/** Most items share nothing. */
const nothing: Shared = { broken: false, anchors: false, aliases: false, aliasNodes: 0 };

function readWithLibrary(text: string): Read | undefined {
  const state = newConversion(text);
  const parsed = parseYaml(text);
  const broken = parsed.some(({ errors }) => errors.length > 0);
  if (broken && (hasTabError(parsed) || isClosedBelow(text, parsed))) return undefined;
  const node = readItem(state, { text, base: 0 }, level, parsed);
  if (state.problems.some(({ code }) => code === 'alias-bomb')) return undefined;
  // Whether such an error is told depends on what the other items say.
  if (broken && isLost(state.problems)) return undefined;
  return { node, problems: byStart(state.problems), shared: sharedOf(state, broken) };
}

export function sharedOf(state: Conversion, broken: boolean): Shared {
  return {
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
