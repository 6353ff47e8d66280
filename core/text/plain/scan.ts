/** Going through the lines of a text, one character after the other. */
import type { SyntaxProblem } from '../tree.ts';

export const code = {
  lf: 10,
  cr: 13,
  space: 32,
  bang: 33,
  doubleQuote: 34,
  hash: 35,
  percent: 37,
  ampersand: 38,
  singleQuote: 39,
  star: 42,
  comma: 44,
  dash: 45,
  colon: 58,
  greater: 62,
  question: 63,
  at: 64,
  openBracket: 91,
  backslash: 92,
  closeBracket: 93,
  backtick: 96,
  openBrace: 123,
  bar: 124,
  closeBrace: 125,
} as const;

export interface Scan {
  readonly text: string;
  /** The character that is next. */
  at: number;
  /** Where its line begins. */
  line: number;
  /** The indentation of the line whose content is next; -1 behind the last line. */
  column: number;
  depth: number;
  readonly problems: SyntaxProblem[];
}

/** To the content of the first line at or behind `from` that has some. */
export function toContent(scan: Scan, from: number): void {
  const { text } = scan;
  let line = from;
  while (line < text.length) {
    let at = line;
    while (text.charCodeAt(at) === code.space) at++;
    const first = text.charCodeAt(at);
    if (first !== code.lf && first !== code.cr && first !== code.hash && at < text.length) {
      scan.at = at;
      scan.line = line;
      scan.column = at - line;
      return;
    }
    line = nextLine(text, at);
  }
  scan.at = text.length;
  scan.line = text.length;
  scan.column = -1;
}

/**
 * From the end of a value to the next content. False where more than a comment stands behind the value, or the next
 * line is indented more than `column`: the library may take it for a part of the value.
 */
export function endOfValue(scan: Scan, column: number): boolean {
  if (!skipToLineEnd(scan)) return false;
  toContent(scan, nextLine(scan.text, scan.at));
  return scan.column <= column;
}

/** True where nothing but a comment stands in the rest of the line. */
export function skipToLineEnd(scan: Scan): boolean {
  const { text } = scan;
  const from = scan.at;
  while (text.charCodeAt(scan.at) === code.space) scan.at++;
  return isLineEnd(text, scan.at) || (text.charCodeAt(scan.at) === code.hash && scan.at > from);
}

export function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end + 1;
}

export function isLineEnd(text: string, at: number): boolean {
  const own = text.charCodeAt(at);
  return own === code.lf || own === code.cr || at >= text.length;
}

export function isSpaceOrEnd(text: string, at: number): boolean {
  return text.charCodeAt(at) === code.space || isLineEnd(text, at);
}

export function isDash(text: string, at: number): boolean {
  return text.charCodeAt(at) === code.dash && isSpaceOrEnd(text, at + 1);
}
