/**
 * Finds out whether a catalog can be read in pieces: the lines up to the first item of `codes`, the items, and what
 * stands behind them. A line that is indented too little ends every open quote, bracket and text above it, for the
 * library too. So an error in one piece leaves the others as they are, and each can be read alone.
 */
import { hasOpenValue } from '../layout.ts';

export interface Split {
  /** All before the dash of the first item. */
  readonly head: string;
  readonly items: readonly string[];
  /** From the first key behind the items; empty where there is none. */
  readonly tail: string;
  /** Where the dashes stand. */
  readonly indent: number;
}

const LF = 10;
const CR = 13;
const TAB = 9;
const SPACE = 32;
const HASH = 35;
const DASH = 45;

/** Undefined where the pieces of the text may depend on each other. */
export function splitText(text: string): Split | undefined {
  // What is not read at all is not read in pieces first.
  if (isOdd(text, true)) return undefined;
  const codes = codesLine(text);
  if (codes === undefined) return undefined;
  const start = contentStart(text, codes.end);
  const indent = start === undefined ? -1 : indentAt(text, start);
  if (start === undefined || !isDash(text, start + indent)) return undefined;
  const head = text.slice(0, start);
  const cut = cutItems(text, start, indent);
  if (cut === undefined || cut.items.length === 0) return undefined;
  const tail = text.slice(cut.end);
  return isHead(head) && isTail(tail) ? { head, items: cut.items, tail, indent } : undefined;
}

/** Splits lines that belong to items and nothing else. They begin with a dash, or there are none. */
export function splitItems(text: string, indent: number): readonly string[] | undefined {
  if (isOdd(text, false) || (text !== '' && !beginsItem(text, indent))) return undefined;
  const cut = cutItems(text, 0, indent);
  return cut?.end === text.length ? cut.items : undefined;
}

export function beginsItem(text: string, indent: number): boolean {
  return indentAt(text, 0) === indent && isDash(text, indent);
}

/** Where the line with `codes:` begins in a head that was split off. */
export function codesIn(head: string): number {
  return codesLine(head)?.start ?? -1;
}

/** Line ends and marks that the library and we do not see in one way. */
function isOdd(text: string, fromStart: boolean): boolean {
  return text.includes('\uFEFF', fromStart ? 1 : 0) || (text.includes('\r') && /\r(?!\n)/.test(text));
}

const codesKey = /^codes:(?: +#[^\n]*| *)\r?(?:\n|$)/m;

function codesLine(text: string): { readonly start: number; readonly end: number } | undefined {
  const found = codesKey.exec(text);
  return found === null ? undefined : { start: found.index, end: found.index + found[0].length };
}

/** The line of the first content at or behind an offset. */
function contentStart(text: string, from: number): number | undefined {
  for (let at = from; at < text.length; at = lineEnd(text, at)) {
    const first = text.charCodeAt(at + indentAt(text, at));
    if (first !== LF && first !== CR && first !== HASH && !Number.isNaN(first)) return at;
  }
  return undefined;
}

/** The items from a dash on, as far as they go: until a key at the margin. */
function cutItems(
  text: string,
  from: number,
  indent: number,
): { readonly items: readonly string[]; readonly end: number } | undefined {
  const items: string[] = [];
  let start = from;
  let column = 0;
  // The library takes a comment that stands too far left, with no space behind its `#`, for the end of an indentation.
  let margin = false;
  let at = from;
  for (; at < text.length; at = lineEnd(text, at)) {
    const own = indentAt(text, at);
    const first = text.charCodeAt(at + own);
    if (first === TAB) return undefined;
    if (first === LF || first === CR || Number.isNaN(first)) continue;
    if (first === HASH) {
      margin ||= own <= indent && !isSpace(text.charCodeAt(at + own + 1));
      continue;
    }
    const dash = first === DASH && isDash(text, at + own);
    if (own === indent && dash) {
      if (at > start) items.push(text.slice(start, at));
      start = at;
      column = contentColumn(text, at, indent);
      if (column === -1) return undefined;
      margin = false;
    } else if (own <= indent) {
      if (own > 0) return undefined;
      break;
    } else if (margin || (dash && own < column)) return undefined;
  }
  if (at > start) items.push(text.slice(start, at));
  return { items, end: Math.min(at, text.length) };
}

/** Where the text of an item begins in its line; -1 where a tab stands before it. */
function contentColumn(text: string, line: number, indent: number): number {
  const gap = indentAt(text, line + indent + 1);
  const first = text.charCodeAt(line + indent + 1 + gap);
  if (first === TAB) return -1;
  return first === LF || first === CR || first === HASH || Number.isNaN(first) ? indent + 1 : indent + 1 + gap;
}

const marginLine = /[A-Za-z_][\w-]*:(?=[ \r\n]|$)/y;
const documentLine = /---[ ]*\r?(?:\n|$)/y;

/** Keys at the margin, of which `codes` is the last, and what belongs to them. */
function isHead(text: string): boolean {
  const codes = codesIn(text);
  let begun = false;
  let marked = false;
  const known = keysAtMargin(text, text.startsWith('\uFEFF') ? 1 : 0, (at) => {
    if (at > codes || (at < codes && text.startsWith('codes:', at))) return false;
    if (begun || marked || !matchesAt(documentLine, text, at)) return isKey(text, at) && (begun = true);
    return (marked = true);
  });
  return known && contentStart(text, lineEnd(text, codes)) === undefined;
}

/** Keys at the margin that begin nothing new for what stands above them. */
export function isTail(text: string): boolean {
  if (text === '') return true;
  if (isOdd(text, false) || !isKey(text, 0)) return false;
  return keysAtMargin(text, 0, (at) => {
    if (!isKey(text, at) || text.startsWith('codes:', at)) return false;
    const end = lineEnd(text, at);
    const next = contentStart(text, end);
    return next === undefined || indentAt(text, next) === 0 || hasOpenValue(text.slice(at, end));
  });
}

export function isHeadOf(text: string): boolean {
  return !isOdd(text, true) && text.endsWith('\n') && isHead(text);
}

function isKey(text: string, at: number): boolean {
  return matchesAt(marginLine, text, at);
}

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** Asks about every line at the margin that is neither empty nor a comment. */
function keysAtMargin(text: string, from: number, allowed: (at: number) => boolean): boolean {
  let margin = true;
  for (let at = from; at < text.length; at = lineEnd(text, at)) {
    const own = indentAt(text, at);
    const first = text.charCodeAt(at + own);
    if (first === TAB) return false;
    if (first === LF || first === CR || Number.isNaN(first)) continue;
    if (first === HASH) {
      margin ||= own === 0 && !isSpace(text.charCodeAt(at + 1));
      continue;
    }
    if (own === 0) {
      if (!allowed(at)) return false;
      margin = !isKey(text, at);
    } else if (margin) return false;
  }
  return true;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end + 1;
}

function indentAt(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) === SPACE) end++;
  return end - at;
}

function isDash(text: string, at: number): boolean {
  return text.charCodeAt(at) === DASH && isSpace(text.charCodeAt(at + 1));
}

function isSpace(code: number): boolean {
  return code === SPACE || code === LF || code === CR || code === TAB || Number.isNaN(code);
}
