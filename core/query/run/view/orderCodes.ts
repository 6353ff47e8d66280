import type { Cell } from '../model.ts';
import { type DictionaryData, MISSING, NULL } from '../store/index.ts';

/** One language for everybody, so that the order of a result does not hang on the machine. */
const collator = new Intl.Collator('en', { numeric: true });

/** The rows of a column in the order of what their codes stand for, then `null`, then missing; equal ones stay. */
export function orderCodes(data: DictionaryData, rows: Uint32Array, descending: boolean): Uint32Array {
  const ranks = ranksOf(data.entries, descending);
  const starts = new Uint32Array(ranks.length + 1);
  const rankAt = (row: number): number => ranks[data.codes[row] ?? MISSING] ?? 0;
  for (const row of rows) {
    const next = rankAt(row) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let rank = 1; rank < starts.length; rank += 1) starts[rank] = (starts[rank] ?? 0) + (starts[rank - 1] ?? 0);
  const order = new Uint32Array(rows.length);
  for (const row of rows) {
    const rank = rankAt(row);
    const start = starts[rank] ?? 0;
    order[start] = row;
    starts[rank] = start + 1;
  }
  return order;
}

/** The place of each code among all of them. */
function ranksOf(entries: readonly Cell[], descending: boolean): Uint32Array {
  const values = [...entries.keys()].filter((code) => code !== NULL && code !== MISSING);
  const sign = descending ? -1 : 1;
  values.sort((a, b) => sign * compareValues(entries[a], entries[b]));
  const ranks = new Uint32Array(entries.length);
  for (const [rank, code] of [...values, NULL, MISSING].entries()) ranks[code] = rank;
  return ranks;
}

/** `Queue 2` before `Queue 10`, `a` beside `A`; what a dictionary of words calls equal, by code unit. */
function compareValues(a: Cell, b: Cell): number {
  if (typeof a !== 'string' || typeof b !== 'string') return Number(a) - Number(b);
  return collator.compare(a, b) || (a < b ? -1 : 1);
}
