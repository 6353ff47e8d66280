/** The library's errors in our words. */
import type { Document, YAMLParseError } from 'yaml';
import type { Chunk } from './layout.ts';
import type { Span } from './position.ts';
import type { SyntaxCode, SyntaxProblem } from './tree.ts';

export function problemOf(error: YAMLParseError, chunk: Chunk): SyntaxProblem {
  const [code, message] = wordsOf(error);
  return { code, message, span: { ...spanIn(error.pos, chunk, code) } };
}

/** Tags that no schema knows are the only warning that concerns our files. */
export function warningsOf(document: Document, base: number): SyntaxProblem[] {
  return document.warnings
    .filter(({ code }) => code === 'TAG_RESOLVE_FAILED')
    .map(({ pos }) => ({
      code: 'unknown-tag' as const,
      message:
        'A word that begins with `!` is a YAML tag, and this one means nothing here. Put quotes around the text if it begins with `!`.',
      span: { start: base + pos[0], end: base + pos[1] },
    }));
}

function wordsOf({ code, message }: YAMLParseError): readonly [SyntaxCode, string] {
  switch (code) {
    case 'MISSING_CHAR':
      if (message.includes('quote')) return ['missing-quote', 'The closing quote is missing.'];
      if (message.includes('map')) return ['missing-colon', 'A colon is missing after this key.'];
      if (/expected|end with/.test(message)) return ['missing-bracket', 'The closing bracket is missing.'];
      return ['yaml-syntax', 'This is not valid YAML here: a character is missing.'];
    case 'BAD_INDENT':
      if (message.startsWith('Flow')) return ['missing-bracket', 'The closing bracket is missing.'];
      return ['bad-indent', 'The indentation does not fit the lines above.'];
    case 'BAD_SCALAR_START':
      return ['quotes-needed', 'Text cannot begin with this character unless it stands in quotes.'];
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return [
        'quotes-needed',
        'A colon followed by a space begins a new key, which cannot be here. Put quotes around the text, or begin a new line.',
      ];
    case 'TAB_AS_INDENT':
      return ['tab-indent', 'YAML is indented with spaces, not tabs.'];
    case 'BAD_DQ_ESCAPE':
      return [
        'yaml-syntax',
        'This backslash escape does not exist. Write two backslashes for one, or use single quotes.',
      ];
    case 'RESOURCE_EXHAUSTION':
      return ['too-deep', 'This is nested too deeply to be read. Write it flatter.'];
    default:
      return ['yaml-syntax', `This is not valid YAML: ${lowerFirst(message)}.`];
  }
}

function lowerFirst(message: string): string {
  const sentence = message.replace(/[.:]\s*$/, '');
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

/** The library often points behind the text or at a single character; widen or pull it to what a person would mark. */
function spanIn([from, to]: readonly [number, number], { text, base }: Chunk, code: SyntaxCode): Span {
  const opening =
    code === 'missing-quote' ? openQuote(text) : code === 'missing-bracket' ? openBracket(text) : undefined;
  const contentEnd = text.trimEnd().length;
  let start = opening ?? Math.min(from, text.length);
  let end = Math.min(to, text.length);
  if (opening !== undefined || code === 'quotes-needed') end = endOfLine(text, start, code !== 'missing-quote');
  else if (start >= contentEnd) [start, end] = [Math.max(0, contentEnd - 1), contentEnd];
  return { start: base + start, end: base + Math.max(end, start) };
}

/** Where the text of a line ends, by choice before its comment. */
function endOfLine(text: string, start: number, beforeComment: boolean): number {
  const line = /[^\r\n]*/.exec(text.slice(start))?.[0] ?? '';
  return start + (beforeComment ? line.replace(/\s#.*$/, '') : line).trimEnd().length;
}

/** The first quote that no other one on its line closes. */
function openQuote(text: string): number | undefined {
  return /(?<=^|[\s[{,])["'](?=[^"'\r\n]*(?:[\r\n]|$))/.exec(text)?.index;
}

/** The innermost bracket that is never closed; brackets in quotes and comments do not count. */
function openBracket(text: string): number | undefined {
  const open: number[] = [];
  for (const { 0: found, index } of text.matchAll(/"(?:\\.|[^"\\\r\n])*"|'[^'\r\n]*'|(?<=\s)#.*|[[\]{}]/g)) {
    if (found === '[' || found === '{') open.push(index);
    else if (found === ']' || found === '}') open.pop();
  }
  return open.at(-1);
}
