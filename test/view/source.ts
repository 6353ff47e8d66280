/** Rows that stand in for a result: made from their number, so that a million cost nothing. */
import type { ViewCell, ViewColumn, ViewFilter, ViewSort } from '../../client/results/view/messages.ts';

export const COLUMNS: readonly ViewColumn[] = [
  { key: 'row', title: 'Row', type: 'number', description: 'Counts from 1.' },
  { key: 'start', title: 'Start (Europe/Rome)', type: 'instant' },
  { key: 'queue', title: 'Queue', type: 'text', description: 'The last queue of the session.' },
  { key: 'agent', title: 'Agent', type: 'text' },
  { key: 'wrapUp', title: 'Wrap-up code', type: 'text' },
  { key: 'handle', title: 'Handle time', type: 'duration' },
  { key: 'nps', title: 'NPS', type: 'number' },
  { key: 'open', title: 'Open', type: 'boolean' },
  { key: 'conversation', title: 'Conversation id', type: 'text' },
  { key: 'remote', title: 'From', type: 'text' },
];

const QUEUES = [
  'Sales Voice',
  'Support Voice',
  'Support Chat',
  'Billing',
  'Returns Email',
  'Callbacks',
  'VIP',
  'Night',
];
const AGENTS = ['Ada Lovelace', 'Grace Hopper', 'Linus Ng', 'Zoë Müller', 'José Ñandú', 'نور الدين'];
const CODES = ['Resolved', 'Follow-up', 'Refund › Damaged', 'Wrong number', 'Escalated'];

/** The cell of a row, from 0. Some wrap-ups are null, some missing, some empty; some texts are hostile. */
export function cellOf(row: number, column: string): ViewCell {
  const pick = (words: readonly string[]) => words[row % words.length] ?? '';
  switch (column) {
    case 'row':
      return (row + 1).toLocaleString('en');
    case 'start': {
      const minutes = String(row % 60).padStart(2, '0');
      return { text: `2026-11-01 09:${minutes}:07`, hint: `2026-11-01T08:${minutes}:07.000Z` };
    }
    case 'queue':
      return pick(QUEUES);
    case 'agent':
      return pick(AGENTS);
    case 'wrapUp':
      if (row % 7 === 3) return { text: '', state: 'null', hint: 'The wrap-up was skipped.' };
      if (row % 7 === 5) return { text: '', state: 'missing' };
      if (row % 7 === 6) return { text: '', state: 'empty' };
      return row % 7 === 4 ? '<img src=x onerror=alert(1)>' : pick(CODES);
    case 'handle':
      return `${(row * 37) % 59} min ${String((row * 13) % 60).padStart(2, '0')} s`;
    case 'nps':
      return row % 5 === 2 ? { text: '', state: 'missing' } : String(row % 11);
    case 'open':
      return row % 9 === 0 ? 'yes' : 'no';
    case 'conversation':
      return `${(row * 2654435761).toString(16).padStart(12, '0').slice(-8)}-4c1e-4f60-9d1b-${row.toString(16).padStart(12, '0')}`;
    default:
      return `tel:+39 02 ${String(row).padStart(7, '0')}`;
  }
}

export const textOf = (cell: ViewCell) => (typeof cell === 'string' ? cell : cell.text);

/** The numbers of the rows that pass, in order. Sorting is by the row's number, whatever the column. */
export function orderOf(rows: number, filters: readonly ViewFilter[], sort: ViewSort | undefined): Uint32Array {
  const passes = (row: number) =>
    filters.every(({ column, text }) =>
      (column === undefined ? COLUMNS.map(({ key }) => key) : [column]).some((key) =>
        textOf(cellOf(row, key)).toLowerCase().includes(text.toLowerCase()),
      ),
    );
  const all = Uint32Array.from({ length: rows }, (_, row) => row);
  const order = filters.length > 0 ? all.filter(passes) : all;
  return sort?.direction === 'descending' ? order.reverse() : order;
}
