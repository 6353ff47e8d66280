import { createBlockColumn } from './blockColumn.ts';
import type { StoredColumn } from './columnData.ts';
import { createDictionaryColumn, type DictionaryColumn } from './dictionaryColumn.ts';

/** A dictionary for as long as it has room, blocks from then on: nobody has to know beforehand what repeats. */
export function createTextColumn(key: string): StoredColumn {
  const dictionary = createDictionaryColumn(key, 'string');
  let column: StoredColumn = dictionary;
  let length = 0;
  return {
    push(cell) {
      if (column === dictionary && !dictionary.takes(cell)) column = moved(key, dictionary, length);
      column.push(cell);
      length += 1;
    },
    cell: (row) => column.cell(row),
    data: () => column.data(),
  };
}

function moved(key: string, dictionary: DictionaryColumn, length: number): StoredColumn {
  const blocks = createBlockColumn(key);
  for (let row = 0; row < length; row += 1) blocks.push(dictionary.cell(row));
  return blocks;
}
