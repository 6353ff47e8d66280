/** A text as its lines, so that a change costs what it touches even where nothing is known about the text. */
import type { Position } from '../position.ts';
import type { TextChange } from './model.ts';

export interface LineText {
  readonly count: number;
  change(change: TextChange): void;
  /** Costs its length after a change. */
  text(): string;
}

export function lineText(opened: string): LineText {
  let lines = linesWithBreaks(opened);
  let joined: string | undefined = opened;
  const text = (): string => (joined ??= lines.join(''));

  const placeOf = ({ line, character }: Position): Position => {
    const own = line < 0 ? '' : lines[line];
    if (own === undefined) return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
    return { line: Math.max(0, line), character: Math.min(Math.max(0, character), own.length) };
  };

  return {
    get count() {
      return lines.length;
    },
    change({ range, text: newText }) {
      if (range === undefined) {
        lines = linesWithBreaks(newText);
        joined = newText;
        return;
      }
      const [start, end] = [placeOf(range.start), placeOf(range.end)];
      // The lines around take part: a carriage return at the end of one and a line feed behind it are one line end.
      const from = Math.max(0, Math.min(start.line, end.line) - 1);
      const to = Math.min(lines.length, Math.max(start.line, end.line) + 2);
      const before = lines.slice(from, start.line).join('') + (lines[start.line] ?? '').slice(0, start.character);
      const behind = (lines[end.line] ?? '').slice(end.character) + lines.slice(end.line + 1, to).join('');
      const changed = linesWithBreaks(before + newText + behind);
      // The start of the line behind is there already.
      if (to < lines.length) changed.pop();
      lines = lines.slice(0, from).concat(changed, lines.slice(to));
      joined = undefined;
    },
    text,
  };
}

/** As `linesOf` counts them: behind the last line break there is a line, too. */
function linesWithBreaks(text: string): string[] {
  const lines: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const own = text.charCodeAt(at);
    if (own !== 10 && (own !== 13 || text.charCodeAt(at + 1) === 10)) continue;
    lines.push(text.slice(start, at + 1));
    start = at + 1;
  }
  lines.push(text.slice(start));
  return lines;
}
