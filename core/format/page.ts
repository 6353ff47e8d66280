/** Lines and columns of a text, as indentation sees them. */
import type { Lines, Span } from '../text/position.ts';
import type { SourceFile } from '../text/tree.ts';

export interface Page {
  readonly text: string;
  readonly lineCount: number;
  lineOf(offset: number): number;
  /** Characters before it on its line; a byte order mark takes no room. */
  columnOf(offset: number): number;
  /** The line without its line break. */
  spanOf(line: number): Span;
  /** Spaces and tabs at the beginning of a line. */
  indentOf(line: number): number;
  /** True where nothing but spaces stands before it on its line. */
  beginsLine(offset: number): boolean;
  /** True where nothing but white space stands on the line. */
  isBlank(line: number): boolean;
}

export function pageOf({ text, lines }: SourceFile): Page {
  const startOf = (line: number): number => lineStart(text, lines, line);
  const spanOf = (line: number): Span => {
    const start = startOf(line);
    let end = line + 1 < lines.count ? lines.offsetAt({ line: line + 1, character: 0 }) : text.length;
    while (end > start && '\r\n'.includes(text[end - 1] ?? '')) end--;
    return { start, end };
  };
  const lineOf = (offset: number): number => lines.positionAt(offset).line;
  const indentOf = (line: number): number => {
    const { start, end } = spanOf(line);
    let at = start;
    while (at < end && (text[at] === ' ' || text[at] === '\t')) at++;
    return at - start;
  };
  return {
    text,
    lineCount: lines.count,
    lineOf,
    columnOf: (offset) => offset - startOf(lineOf(offset)),
    spanOf,
    indentOf,
    beginsLine: (offset) => {
      const line = lineOf(offset);
      return offset - startOf(line) === indentOf(line);
    },
    isBlank: (line) => {
      const { start, end } = spanOf(line);
      return indentOf(line) === end - start;
    },
  };
}

function lineStart(text: string, lines: Lines, line: number): number {
  return line === 0 && text.startsWith('\uFEFF') ? 1 : lines.offsetAt({ line, character: 0 });
}
