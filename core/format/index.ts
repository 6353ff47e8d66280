/** Formatting that changes white space and nothing else. */
import { lineStart, type SpanEdit } from '../text/edit.ts';
import type { Range, Span, TextEdit } from '../text/position.ts';
import type { SourceFile, SyntaxCode } from '../text/tree.ts';
import { emptyLineEdits, finalNewlineEdits, trailingEdits } from './blank.ts';
import { indentEdits } from './indent.ts';
import { pageOf, type Page } from './page.ts';
import { firstSafe } from './safe.ts';
import { spacingEdits } from './spacing.ts';
import { styleOf } from './style.ts';

/** What an editor says about formatting. */
export interface FormatOptions {
  /** Spaces for one level of indentation, used where the file shows no step of its own. */
  readonly tabSize: number;
  /** By default true. */
  readonly insertFinalNewline?: boolean;
  /** By default true. */
  readonly trimTrailingWhitespace?: boolean;
}

/** Problems with which a file is read whole all the same. */
const harmless: ReadonlySet<SyntaxCode> = new Set<SyntaxCode>(['duplicate-key', 'unknown-tag', 'unknown-anchor']);

/**
 * Edits that make white space even: of the whole file, or of the lines of `range`. Comments, quotes, order and every
 * value stay as they are; what cannot be read is left alone. JSON is left alone too.
 */
export function formatEdits(source: SourceFile, range: Range | undefined, options: FormatOptions): readonly TextEdit[] {
  if (!canBeFormatted(source)) return [];
  const page = pageOf(source);
  const within = range === undefined ? { start: 0, end: source.text.length } : linesIn(page, source, range);
  const problems = source.problems.filter(({ code }) => !harmless.has(code)).map(({ span }) => span);
  const indentation =
    problems.length > 0 ? [] : indentEdits(source, page, styleOf(source, page, options.tabSize), within);
  const others = inside(
    [
      ...spacingEdits(source),
      ...blankEdits(source, page, options),
      ...(options.insertFinalNewline === false ? [] : finalNewlineEdits(page)),
    ],
    within,
  );
  const edits = firstSafe(source, page, { indentation, others, problems });
  return edits.map(({ span, newText }) => ({ range: source.lines.rangeOf(span), newText }));
}

/** Problems that hide others, so that nobody knows what else cannot be read. */
const hopeless: ReadonlySet<SyntaxCode> = new Set<SyntaxCode>(['file-too-large', 'merge-conflict', 'tab-indent']);

/** Lone carriage returns end a line for editors and not for YAML. */
function canBeFormatted({ name, text, problems }: SourceFile): boolean {
  const isJson = /\.json$/i.test(name) || /^\uFEFF?\s*[{[]/.test(text);
  return !isJson && !problems.some(({ code }) => hopeless.has(code)) && !/\r(?!\n)/.test(text);
}

function blankEdits(source: SourceFile, page: Page, options: FormatOptions): readonly SpanEdit[] {
  const lines = emptyLineEdits(source, page);
  if (options.trimTrailingWhitespace === false) return lines;
  const gone = new Set(lines.flatMap(({ span }) => linesFrom(page, span)));
  return [...lines, ...trailingEdits(source, page).filter(({ span }) => !gone.has(page.lineOf(span.start)))];
}

function linesFrom(page: Page, { start, end }: Span): readonly number[] {
  const first = page.lineOf(start);
  return Array.from({ length: page.lineOf(end) - first }, (_, index) => first + index);
}

/** The lines of a range; one that ends at the beginning of a line does not have that line. */
function linesIn(page: Page, { text, lines }: SourceFile, { start, end }: Range): Span {
  const isAtStart = end.character === 0 && end.line > start.line;
  const last = lines.offsetAt(isAtStart ? { line: end.line - 1, character: 0 } : end);
  return { start: lineStart(text, lines.offsetAt(start)), end: page.spanOf(page.lineOf(last)).end };
}

function inside(edits: readonly SpanEdit[], { start, end }: Span): readonly SpanEdit[] {
  return edits.filter(({ span }) => start <= span.start && span.end <= end);
}
