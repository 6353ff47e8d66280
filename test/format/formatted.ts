import { expect } from 'vitest';
import { formatEdits, type FormatOptions } from '#core/format/index.ts';
import { readSource } from '#core/text/parse.ts';
import type { Range } from '#core/text/position.ts';

/** A text after formatting, as an editor does it. */
export function formatted(text: string, range?: Range, options: FormatOptions = { tabSize: 2 }): string {
  const { lines, ...source } = readSource('x.yaml', text);
  let after = '';
  let at = 0;
  for (const edit of formatEdits({ ...source, lines }, range, options)) {
    const start = lines.offsetAt(edit.range.start);
    expect(start, 'edits in order and apart').toBeGreaterThanOrEqual(at);
    after += text.slice(at, start) + edit.newText;
    at = lines.offsetAt(edit.range.end);
  }
  return after + text.slice(at);
}
