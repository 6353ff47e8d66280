import { shownCell, shownTitle } from '#core/query/run/display/index.ts';
import type { Column, Row } from '#core/query/run/model.ts';
import { createRowStore } from '#core/query/run/store/index.ts';
import { createRowView } from '#core/query/run/view/index.ts';
import type { CellRange, FromView, ToView, ViewCell, ViewStatus } from './view/messages.ts';

/** The rows of one run, and what the view asks of them. Knows no editor: it answers by `post`. */
export interface ResultSet {
  readonly columns: readonly Column[];
  append(rows: readonly Row[]): void;
  /** Shows everything anew to a view that has just opened, but for the columns that a person hid before. */
  open(title: string, hidden: readonly string[]): void;
  /** Tells the view how it stands, and how many rows there are now. */
  tell(status: ViewStatus): void;
  /** A window, a sort or a filter. Other messages are not for it. */
  handle(message: FromView): void;
  /** Cells as tab-separated text, as spreadsheets paste it, as many as a clipboard can hold. */
  copy(range: CellRange, headings: boolean): Copied;
  /** True while a filter hides rows. */
  isFiltered(): boolean;
  length(which: 'all' | 'shown'): number;
  /** In the order of the view. */
  rows(which: 'all' | 'shown'): Iterable<Row>;
}

export interface Copied {
  readonly text: string;
  readonly rows: number;
  /** Rows that were asked for and did not fit. */
  readonly left: number;
}

export interface ResultSetParts {
  readonly columns: readonly Column[];
  /** IANA. */
  readonly timeZone: string;
  readonly post: (message: ToView) => void;
}

/** A view has no use for more than a screenful at once; a request for more is a mistake of the view. */
const LARGEST_WINDOW = 1000;
/** What fits into a clipboard without the editor standing still. */
const MOST_COPIED_CELLS = 2_000_000;

export function createResultSet({ columns, timeZone, post }: ResultSetParts): ResultSet {
  const store = createRowStore(columns);
  const view = createRowView(store, { timeZone });
  const indexOf = new Map(columns.map(({ key }, index) => [key, index]));
  let status: ViewStatus | undefined;

  const cellAt = (position: number, key: string): ViewCell => {
    const row = view.rowAt(position);
    const index = indexOf.get(key) ?? -1;
    const column = columns[index];
    return row === undefined || !column ? '' : shownCell(store.cell(row, index), column, { timeZone });
  };
  const cells = ({ fromRow, toRow, columns: keys }: CellRange, most: number): readonly (readonly ViewCell[])[] => {
    const last = Math.min(toRow, view.length, fromRow + most);
    return Array.from({ length: Math.max(0, last - fromRow) }, (_, offset) =>
      keys.map((key) => cellAt(fromRow + offset, key)),
    );
  };
  const tellAgain = (): void => {
    if (status) post({ type: 'status', length: view.length, version: view.version, status });
  };

  return {
    columns,
    append: (rows) => store.append(rows),
    open(title, hidden) {
      const shown = columns.map((column) => ({ ...column, title: shownTitle(column, { timeZone }) }));
      const sort = view.sort;
      post({ type: 'open', title, columns: shown, hidden, filters: view.filters, ...(sort && { sort }) });
    },
    tell(now) {
      status = now;
      tellAgain();
    },
    handle(message) {
      switch (message.type) {
        case 'window':
          return post({
            type: 'window',
            id: message.id,
            version: view.version,
            fromRow: message.fromRow,
            columns: message.columns,
            cells: cells(message, LARGEST_WINDOW),
          });
        case 'sort':
          view.sortBy(message.sort);
          return tellAgain();
        case 'filter':
          view.filterBy(message.filters);
          return tellAgain();
        default:
      }
    },
    copy(range, headings) {
      const keys = range.columns.filter((key) => indexOf.has(key));
      const most = Math.floor(MOST_COPIED_CELLS / Math.max(1, keys.length));
      const titles = keys.map((key) => columns[indexOf.get(key) ?? -1]?.title ?? key);
      const lines = cells({ ...range, columns: keys }, most).map((row) => row.map(plainCell));
      const text = [...(headings ? [titles] : []), ...lines].map((line) => line.join('\t')).join('\n');
      const asked = Math.max(0, Math.min(range.toRow, view.length) - range.fromRow);
      return { text, rows: lines.length, left: asked - lines.length };
    },
    isFiltered: () => view.length < store.length,
    length: (which) => (which === 'all' ? store.length : view.length),
    rows: (which) => view.rows(which),
  };
}

/** A tab or a line break inside a cell would make two of it. */
function plainCell(cell: ViewCell): string {
  return (typeof cell === 'string' ? cell : cell.text).replaceAll(/[\t\r\n]+/g, ' ');
}
