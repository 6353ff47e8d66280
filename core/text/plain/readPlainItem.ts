/**
 * Reads a list item as nearly everybody writes it, without the library and many times as fast. What it is not sure
 * of it does not read. What it reads is what the library reads, to the last offset.
 */
import { duplicateKeys } from '../duplicates.ts';
import type { MapNode, Node, Pair, ScalarNode, SeqNode, SyntaxProblem } from '../tree.ts';
import { readBlockText } from './blockText.ts';
import { readFlow } from './flow.ts';
import { isQuote, readPlainScalar, readQuotedScalar } from './scalar.ts';
import { code, endOfValue, isDash, isSpaceOrEnd, nextLine, skipToLineEnd, toContent, type Scan } from './scan.ts';

/** Deeper ones are the library's. */
const maxDepth = 20;
/** The library allows a thousand characters, and counts in its own way. */
const maxKey = 500;

export interface Plain<N extends Node = Node> {
  readonly node: N;
  readonly problems: readonly SyntaxProblem[];
}

/** `text` begins with the line of the dash and holds nothing of the next item. */
export function readPlainItem(text: string): Plain | undefined {
  const scan = begin(text);
  if (scan === undefined || scan.line !== 0 || !isDash(text, scan.at)) return undefined;
  const node = readBehindDash(scan, scan.column);
  return node === undefined || scan.column !== -1 ? undefined : { node, problems: scan.problems };
}

/** `text` is a map on lines of its own, and nothing else. */
export function readPlainMap(text: string): Plain<MapNode> | undefined {
  const scan = begin(text);
  if (scan === undefined || scan.column === -1 || isDash(text, scan.at)) return undefined;
  const key = readKey(scan);
  const node = key !== undefined && isKeyEnd(scan, key) ? readMap(scan, scan.column, key) : undefined;
  return node === undefined || scan.column !== -1 ? undefined : { node, problems: scan.problems };
}

/** `text` is one scalar on one line, and nothing else. */
export function readPlainText(text: string): Plain<ScalarNode> | undefined {
  const scan = begin(text);
  if (scan === undefined || scan.column === -1 || isDash(text, scan.at)) return undefined;
  // Three dashes or dots at the margin may be the line between two documents.
  if (scan.column === 0 && /^(?:---|\.\.\.)/.test(text.slice(scan.at, scan.at + 3))) return undefined;
  const node = readKey(scan);
  return node === undefined || !endOfValue(scan, -1) ? undefined : { node, problems: scan.problems };
}

/** At the first content of the text; undefined where its white space is not that of others. */
function begin(text: string): Scan | undefined {
  if (text.includes('\t') || text.includes('\uFEFF') || (text.includes('\r') && /\r(?!\n)/.test(text)))
    return undefined;
  const scan: Scan = { text, at: 0, line: 0, column: 0, depth: 0, problems: [] };
  toContent(scan, 0);
  return scan;
}

function readBehindDash(scan: Scan, column: number): Node | undefined {
  scan.at++;
  if (skipToLineEnd(scan)) return readBelow(scan, column);
  return readNode(scan, scan.at - scan.line, column);
}

/** A list or a map on the next lines. */
function readBelow(scan: Scan, column: number): Node | undefined {
  toContent(scan, nextLine(scan.text, scan.at));
  if (scan.column <= column) return undefined;
  const node = readNode(scan, scan.column, column);
  return node?.kind === 'scalar' || (node !== undefined && node.flow) ? undefined : node;
}

/** What begins here, at `column` of its line. `parent` is the column of what it belongs to. */
function readNode(scan: Scan, column: number, parent: number): Node | undefined {
  if (scan.depth > maxDepth) return undefined;
  scan.depth++;
  const node = readAny(scan, column, parent);
  scan.depth--;
  return node;
}

function readAny(scan: Scan, column: number, parent: number): Node | undefined {
  if (isDash(scan.text, scan.at)) return readSeq(scan, column);
  const key = readKey(scan);
  if (key !== undefined && isKeyEnd(scan, key)) return readMap(scan, column, key);
  if (key !== undefined) return endOfValue(scan, parent) ? key : undefined;
  return readOther(scan, parent);
}

/** Also a scalar that turns out not to be a key. */
function readKey(scan: Scan): ScalarNode | undefined {
  return isQuote(scan.text.charCodeAt(scan.at)) ? readQuotedScalar(scan) : readPlainScalar(scan, false);
}

function isKeyEnd({ text, at }: Scan, { span }: ScalarNode): boolean {
  return span.end === at && text.charCodeAt(at) === code.colon && isSpaceOrEnd(text, at + 1);
}

/** What is neither a list nor a map nor text on one line. */
function readOther(scan: Scan, parent: number): Node | undefined {
  switch (scan.text.charCodeAt(scan.at)) {
    case code.openBracket:
    case code.openBrace: {
      const node = readFlow(scan);
      return node !== undefined && endOfValue(scan, parent) ? node : undefined;
    }
    case code.bar:
    case code.greater:
      return readBlockText(scan, parent);
    default:
      return undefined;
  }
}

function readSeq(scan: Scan, column: number): SeqNode | undefined {
  const start = scan.at;
  const items: Node[] = [];
  let end = start;
  do {
    const item = readBehindDash(scan, column);
    if (item === undefined || scan.column > column) return undefined;
    items.push(item);
    end = item.span.end;
  } while (scan.column === column && isDash(scan.text, scan.at));
  return { kind: 'seq', span: { start, end: Math.max(start, end) }, flow: false, items };
}

function readMap(scan: Scan, column: number, first: ScalarNode): MapNode | undefined {
  const pairs: Pair[] = [];
  let key = first;
  for (;;) {
    const pair = readPair(scan, column, key);
    if (pair === undefined) return undefined;
    pairs.push(pair);
    if (scan.column < column) break;
    const next = scan.column > column || isDash(scan.text, scan.at) ? undefined : readKey(scan);
    if (next === undefined || !isKeyEnd(scan, next)) return undefined;
    key = next;
  }
  scan.problems.push(...duplicateKeys(pairs));
  const start = first.span.start;
  return { kind: 'map', span: { start, end: pairs.at(-1)?.span.end ?? start }, flow: false, pairs };
}

/** From the colon of a key to the next line that does not belong to it. */
function readPair(scan: Scan, column: number, key: ScalarNode): Pair | undefined {
  const { start, end } = key.span;
  if (end - start > maxKey) return undefined;
  scan.at++;
  const colon = scan.at;
  if (skipToLineEnd(scan)) {
    const line = nextLine(scan.text, scan.at);
    toContent(scan, line);
    const list = scan.column === column && isDash(scan.text, scan.at);
    if (scan.column <= column && !list) return { span: { start, end: colon }, key, value: undefined };
    const value = list ? readSeq(scan, column) : readBlock(scan, column);
    return value && { span: { start, end: value.span.end }, key, value };
  }
  const value = readInline(scan, column);
  return value && { span: { start, end: value.span.end }, key, value };
}

function readBlock(scan: Scan, column: number): Node | undefined {
  const node = readNode(scan, scan.column, column);
  return node?.kind === 'scalar' || (node !== undefined && node.flow) ? undefined : node;
}

/** A value on the line of its key. */
function readInline(scan: Scan, column: number): Node | undefined {
  const scalar = readKey(scan);
  if (scalar === undefined) return readOther(scan, column);
  return endOfValue(scan, column) ? scalar : undefined;
}
