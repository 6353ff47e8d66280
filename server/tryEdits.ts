import type { LiveText, TextChange, Touched } from '#core/text/live/index.ts';
import { linesOf, type Position, type TextEdit } from '#core/text/position.ts';

/**
 * Makes edits, looks, and takes them back, so that a text need not be read anew to know what would be. `look` must not
 * throw. Gives what it said, and what taking back touched.
 */
export function tryEdits<T>(
  text: LiveText,
  edits: readonly TextEdit[],
  look: (touched: Touched) => T,
): { readonly result: T; readonly undone: Touched } {
  const before = text.text();
  const { offsetAt } = linesOf(before);
  const sorted = edits
    .map(({ range, newText }) => ({ range, newText, old: before.slice(offsetAt(range.start), offsetAt(range.end)) }))
    .toSorted(
      (a, b) => offsetAt(a.range.start) - offsetAt(b.range.start) || offsetAt(a.range.end) - offsetAt(b.range.end),
    );
  // From the last one, so that each stands where it says; and back from the first one.
  const result = look(text.change(sorted.toReversed().map(({ range, newText }) => ({ range, text: newText }))));
  const back = sorted.map(
    ({ range: { start }, newText, old }): TextChange => ({ range: { start, end: endOf(start, newText) }, text: old }),
  );
  const undone = text.change(back);
  return { result, undone: text.text() === before ? undone : text.change([{ text: before }]) };
}

function endOf(start: Position, inserted: string): Position {
  const lines = inserted.split(/\r\n|\r|\n/);
  const last = lines.at(-1) ?? '';
  return {
    line: start.line + lines.length - 1,
    character: lines.length === 1 ? start.character + last.length : last.length,
  };
}
