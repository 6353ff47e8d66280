export {
  type Absences,
  BLOCK_ROWS,
  type BlockData,
  type ColumnData,
  type DictionaryData,
  MISSING,
  NULL,
  type NumberData,
  textAt,
  type TextBlock,
} from './columnData.ts';
export { blockOf } from './blockColumn.ts';
export { createRowStore, type RowStore } from './rowStore.ts';
