import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { valueText } from '#core/query/run/display/index.ts';
import type { Cell, Column, Row } from '#core/query/run/model.ts';
import { createRowStore } from '#core/query/run/store/index.ts';
import { createRowView, type RowFilter, type RowSort, type RowView } from '#core/query/run/view/index.ts';

const timeZone = 'Europe/Rome';
const COLUMNS: readonly Column[] = [
  { key: 'queue', title: 'Queue', type: 'text' },
  { key: 'count', title: 'Count', type: 'number' },
  { key: 'handle', title: 'Handle', type: 'duration' },
  { key: 'start', title: 'Start', type: 'instant' },
  { key: 'known', title: 'Known', type: 'boolean' },
];

function viewOf(rows: readonly Row[], columns = COLUMNS) {
  const store = createRowStore(columns);
  store.append(rows);
  return { store, view: createRowView(store, { timeZone }) };
}

const orderOf = (view: RowView): readonly (number | undefined)[] =>
  Array.from({ length: view.length }, (_, position) => view.rowAt(position));

const collator = new Intl.Collator('en', { numeric: true });
const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const words = (a: string, b: string): number => collator.compare(a, b) || byCodeUnit(a, b);
const ids = (a: string, b: string): number => byCodeUnit(a.toLowerCase(), b.toLowerCase());

/** What a view is to show, in a few slow lines. */
function expected(
  rows: readonly Row[],
  sort: RowSort | undefined,
  filters: readonly RowFilter[],
  columns = COLUMNS,
  texts = words,
): readonly number[] {
  const shown = (cell: Cell, column: Column): string =>
    cell === null || cell === undefined ? '' : valueText(cell, column.type, timeZone).toLowerCase();
  const kept = [...rows.keys()].filter((index) =>
    filters.every(({ column: key, text }) =>
      columns.some(
        (column, at) =>
          (key ?? column.key) === column.key && shown(rows[index]?.[at], column).includes(text.toLowerCase()),
      ),
    ),
  );
  const at = columns.findIndex(({ key }) => key === sort?.column);
  const rank = (cell: Cell): number => (cell === undefined ? 2 : cell === null ? 1 : 0);
  const sign = sort?.direction === 'descending' ? -1 : 1;
  return kept.toSorted((x, y) => {
    const [a, b] = [rows[x]?.[at], rows[y]?.[at]];
    if (rank(a) + rank(b) > 0) return rank(a) - rank(b);
    return sign * (typeof a === 'string' && typeof b === 'string' ? texts(a, b) : Number(a) - Number(b));
  });
}

const absent = fc.constantFrom<Cell>(null, undefined);
const or = (value: fc.Arbitrary<Cell>): fc.Arbitrary<Cell> => fc.oneof({ weight: 5, arbitrary: value }, absent);
const anyRow: fc.Arbitrary<Row> = fc.tuple(
  or(fc.constantFrom('Queue 10', 'Queue 2', 'queue 2', 'Ärger', 'Billing', 'Zoll', '', '苦情', 'é', 'e\u0301')),
  or(fc.oneof(fc.constantFrom(-0, 0), fc.integer({ min: -3, max: 3 }), fc.double({ noNaN: true }))),
  or(fc.integer({ min: 0, max: 200_000 })),
  or(fc.integer({ min: Date.UTC(2026, 9, 20), max: Date.UTC(2026, 10, 20) })),
  or(fc.boolean()),
);
const anyColumn = fc.constantFrom(...COLUMNS.map(({ key }) => key));
const anySort: fc.Arbitrary<RowSort | undefined> = fc.option(
  fc.record({ column: anyColumn, direction: fc.constantFrom<RowSort['direction']>('ascending', 'descending') }),
  { nil: undefined },
);
const anyFilter: fc.Arbitrary<RowFilter> = fc
  .tuple(
    fc.option(anyColumn, { nil: undefined }),
    fc.constantFrom('QUEUE', 'ä', '1', '2026-1', 'm 0', 'tr', '2 ', '', '-', 'é', ' 1', '23:', '-25 0', '7s', '0s'),
  )
  .map(([column, text]) => (column === undefined ? { text } : { column, text }));

