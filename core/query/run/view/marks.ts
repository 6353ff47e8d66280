import { valueText } from '../display/index.ts';
import type { Column } from '../model.ts';
import { BLOCK_ROWS, type BlockData, type ColumnData, type DictionaryData, type NumberData } from '../store/index.ts';
import { fold, foldBlock } from './foldBlock.ts';
import { numberMatcher } from './numberMatcher.ts';

export interface Search {
  /** In lower case, not empty. */
  readonly text: string;
  readonly timeZone: string;
  /** Rows to look at, the last one exclusive. */
  readonly from: number;
  readonly to: number;
}

/** Sets the mark of each row (the first is that of `from`) whose shown text contains the text. Other marks stay. */
export function markMatches(column: Column, data: ColumnData, search: Search, marks: Uint8Array): void {
  if (data.kind === 'dictionary') markCodes(column, data, search, marks);
  else if (data.kind === 'blocks') markTexts(data, search, marks);
  else markNumbers(column, data, search, marks);
}

function markCodes({ type }: Column, { codes, entries }: DictionaryData, search: Search, marks: Uint8Array): void {
  const matches = entries.map(
    (entry) =>
      entry !== null && entry !== undefined && fold(valueText(entry, type, search.timeZone)).includes(search.text),
  );
  if (!matches.includes(true)) return;
  for (let row = search.from; row < search.to; row += 1) if (matches[codes[row] ?? 0]) marks[row - search.from] = 1;
}

/** One search through the text of a whole block is far faster than one for each of its rows. */
function markTexts({ blocks }: BlockData, { text, from, to }: Search, marks: Uint8Array): void {
  for (let at = Math.floor(from / BLOCK_ROWS); at * BLOCK_ROWS < to; at += 1) {
    const block = blocks[at];
    if (!block) return;
    const first = at * BLOCK_ROWS;
    const folded = foldBlock(block);
    let index = 0;
    let hit = folded.text.indexOf(text);
    while (hit !== -1) {
      while ((folded.ends[index] ?? Number.POSITIVE_INFINITY) <= hit) index += 1;
      const end = folded.ends[index] ?? folded.text.length;
      const row = first + index;
      // A hit may begin in one row's text and end in the next one's; then no later one lies within this row either.
      const isInside = hit + text.length <= end;
      if (isInside && row >= from && row < to) marks[row - from] = 1;
      hit = folded.text.indexOf(text, end);
    }
  }
}

function markNumbers({ type }: Column, { values, absences }: NumberData, search: Search, marks: Uint8Array): void {
  const { text, timeZone, from, to } = search;
  const matches = numberMatcher(type, text, timeZone);
  if (!matches) return;
  for (let row = from; row < to; row += 1) {
    if (marks[row - from] === 1 || absences.at(row) !== undefined) continue;
    if (matches(values[row] ?? 0)) marks[row - from] = 1;
  }
}
