/** Formatting that changes white space and nothing else. */
import type { Range, TextEdit } from '../text/position.ts';
import type { SourceFile } from '../text/tree.ts';

/** What an editor says about formatting. */
export interface FormatOptions {
  /** Spaces for one level of indentation, used where the file shows no step of its own. */
  readonly tabSize: number;
  /** By default true. */
  readonly insertFinalNewline?: boolean;
  /** By default true. */
  readonly trimTrailingWhitespace?: boolean;
}

/**
 * Edits that make white space even: of the whole file, or of the lines of `range`. Comments, quotes, order and every
 * value stay as they are; where the file cannot be read it is left alone. JSON is left alone too.
 */
export function formatEdits(
  _source: SourceFile,
  _range: Range | undefined,
  _options: FormatOptions,
): readonly TextEdit[] {
  return [];
}
