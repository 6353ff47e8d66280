/** Scalars on one line. */
import type { ScalarNode } from '../tree.ts';
import { code, isLineEnd, isSpaceOrEnd, type Scan } from './scan.ts';
import { valueOf } from './schema.ts';

/** Also the characters that cannot begin text without quotes. */
export function beginsPlain(text: string, at: number, flow: boolean): boolean {
  switch (text.charCodeAt(at)) {
    case code.dash:
      return !isSpaceOrEnd(text, at + 1) && !(flow && isFlowMark(text.charCodeAt(at + 1)));
    case code.question:
    case code.colon:
    case code.comma:
    case code.openBracket:
    case code.closeBracket:
    case code.openBrace:
    case code.closeBrace:
    case code.hash:
    case code.ampersand:
    case code.star:
    case code.bang:
    case code.bar:
    case code.greater:
    case code.singleQuote:
    case code.doubleQuote:
    case code.percent:
    case code.at:
    case code.backtick:
      return false;
    default:
      return !isLineEnd(text, at);
  }
}

/** Text without quotes, up to a colon with a space behind it, a comment or the end of the line. */
export function readPlainScalar(scan: Scan, flow: boolean): ScalarNode | undefined {
  const { text, at: start } = scan;
  if (!beginsPlain(text, start, flow)) return undefined;
  let end = start;
  for (let at = start; at < text.length; at++) {
    const own = text.charCodeAt(at);
    // Letters, which most characters are.
    if (own > code.colon && !(flow && isFlowMark(own))) {
      end = at + 1;
      continue;
    }
    if (own === code.lf || own === code.cr) break;
    if (own === code.space) continue;
    if (own === code.hash && at > end) break;
    if (flow && isFlowMark(own)) break;
    if (own === code.colon && (isSpaceOrEnd(text, at + 1) || (flow && isFlowMark(text.charCodeAt(at + 1))))) break;
    end = at + 1;
  }
  scan.at = end;
  const value = text.slice(start, end);
  const last = text.charCodeAt(end - 1);
  // What JavaScript takes for white space is part of the text, but not of its span.
  const source = last > 126 || last < code.space ? value.trimEnd() : value;
  return {
    kind: 'scalar',
    span: { start, end: start + source.length },
    value: valueOf(value),
    source,
    style: 'plain',
  };
}

export function isQuote(own: number): boolean {
  return own === code.doubleQuote || own === code.singleQuote;
}

export function readQuotedScalar(scan: Scan): ScalarNode | undefined {
  const { text, at: start } = scan;
  const quote = text.charCodeAt(start);
  let marked = false;
  for (let at = start + 1; at < text.length; at++) {
    const own = text.charCodeAt(at);
    if (own === code.lf || own === code.cr) return undefined;
    if (own === quote && (quote === code.doubleQuote || text.charCodeAt(at + 1) !== quote)) {
      scan.at = at + 1;
      const source = text.slice(start, at + 1);
      const inside = text.slice(start + 1, at);
      const style = quote === code.doubleQuote ? 'double' : 'single';
      const value = !marked ? inside : style === 'single' ? inside.replaceAll("''", "'") : unescaped(inside);
      return value === undefined ? undefined : { kind: 'scalar', span: { start, end: at + 1 }, value, source, style };
    }
    if (own === quote || (own === code.backslash && quote === code.doubleQuote)) {
      marked = true;
      at++;
    }
  }
  return undefined;
}

const simple: Readonly<Record<string, string>> = { '"': '"', '\\': '\\', '/': '/', n: '\n', r: '\r', t: '\t' };

/** Undefined where an escape is rare or wrong. */
function unescaped(inside: string): string | undefined {
  let known = true;
  const value = inside.replace(/\\(?:u([\da-fA-F]{4})|[^])/g, (escape, hex: string | undefined) => {
    const character = hex === undefined ? simple[escape[1] ?? ''] : String.fromCharCode(Number.parseInt(hex, 16));
    if (character === undefined) known = false;
    return character ?? '';
  });
  return known ? value : undefined;
}

export function isFlowMark(own: number): boolean {
  return (
    own === code.comma ||
    own === code.openBracket ||
    own === code.closeBracket ||
    own === code.openBrace ||
    own === code.closeBrace
  );
}
