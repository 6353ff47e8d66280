import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell, Column, Row } from '#core/query/run/model.ts';
import { createRowStore } from '#core/query/run/store/index.ts';

const COLUMNS: readonly Column[] = [
  { key: 'name', title: 'Name', type: 'text' },
  { key: 'count', title: 'Count', type: 'number' },
  { key: 'handle', title: 'Handle', type: 'duration' },
  { key: 'start', title: 'Start', type: 'instant' },
  { key: 'known', title: 'Known', type: 'boolean' },
];

const cellOf = <T extends Cell>(value: fc.Arbitrary<T>): fc.Arbitrary<Cell> =>
  fc.oneof({ weight: 4, arbitrary: value }, { weight: 1, arbitrary: fc.constantFrom<Cell>(null, undefined) });

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', 'null', '__proto__', '\ud800', 'İ', '=1+1', '\0'),
);
const numbers = fc.double({ noNaN: true });
const anyRow: fc.Arbitrary<Row> = fc.tuple(
  cellOf(anyText),
  cellOf(numbers),
  cellOf(numbers),
  cellOf(fc.integer({ min: 0, max: 4e12 })),
  cellOf(fc.boolean()),
);

describe('a store', () => {
  it('gives back what was appended in any pieces: null, missing and empty stay apart', () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyRow, { maxLength: 8 }), { maxLength: 8 }), (pieces) => {
        const store = createRowStore(COLUMNS);
        for (const piece of pieces) store.append(piece);
        const rows = pieces.flat();
        expect(store.length).toBe(rows.length);
        for (const [index, row] of rows.entries()) {
          expect(store.row(index)).toEqual(row);
          for (const column of COLUMNS.keys()) expect(store.cell(index, column)).toBe(row[column]);
        }
      }),
    );
  });

  it('keeps every text when there are more than a dictionary holds', () => {
    const store = createRowStore([{ key: 'id', title: 'Id', type: 'text' }]);
    const text = (index: number): Cell => {
      if (index % 1000 === 7) return [null, undefined, ''][((index / 1000) % 3) | 0];
      return index % 50 === 3 ? `苦情 ${index} \ud800` : `id-${index}`;
    };
    const count = 90_000;
    for (let from = 0; from < count; from += 999) {
      const many = Math.min(999, count - from);
      store.append(Array.from({ length: many }, (_, index) => [text(from + index)]));
    }
    expect(store.data(0).kind).toBe('blocks');
    expect(store.length).toBe(count);
    for (let row = 0; row < count; row += 1)
      if (store.cell(row, 0) !== text(row)) expect([row, store.cell(row, 0)]).toEqual([row, text(row)]);
  });

  it('has nothing where there is no row or column', () => {
    const store = createRowStore(COLUMNS);
    store.append([['a', 1, 2, 3, true]]);
    expect(store.cell(1, 1)).toBeUndefined();
    expect(store.cell(0, 9)).toBeUndefined();
  });

  it.each([
    ['a text among numbers', ['a', 'b', 1, 1, true]],
    ['a number among texts', [1, 1, 1, 1, true]],
    ['a text among booleans', ['a', 1, 1, 1, 'true']],
  ] as const)('refuses %s, because it could not give it back', (_, row) => {
    expect(() => createRowStore(COLUMNS).append([row])).toThrow(/^The column (name|count|known) holds/);
  });
});
