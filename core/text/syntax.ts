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

type Words = readonly [SyntaxCode, string];

const bracket: Words = ['missing-bracket', 'The closing bracket is missing.'];
const space = (where: string): Words => ['missing-space', `A space is missing ${where}.`];
const invalid = (message: string): Words => ['yaml-syntax', message];

/** The library's sentences that say more than its codes, and what they mean. */
const sentences: readonly (readonly [RegExp, Words])[] = [
  [/closing .quote/, ['missing-quote', 'The closing quote is missing.']],
  [/^Implicit map keys/, ['missing-colon', 'A colon is missing after this key.']],
  [/end with a/, bracket],
  [/^Missing , /, invalid('A comma is missing before this.')],
  [/^Missing space after :/, space('after this colon')],
  [/^Comments must be separated/, space('before the `#` of this comment')],
  [/^Tags and anchors must be/, space('after this tag or anchor')],
  [/^Sequence item without/, invalid('A dash is missing before this list item.')],
  [
    /^Unexpected scalar at node end/,
    invalid(
      'This stands behind a value that is closed already. Put quotes around all of it, and double a quote inside.',
    ),
  ],
  [/^Unexpected block-seq-ind/, invalid('A list begins on a line of its own. Put this on the next line.')],
  [/^Unexpected empty item|^Unexpected , in/, invalid('There is a comma too many here.')],
  [/^Block scalar header|block scalar header/, invalid('Text after `|` or `>` begins on the next line.')],
  [
    /directives-end/,
    invalid('A line that begins with `%` is an instruction to YAML readers. Put quotes around it if it is text.'),
  ],
];

const codes: ReadonlyMap<string, Words> = new Map([
  ['BAD_INDENT', ['bad-indent', 'The indentation does not fit the lines above. Indent this line like its neighbours.']],
  ['BAD_SCALAR_START', ['quotes-needed', 'Text cannot begin with this character unless it stands in quotes.']],
  ['TAB_AS_INDENT', ['tab-indent', 'YAML is indented with spaces, not tabs.']],
  ['BLOCK_AS_IMPLICIT_KEY', nestedKey()],
  ['MULTILINE_IMPLICIT_KEY', nestedKey()],
  ['BLOCK_IN_FLOW', invalid('Inside brackets, lists and maps are written in brackets too.')],
  ['KEY_OVER_1024_CHARS', invalid('A key can have at most 1024 characters.')],
  ['BAD_DIRECTIVE', invalid('A line that begins with `%` is an instruction to YAML readers, and this is none.')],
  [
    'BAD_DQ_ESCAPE',
    invalid('This backslash escape does not exist. Write two backslashes for one, or use single quotes.'),
  ],
  ['RESOURCE_EXHAUSTION', ['too-deep', 'This is nested too deeply to be read. Write it flatter.']],
  ...['ALIAS_PROPS', 'BAD_ALIAS', 'MULTIPLE_ANCHORS', 'MULTIPLE_TAGS', 'BAD_PROP_ORDER'].map(
    (code): [string, Words] => [code, invalid('`&`, `*` and `!` have a meaning in YAML. Put quotes around the text.')],
  ),
]);

function nestedKey(): Words {
  const message =
    'A colon followed by a space begins a new key, which cannot be here. Put quotes around the text, or begin a new line.';
  return ['quotes-needed', message];
}

function wordsOf({ code, message }: YAMLParseError): Words {
  const known = sentences.find(([pattern]) => pattern.test(message))?.[1] ?? codes.get(code);
  return known ?? invalid('This is not valid YAML here. Check the quotes, brackets and indentation around it.');
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
