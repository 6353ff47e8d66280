/** Lists and maps in brackets, on one line. */
import { duplicateKeys } from '../duplicates.ts';
import type { MapNode, Node, Pair, SeqNode } from '../tree.ts';
import { isQuote, readPlainScalar, readQuotedScalar } from './scalar.ts';
import { code, type Scan } from './scan.ts';

/** Deeper ones are the library's. */
const maxDepth = 20;

export function readFlow(scan: Scan): MapNode | SeqNode | undefined {
  if (scan.depth > maxDepth) return undefined;
  scan.depth++;
  const node = scan.text.charCodeAt(scan.at) === code.openBracket ? readFlowSeq(scan) : readFlowMap(scan);
  scan.depth--;
  return node;
}

function readFlowSeq(scan: Scan): SeqNode | undefined {
  const start = scan.at;
  const items: Node[] = [];
  scan.at++;
  while (!isNext(scan, code.closeBracket)) {
    const item = readFlowNode(scan);
    if (item === undefined) return undefined;
    items.push(item);
    if (isNext(scan, code.comma)) scan.at++;
    else if (!isNext(scan, code.closeBracket)) return undefined;
  }
  scan.at++;
  return { kind: 'seq', span: { start, end: scan.at }, flow: true, items };
}

function readFlowMap(scan: Scan): MapNode | undefined {
  const start = scan.at;
  const pairs: Pair[] = [];
  scan.at++;
  while (!isNext(scan, code.closeBrace)) {
    const pair = readFlowPair(scan);
    if (pair === undefined) return undefined;
    pairs.push(pair);
    if (isNext(scan, code.comma)) scan.at++;
    else if (!isNext(scan, code.closeBrace)) return undefined;
  }
  scan.at++;
  scan.problems.push(...duplicateKeys(pairs));
  return { kind: 'map', span: { start, end: scan.at }, flow: true, pairs };
}

function readFlowPair(scan: Scan): Pair | undefined {
  const { text } = scan;
  const key = isQuote(text.charCodeAt(scan.at)) ? readQuotedScalar(scan) : readPlainScalar(scan, true);
  if (key === undefined || key.span.end !== scan.at) return undefined;
  if (text.charCodeAt(scan.at) !== code.colon || text.charCodeAt(scan.at + 1) !== code.space) return undefined;
  scan.at++;
  skipSpaces(scan);
  const value = readFlowNode(scan);
  return value && { span: { start: key.span.start, end: value.span.end }, key, value };
}

/** Undefined where nothing stands before a comma, too. */
function readFlowNode(scan: Scan): Node | undefined {
  const first = scan.text.charCodeAt(scan.at);
  if (first === code.openBracket || first === code.openBrace) return readFlow(scan);
  return isQuote(first) ? readQuotedScalar(scan) : readPlainScalar(scan, true);
}

function isNext(scan: Scan, own: number): boolean {
  skipSpaces(scan);
  return scan.text.charCodeAt(scan.at) === own;
}

function skipSpaces(scan: Scan): void {
  while (scan.text.charCodeAt(scan.at) === code.space) scan.at++;
}
