import type { Column } from '../model.ts';
import type { RowStore } from '../store/index.ts';
import { fold } from './foldBlock.ts';
import { markMatches } from './marks.ts';
import type { RowFilter } from './model.ts';

/** The rows from there on that every filter leaves, in the order of the store. */
export function matchesOf(store: RowStore, filters: readonly RowFilter[], from: number, timeZone: string): Uint32Array {
  const to = store.length;
  let kept: Uint8Array | undefined;
  for (const filter of filters) {
    const marks = new Uint8Array(to - from);
    const search = { text: fold(filter.text), timeZone, from, to };
    for (const { column, index } of cheapestFirst(store, filter)) markMatches(column, store.data(index), search, marks);
    kept = kept ? both(kept, marks) : marks;
  }
  const rows = new Uint32Array(to - from);
  let count = 0;
  for (let row = from; row < to; row += 1) if (!kept || kept[row - from] === 1) rows[count++] = row;
  return rows.subarray(0, count);
}

/** Numbers are made into text one by one, and only where nothing else has matched. */
function cheapestFirst(store: RowStore, { column: key }: RowFilter): readonly { column: Column; index: number }[] {
  const columns = store.columns
    .map((column, index) => ({ column, index }))
    .filter(({ column }) => key === undefined || column.key === key);
  const cost = (index: number): number => (store.data(index).kind === 'numbers' ? 1 : 0);
  return columns.toSorted((a, b) => cost(a.index) - cost(b.index));
}

function both(one: Uint8Array, other: Uint8Array): Uint8Array {
  return one.map((mark, index) => mark & (other[index] ?? 0));
}
