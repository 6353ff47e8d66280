/** White space at the ends of lines, empty lines, and the end of the file. */
import { insert, lineBreakOf, type SpanEdit } from '../text/edit.ts';
import type { Node, SourceFile } from '../text/tree.ts';
import type { Page } from './page.ts';

/** Lines that are part of a text over several lines, whose white space is the text's own. */
export function linesOfTexts({ documents }: SourceFile, page: Page): ReadonlySet<number> {
  const lines = new Set<number>();
  const visit = (node: Node | undefined): void => {
    if (node === undefined || node.alias === true) return;
    if (node.kind === 'scalar') {
      if (!node.source.includes('\n')) return;
      const last = page.lineOf(node.span.end);
      const end = node.style === 'block' ? lastOfBlock(page, node.source, last) : last - 1;
      for (let line = page.lineOf(node.span.start); line <= end; line++) lines.add(line);
      return;
    }
    if (node.kind === 'seq') return node.items.forEach(visit);
    for (const { key, value } of node.pairs) {
      visit(key);
      visit(value);
    }
  };
  for (const { root } of documents) visit(root);
  return lines;
}

/** With a plus sign behind its bar, a text has the empty lines below it too. */
function lastOfBlock(page: Page, source: string, last: number): number {
  if (!/^[|>]\d?\+/.test(source)) return last;
  let line = last;
  while (line + 1 < page.lineCount && page.isBlank(line + 1)) line++;
  return line;
}

export function trailingEdits(source: SourceFile, page: Page): readonly SpanEdit[] {
  const own = linesOfTexts(source, page);
  const edits: SpanEdit[] = [];
  for (let line = 0; line < page.lineCount; line++) {
    if (own.has(line)) continue;
    const { start, end } = page.spanOf(line);
    let at = end;
    while (at > start && (page.text[at - 1] === ' ' || page.text[at - 1] === '\t')) at--;
    if (at < end) edits.push({ span: { start: at, end }, newText: '' });
  }
  return edits;
}

/** Of several empty lines one is left, and at the end of the file none. */
export function emptyLineEdits(source: SourceFile, page: Page): readonly SpanEdit[] {
  const own = linesOfTexts(source, page);
  const edits: SpanEdit[] = [];
  let first: number | undefined;
  for (let line = 0; line <= page.lineCount; line++) {
    if (line < page.lineCount && page.isBlank(line) && !own.has(line)) {
      first ??= line;
      continue;
    }
    if (first !== undefined) edits.push(...withoutLines(page, first, line, line === page.lineCount ? 0 : 1));
    first = undefined;
  }
  return edits;
}

/** Keeps the first `kept` of the lines from `first` up to `end`. What stands in them goes with their line breaks. */
function withoutLines(page: Page, first: number, end: number, kept: number): readonly SpanEdit[] {
  const from = first + kept;
  // Behind the last line break there is one more line with nothing in it.
  const to = end === page.lineCount ? end - 1 : end;
  if (from >= to) return [];
  return [{ span: { start: page.spanOf(from).start, end: page.spanOf(to).start }, newText: '' }];
}

export function finalNewlineEdits({ text }: Page): readonly SpanEdit[] {
  return text.trim() === '' || /[\r\n][ \t]*$/.test(text) ? [] : [insert(text.length, lineBreakOf(text))];
}
