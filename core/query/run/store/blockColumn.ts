import { createAbsences } from './absences.ts';
import { BLOCK_ROWS, cellOfAbsence, type StoredColumn, textAt, type TextBlock } from './columnData.ts';

/**
 * Texts of which many are different, such as ids: each full block is one string, which costs a byte for each
 * character (two where one of the block's characters is not Latin-1) and four for its end, and no object for each row.
 */
export function createBlockColumn(key: string): StoredColumn {
  const absences = createAbsences();
  const full: TextBlock[] = [];
  let last: string[] = [];
  return {
    push(cell) {
      if (cell === null || cell === undefined) absences.mark(full.length * BLOCK_ROWS + last.length, cell);
      else if (typeof cell !== 'string')
        throw new TypeError(`The column ${key} holds strings, and was given a ${typeof cell}.`);
      last.push(cell ?? '');
      if (last.length < BLOCK_ROWS) return;
      full.push(blockOf(last));
      last = [];
    },
    cell(row) {
      const absence = absences.at(row);
      if (absence !== undefined) return cellOfAbsence(absence);
      const inLast = row - full.length * BLOCK_ROWS;
      return inLast < 0 ? textAt(full, row) : last[inLast];
    },
    data: () => ({ kind: 'blocks', blocks: last.length === 0 ? full : [...full, blockOf(last)], absences }),
  };
}

export function blockOf(texts: readonly string[]): TextBlock {
  const ends = new Uint32Array(texts.length);
  let end = 0;
  for (const [index, text] of texts.entries()) ends[index] = end += text.length;
  return { text: texts.join(''), ends };
}
