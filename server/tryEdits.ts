import type { LiveText, TextChange, Touched } from '#core/text/live/index.ts';
import { linesOf, type Position, type TextEdit } from '#core/text/position.ts';

/**
 * Makes edits, looks, and takes them back, so that a text need not be read anew to know what would be. `tell` is told
 * of both changes.
 */
export function tryEdits<T>(
  text: LiveText,
  edits: readonly TextEdit[],
  tell: (touched: Touched) => void,
  look: () => T,
): T {
  const before = text.text();
  const { offsetAt } = linesOf(before);
  const sorted = edits
    .map(({ range, newText }) => {
      const [start, end] = [offsetAt(range.start), offsetAt(range.end)];
      return { range, newText, start, end, old: before.slice(start, end) };
    })
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
  // From the last one, so that each stands where it says; and back from the first one.
  const forth = sorted.toReversed().map(({ range, newText }): TextChange => ({ range, text: newText }));
  const back = sorted.map(
    ({ range: { start }, newText, old }): TextChange => ({ range: { start, end: endOf(start, newText) }, text: old }),
  );
  tell(text.change(forth));
  try {
    return look();
  } finally {
    tell(text.change(back));
    // A line break that an edit made of two halves is the one thing that does not come back by itself.
    if (text.text() !== before) tell(text.change([{ text: before }]));
  }
}

function endOf(start: Position, inserted: string): Position {
  const lines = inserted.split(/\r\n|\r|\n/);
  const last = lines.at(-1) ?? '';
  return {
    line: start.line + lines.length - 1,
    character: lines.length === 1 ? start.character + last.length : last.length,
  };
}