describe('a view', () => {
  it('shows what a slow sort and filter of all rows show, also of rows that come later', () => {
    const step = fc.oneof(
      fc.record({ rows: fc.array(anyRow, { maxLength: 12 }) }),
      fc.record({ sort: anySort }),
      fc.record({ filters: fc.array(anyFilter, { maxLength: 2 }) }),
      fc.record({ look: fc.constant(true) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const { store, view } = viewOf([]);
        const rows: Row[] = [];
        let sort: RowSort | undefined;
        let filters: readonly RowFilter[] = [];
        for (const next of steps) {
          if ('rows' in next) {
            store.append(next.rows);
            rows.push(...next.rows);
          } else if ('sort' in next) view.sortBy((sort = next.sort));
          else if ('filters' in next) view.filterBy((filters = next.filters));
          else expect(orderOf(view)).toEqual(expected(rows, sort, filters));
        }
        const shown = expected(rows, sort, filters);
        expect(orderOf(view)).toEqual(shown);
        expect([...view.rows('shown')]).toEqual(shown.map((index) => rows[index]));
        expect([...view.rows('all')]).toEqual(expected(rows, sort, []).map((index) => rows[index]));
      }),
      { numRuns: 300 },
    );
  });

  it('has rows of an unsorted result at their end, so that what is on the screen stays', () => {
    const { store, view } = viewOf([['a', 1, 1, 0, true]]);
    const before = view.version;
    store.append([['b', 1, 1, 0, true]]);
    expect([view.version, view.length]).toEqual([before, 2]);
    view.filterBy([{ text: 'b' }]);
    const filtered = view.version;
    store.append([['b', 1, 1, 0, true]]);
    expect([view.version, orderOf(view)]).toEqual([filtered, [1, 2]]);
  });

  it('says so when rows that came go between others', () => {
    const { store, view } = viewOf([['b', 1, 1, 0, true]]);
    view.sortBy({ column: 'queue', direction: 'ascending' });
    view.filterBy([{ text: 'b' }]);
    const before = view.version;
    store.append([['a', 1, 1, 0, true]]);
    expect([view.version, orderOf(view)]).toEqual([before, [0]]);
    store.append([['abba', 1, 1, 0, true]]);
    expect(orderOf(view)).toEqual([2, 0]);
    expect(view.version).not.toBe(before);
  });

  it('is not sorted by a column that there is not, and nothing matches in it', () => {
    const { view } = viewOf([['b', 1, 1, 0, true]]);
    view.sortBy({ column: 'nothing', direction: 'ascending' });
    expect([view.sort, orderOf(view), view.rowAt(1)]).toEqual([undefined, [0], undefined]);
    view.filterBy([{ column: 'nothing', text: 'b' }]);
    expect(view.length).toBe(0);
  });

  it('gives an export the rows of the moment at which it began', () => {
    const { store, view } = viewOf([['a', 1, 1, 0, true]]);
    const rows = view.rows('all');
    store.append([['b', 1, 1, 0, true]]);
    expect([...rows]).toHaveLength(1);
  });
});

describe('a column of ids', () => {
  const columns: readonly Column[] = [{ key: 'id', title: 'Id', type: 'text' }];
  // More than a dictionary holds: a shared beginning, ends of every length, case, letters that grow in lower case.
  const rows: readonly Row[] = Array.from({ length: 80_000 }, (_, index) => {
    const mixed = Math.imul(index, 2_654_435_761) >>> 0;
    if (index % 997 === 0) return [index % 2 === 0 ? null : undefined];
    if (index % 89 === 0) return [`tel:İ${mixed % 100}`];
    if (index % 97 === 0) return ['TEL:'.padEnd(mixed % 40, 'x')];
    if (index % 101 === 0) return [`tel:苦情${mixed % 500}`];
    // So many with one key that they are sorted by what follows it, and so many beyond Latin-1.
    if (index % 7 === 0) return [`tel:aaaabbbbcccc${mixed.toString(36)}`];
    if (index % 11 === 0) return [`tel:${String.fromCharCode(0x4e00 + (mixed % 900))}${mixed % 50}`];
    return [`tel:${index % 2 === 0 ? 'A' : 'a'}${mixed.toString(36)}`];
  });
  const { store, view } = viewOf(rows, columns);

  it.each(['ascending', 'descending'] as const)('sorts %s as comparing its texts does', (direction) => {
    expect(store.data(0).kind).toBe('blocks');
    view.filterBy([]);
    view.sortBy({ column: 'id', direction });
    expect(orderOf(view)).toEqual(expected(rows, { column: 'id', direction }, [], columns, ids));
  });

  it.each(['tel:', 'ab', 'xtel', 'i\u0307', '苦情1', '7tel:a', 'zz9', 'X', 'tel:xx'])(
    'is searched for %s as text by text',
    (text) => {
      view.sortBy(undefined);
      view.filterBy([{ column: 'id', text }]);
      expect(orderOf(view)).toEqual(expected(rows, undefined, [{ text }], columns));
    },
  );
});
