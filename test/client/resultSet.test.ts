import { describe, expect, it } from 'vitest';
import type { Column } from '#core/query/run/model.ts';
import { createResultSet, type ResultSet } from '#client/results/resultSet.ts';
import type { ToView, ViewStatus } from '#client/results/view/messages.ts';

const columns: readonly Column[] = [
  { key: 'queue', title: 'Queue', type: 'text' },
  { key: 'start', title: 'Start', type: 'instant' },
  { key: 'tAcw', title: 'After-call work', type: 'duration' },
];

const status: ViewStatus = { state: 'running', rows: 0, summary: '', notes: [], elapsedMs: 0, interval: '' };

function resultSet(): { readonly set: ResultSet; readonly sent: ToView[] } {
  const sent: ToView[] = [];
  const set = createResultSet({ columns, timeZone: 'Europe/Amsterdam', post: (message) => void sent.push(message) });
  set.append([
    ['Billing', Date.UTC(2026, 10, 1, 12), 61_000],
    ['Support Voice', Date.UTC(2026, 10, 2, 12), undefined],
    ['Claims\tand\nmore', null, 500],
  ]);
  return { set, sent };
}

const windowOf = (sent: readonly ToView[]): Extract<ToView, { readonly type: 'window' }> => {
  const found = sent.findLast((message) => message.type === 'window');
  if (found?.type !== 'window') throw new Error('No window was sent.');
  return found;
};

const ask = (set: ResultSet, fromRow: number, toRow: number, keys: readonly string[]): void =>
  set.handle({ type: 'window', id: 7, fromRow, toRow, columns: keys });

describe('a result and its view', () => {
  it('tells the zone of instants in the heading', () => {
    const { set, sent } = resultSet();
    set.open('wraps', []);
    expect(sent).toMatchObject([
      { type: 'open', title: 'wraps', columns: [{}, { title: 'Start (Europe/Amsterdam)' }, {}] },
    ]);
  });

  it('answers a window with shown cells, in the asked columns and no further than there are rows', () => {
    const { set, sent } = resultSet();
    ask(set, 1, 50, ['tAcw', 'queue', 'gone']);
    expect(windowOf(sent)).toMatchObject({
      id: 7,
      fromRow: 1,
      cells: [
        [{ text: '', state: 'missing' }, 'Support Voice', ''],
        [{ hint: '500 ms' }, 'Claims\tand\nmore', ''],
      ],
    });
  });

  it('sorts and filters, and says how many rows are left under a new version', () => {
    const { set, sent } = resultSet();
    set.tell(status);
    set.handle({ type: 'sort', sort: { column: 'queue', direction: 'descending' } });
    ask(set, 0, 3, ['queue']);
    expect(windowOf(sent).cells).toEqual([['Support Voice'], ['Claims\tand\nmore'], ['Billing']]);
    set.handle({ type: 'filter', filters: [{ column: 'queue', text: 'BILL' }] });
    const [first, last] = [sent[0], sent.findLast(({ type }) => type === 'status')];
    expect(last).toMatchObject({ type: 'status', length: 1 });
    expect(first?.type === 'status' && last?.type === 'status' && last.version > first.version).toBe(true);
    expect(set.isFiltered()).toBe(true);
    expect([set.length('all'), set.length('shown')]).toEqual([3, 1]);
    expect([...set.rows('shown')].map(([queue]) => queue)).toEqual(['Billing']);
    expect([...set.rows('all')].map(([queue]) => queue)).toEqual(['Support Voice', 'Claims\tand\nmore', 'Billing']);
  });

  it('copies as tab-separated text that stays in its cells', () => {
    const { set } = resultSet();
    const { text, rows, left } = set.copy({ fromRow: 1, toRow: 9, columns: ['queue', 'start'] }, true);
    expect([rows, left]).toEqual([2, 0]);
    expect(text.split('\n').map((line) => line.split('\t'))).toEqual([
      ['Queue', 'Start'],
      ['Support Voice', '2026-11-02 13:00:00'],
      ['Claims and more', ''],
    ]);
  });

  it('keeps sort and filters when the view opens again', () => {
    const { set, sent } = resultSet();
    set.handle({ type: 'sort', sort: { column: 'tAcw', direction: 'ascending' } });
    set.handle({ type: 'filter', filters: [{ text: 'i' }] });
    set.open('wraps', []);
    expect(sent.at(-1)).toMatchObject({ sort: { column: 'tAcw' }, filters: [{ text: 'i' }] });
  });
});
