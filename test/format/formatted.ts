import { formatEdits, type FormatOptions } from '#core/format/index.ts';
import { readSource } from '#core/text/parse.ts';
import type { Range } from '#core/text/position.ts';
import { applyFix } from '../fixtures/apply.ts';

/** A text after formatting, as an editor does it. */
export function formatted(text: string, range?: Range, options: FormatOptions = { tabSize: 2 }): string {
  const source = readSource('x.yaml', text);
  return applyFix(source, { title: 'Format', edits: formatEdits(source, range, options) });
}
