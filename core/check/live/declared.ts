/**
 * Codes that name only what is declared: their queues, their category and subcategory. Nearly all do, and nothing is to
 * be found in them. They are looked at again when a declaration of what they name is another one.
 */
import { isText } from '../../text/walk.ts';
import { field, type CodeEntry } from '../entry.ts';
import type { CatalogNow } from './liveIndexes.ts';
import type { ItemRecord } from './itemRecord.ts';
import type { Shared } from './part.ts';
import { mark } from './reader.ts';

export interface Declared {
  /** True where all that an ordinary code names is declared, and it will be marked when that may not be so any more. */
  hasAll(record: ItemRecord): boolean;
  /** What the project says about a queue is something else. */
  queueChanged(key: string): void;
  /** What the matrix says about a category is something else. */
  categoryChanged(category: string): void;
  /** There is a matrix now, or none any more. */
  matrixChanged(): void;
}

export function newDeclared(
  shared: Shared,
  catalog: CatalogNow,
  records: { values(): Iterable<ItemRecord> },
): Declared {
  const markWhere = (isMeant: (record: ItemRecord) => boolean): void => {
    for (const record of records.values()) if (isMeant(record)) mark(record);
  };
  const isDeclared = (key: string): boolean => shared.cells.queues.isSeen(catalog.file, key, shared.isAlone);
  const isInMatrix = (category: string | undefined, subcategory: string | undefined): boolean => {
    const { matrix } = catalog.facts;
    if (matrix === undefined || category === undefined) return true;
    return matrix.has(category) && (subcategory === undefined || matrix.get(category)?.has(subcategory) !== false);
  };
  return {
    hasAll(record) {
      const { entry, queues } = record;
      // The queues of other codes are not in the record.
      if ((textOf(entry, 'state') ?? 'active') !== 'active') return false;
      const [category, subcategory] = [textOf(entry, 'category'), textOf(entry, 'subcategory')];
      if (!isInMatrix(category, subcategory) || (queues !== 'default' && !queues.every(isDeclared))) return false;
      record.category = category;
      return true;
    },
    queueChanged: (key) => markWhere(({ queues }) => queues !== 'default' && queues.includes(key)),
    categoryChanged: (category) => markWhere((record) => record.category === category),
    matrixChanged: () => markWhere(({ category }) => category !== undefined),
  };
}

function textOf(entry: CodeEntry, key: string): string | undefined {
  const node = field(entry, key);
  return isText(node) ? node.value : undefined;
}
