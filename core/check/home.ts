/** Where a piece of a file stands in the file. */
import { lineBreakOf } from '../text/edit.ts';
import type { Range, Span } from '../text/position.ts';
import type { SourceFile } from '../text/tree.ts';

export interface Home {
  /** The file's name, as the host has it. */
  readonly file: string;
  /** The line break of the file, which all edits use. */
  readonly lineBreak: string;
  /** From offsets of the piece to places in the file as it is now. */
  rangeOf(span: Span): Range;
}

/** A text in which spans count, and where it stands. */
export interface Piece {
  readonly text: string;
  readonly home: Home;
}

/** A file as one piece. */
export function wholeOf({ name, text, lines }: SourceFile): Piece {
  return { text, home: { file: name, lineBreak: lineBreakOf(text), rangeOf: (span) => lines.rangeOf(span) } };
}

/** A file's name without its folders, for people. */
export function baseName(file: string): string {
  const base = file.split(/[/\\]/).at(-1) ?? file;
  try {
    return file.includes('://') ? decodeURIComponent(base) : base;
  } catch {
    return base;
  }
}
