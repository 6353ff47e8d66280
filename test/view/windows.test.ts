import { describe, expect, it } from 'vitest';
import type { CellRange } from '../../client/results/view/messages.ts';
import { BLOCK, BLOCKS_KEPT, createWindows } from '../../client/results/view/windows.ts';

const COLUMNS = ['a', 'b'];

/** Windows over rows whose cells are `<version>:<row>:<column>`. */
function setUp(version = 1) {
  const asked: { readonly id: number; readonly range: CellRange }[] = [];
  const windows = createWindows((id, range) => asked.push({ id, range }));
  windows.reset(version);
  const answer = (at: number, of = version) => {
    const { id, range } = asked.at(at) ?? expect.fail('was not asked');
    const rows = Array.from({ length: range.toRow - range.fromRow }, (_, index) => range.fromRow + index);
    const cells = rows.map((row) => range.columns.map((key) => `${of}:${row}:${key}`));
    return windows.accept({ type: 'window', id, version: of, fromRow: range.fromRow, columns: range.columns, cells });
  };
  const want = (fromRow: number, toRow: number, length = 1_000_000, columns: readonly string[] = COLUMNS) =>
    windows.want({ fromRow, toRow, columns }, length);
  return { windows, asked, answer, want };
}

describe('windows of cells', () => {
  it('are asked for in blocks, once', () => {
    const { windows, asked, answer, want } = setUp();
    want(0, 40);
    want(3, 43);
    expect(asked).toEqual([{ id: 1, range: { fromRow: 0, toRow: BLOCK, columns: COLUMNS } }]);
    expect(windows.busy).toBe(true);
    expect(windows.row(3)).toBeUndefined();
    answer(0);
    expect(windows.busy).toBe(false);
    expect(windows.row(3)?.('b')).toBe('1:3:b');
    want(10, 50);
    expect(asked).toHaveLength(1);
  });

  it('take what an earlier question brings, and still wait for the latest', () => {
    const { windows, asked, answer, want } = setUp();
    want(0, 40);
    want(5000, 5040);
    expect(asked.map(({ id }) => id)).toEqual([1, 2]);
    expect(answer(0)).toBe(true);
    expect(windows.busy).toBe(true);
    expect(windows.row(0)?.('a')).toBe('1:0:a');
    answer(1);
    expect(windows.busy).toBe(false);
  });

  it('are asked for again after a question that was never answered', () => {
    const { asked, want } = setUp();
    want(0, 40);
    want(5000, 5040);
    want(0, 40);
    expect(asked.map(({ range }) => range.fromRow)).toEqual([0, 4992, 0]);
  });

  it('drop what belongs to another order of rows', () => {
    const { windows, asked, answer, want } = setUp();
    want(0, 40);
    windows.reset(2);
    expect(answer(0, 1)).toBe(false);
    expect(windows.row(0)).toBeUndefined();
    want(0, 40);
    answer(1, 2);
    expect(windows.row(0)?.('a')).toBe('2:0:a');
    windows.reset(3);
    expect(windows.row(0)).toBeUndefined();
    expect(asked).toHaveLength(2);
  });

  it('ask again for a block that had ended with the rows of its time, and show it meanwhile', () => {
    const { windows, asked, answer, want } = setUp();
    want(0, 40, 10);
    answer(0);
    want(0, 40, 30);
    expect(asked.at(-1)?.range).toEqual({ fromRow: 0, toRow: 30, columns: COLUMNS });
    expect(windows.row(9)?.('a')).toBe('1:9:a');
    expect(windows.row(10)).toBeUndefined();
    answer(1);
    expect(windows.row(29)?.('a')).toBe('1:29:a');
  });

  it('ask again for a column that was hidden before, and show the others meanwhile', () => {
    const { windows, asked, answer, want } = setUp();
    want(0, 40);
    answer(0);
    want(0, 40, 1_000_000, ['a', 'b', 'c']);
    expect(asked).toHaveLength(2);
    expect(windows.row(0)?.('a')).toBe('1:0:a');
    expect(windows.row(0)?.('c')).toBeUndefined();
    want(0, 40, 1_000_000, ['b']);
    expect(asked).toHaveLength(2);
  });

  it('keep the latest blocks and let the others go', () => {
    const { windows, asked, answer, want } = setUp();
    for (let block = 0; block <= BLOCKS_KEPT; block += 1) {
      want(block * BLOCK, block * BLOCK + 40);
      answer(-1);
    }
    expect(windows.row(0)).toBeUndefined();
    expect(windows.row(BLOCK)?.('a')).toBeDefined();
    expect(asked).toHaveLength(BLOCKS_KEPT + 1);
  });

  it('ask for nothing where there is nothing', () => {
    const { windows, asked, want } = setUp();
    want(0, 0);
    want(0, 40, 0);
    want(0, 40, 100, []);
    expect(asked).toEqual([]);
    expect(windows.busy).toBe(false);
  });
});
