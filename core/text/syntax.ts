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
      message: 'A word that begins with `!` is a YAML tag, and this one means nothing here. Put quotes around the text if it begins with `!`.',
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
      if (/^Flow/.test(message)) return ['missing-bracket', 'The closing bracket is missing.'];
      return ['bad-indent', 'The indentation does not fit the lines above.'];
    case 'BAD_SCALAR_START':
      return ['quotes-needed', 'Text cannot begin with this character unless it stands in quotes.'];
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return ['quotes-needed', 'A colon followed by a space begins a new key, which cannot be here. Put quotes around the text, or begin a new line.'];
    case 'TAB_AS_INDENT':
      return ['tab-indent', 'YAML is indented with spaces, not tabs.'];
    case 'BAD_DQ_ESCAPE':
      return ['yaml-syntax', 'This backslash escape does not exist. Write two backslashes for one, or use single quotes.'];
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
  let start = Math.min(from, text.length);
  let end = Math.min(to, text.length);
  if (code === 'missing-quote') {
    const opening = [...text.matchAll(/(?<=(?:^|[\s[{,])\s*)["'](?=[^"'\r\n]*(?:[\r\n]|$))/g)].at(-1)?.index;
    if (opening !== undefined) {
      const line = /[^\r\n]*/.exec(text.slice(opening))?.[0] ?? '';
      return { start: base + opening, end: base + opening + line.trimEnd().length };
    }
  }
  if (code === 'missing-quote' || code === 'missing-bracket' || start >= text.trimEnd().length) {
    end = text.slice(0, start).trimEnd().length;
    start = end - 1;
    return { start: base + Math.max(0, start), end: base + Math.max(0, end) };
  }
  if (code === 'quotes-needed') {
    const line = /[^\r\n]*/.exec(text.slice(start))?.[0] ?? '';
    end = start + line.replace(/\s+#.*$/, '').trimEnd().length;
  }
  return { start: base + start, end: base + Math.max(end, start) };
}
