import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elapsedText } from '../../client/results/view/elapsed.ts';
import {
  clampOffset,
  columnsSeen,
  offsetOf,
  offsetShowing,
  ratio,
  ROW_HEIGHT,
  scrollTopOf,
  spacerHeight,
  tallest,
} from '../../client/results/view/offsets.ts';
import {
  at,
  contains,
  HEADINGS,
  type Limits,
  moved,
  rectangle,
  widened,
  within,
} from '../../client/results/view/selection.ts';

const extents = fc.record({
  rows: fc.nat(20_000_000),
  view: fc.integer({ min: 22, max: 5000 }),
  tallest: fc.constantFrom(tallest(1), tallest(2.5), tallest(9)),
});
const limits = fc.record({
  rows: fc.nat(2_000_000),
  columns: fc.integer({ min: 1, max: 200 }),
  page: fc.integer({ min: 1, max: 200 }),
});
const places = fc.record({ row: fc.integer({ min: -1, max: 2_000_000 }), column: fc.nat(200) });
const keys = fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End');

describe('offsets', () => {
  it('come back from the scroll bar within half of what one of its pixels stands for', () => {
    fc.assert(
      fc.property(extents, fc.double({ min: 0, max: 1, noNaN: true }), (extent, share) => {
        const offset = clampOffset(share * extent.rows * ROW_HEIGHT, extent);
        const back = offsetOf(scrollTopOf(offset, extent), extent);
        expect(Math.abs(back - offset)).toBeLessThanOrEqual(ratio(extent) / 2 + 1);
      }),
    );
  });

  it('reach the last row where the scroll bar ends, and never more than Chromium lays out', () => {
    fc.assert(
      fc.property(extents, (extent) => {
        const height = spacerHeight(extent);
        expect(height).toBeLessThanOrEqual(extent.tallest);
        const end = offsetOf(Math.max(0, height - extent.view), extent);
        expect(end).toBe(Math.max(0, extent.rows * ROW_HEIGHT - extent.view));
      }),
    );
  });

  it('show a row whole, and do not move for one that is', () => {
    fc.assert(
      fc.property(extents, fc.nat(), fc.nat(), (extent, one, other) => {
        fc.pre(extent.rows > 0);
        const row = one % extent.rows;
        const offset = offsetShowing(row, clampOffset(other, extent), extent);
        expect(row * ROW_HEIGHT).toBeGreaterThanOrEqual(offset);
        expect((row + 1) * ROW_HEIGHT).toBeLessThanOrEqual(offset + extent.view);
        expect(offsetShowing(row, offset, extent)).toBe(offset);
      }),
    );
  });

  it('know which columns are seen', () => {
    expect(columnsSeen([100, 100, 100, 100, 100], 0, 150)).toEqual({ from: 0, to: 3 });
    expect(columnsSeen([100, 100, 100, 100, 100], 250, 100)).toEqual({ from: 1, to: 5 });
    expect(columnsSeen([100, 100, 100], 0, 1000)).toEqual({ from: 0, to: 3 });
    expect(columnsSeen([], 0, 1000)).toEqual({ from: 0, to: 0 });
  });
});

describe('moves', () => {
  it('never leave the grid', () => {
    fc.assert(
      fc.property(limits, places, keys, fc.boolean(), (area, place, key, far) => {
        const from = within(place, area);
        const to = moved(from, { key, far }, area);
        expect(to).toEqual(within(to ?? from, area));
      }),
    );
  });

  it('go to the headings and back, and not by a page', () => {
    const area: Limits = { rows: 100, columns: 3, page: 20 };
    expect(moved({ row: 0, column: 1 }, { key: 'ArrowUp', far: false }, area)).toEqual({ row: HEADINGS, column: 1 });
    expect(moved({ row: HEADINGS, column: 1 }, { key: 'PageUp', far: false }, area)?.row).toBe(HEADINGS);
    expect(moved({ row: HEADINGS, column: 1 }, { key: 'PageDown', far: false }, area)?.row).toBe(20);
    expect(moved({ row: 5, column: 1 }, { key: 'PageUp', far: false }, area)?.row).toBe(0);
    expect(moved({ row: 5, column: 1 }, { key: 'x', far: false }, area)).toBeUndefined();
  });
});

describe('selections', () => {
  it('hold their active cell and their anchor, unless that is a heading', () => {
    fc.assert(
      fc.property(limits, places, places, (area, one, other) => {
        const [active, anchor] = [within(one, area), within(other, area)];
        fc.pre(active.row !== HEADINGS && anchor.row !== HEADINGS);
        const selected = rectangle({ active, anchor });
        expect(contains(selected, active) && contains(selected, anchor)).toBe(true);
      }),
    );
    const { fromRow, toRow } = rectangle(at({ row: HEADINGS, column: 1 }));
    expect(toRow - fromRow).toBe(0);
  });

  it('widen to whole rows, whole columns or everything around the same cell', () => {
    const area: Limits = { rows: 100, columns: 5, page: 20 };
    const selection = { active: { row: 7, column: 3 }, anchor: { row: 4, column: 2 } };
    const widenedTo = (to: 'rows' | 'columns' | 'everything') => rectangle(widened(selection, to, area));
    expect(widenedTo('rows')).toEqual({ fromRow: 4, toRow: 8, fromColumn: 0, toColumn: 5 });
    expect(widenedTo('columns')).toEqual({ fromRow: 0, toRow: 100, fromColumn: 2, toColumn: 4 });
    expect(widenedTo('everything')).toEqual({ fromRow: 0, toRow: 100, fromColumn: 0, toColumn: 5 });
    expect(widened(selection, 'rows', area).active).toEqual(selection.active);
  });
});

it.each([
  [0, '0.0 s'],
  [1234, '1.2 s'],
  [9_949, '9.9 s'],
  [12_900, '12 s'],
  [185_000, '3 min 05 s'],
])('%d ms are read as %s', (milliseconds, text) => {
  expect(elapsedText(milliseconds)).toBe(text);
});
