/** The extension's side of a results view, over rows that are made up. Speaks the messages and nothing else. */
import type {
  FromView,
  ToView,
  ViewColumn,
  ViewFilter,
  ViewSort,
  ViewStatus,
} from '../../client/results/view/messages.ts';
import { cellOf, COLUMNS, orderOf } from './source.ts';

export interface FakeHostOptions {
  readonly rows?: number;
  readonly columns?: readonly ViewColumn[];
  readonly hidden?: readonly string[];
  readonly status?: Partial<ViewStatus>;
}

export type Heard<T extends FromView['type']> = Extract<FromView, { readonly type: T }>;

export interface FakeHost {
  hear(message: FromView): void;
  /** Every message of a kind, oldest first. */
  heard<T extends FromView['type']>(type: T): readonly Heard<T>[];
  /** Adds rows or changes the state, and tells the view. */
  update(change: { readonly rows?: number; readonly status?: Partial<ViewStatus> }): void;
  /** The same rows under another version. */
  reorder(): void;
  /** From now on windows are not answered, until they are let go. */
  hold(): void;
  /** Answers what was held, oldest first. */
  letGo(): void;
}

export function createFakeHost(tell: (message: ToView) => void, options: FakeHostOptions = {}): FakeHost {
  const messages: FromView[] = [];
  const columns = options.columns ?? COLUMNS;
  let rows = options.rows ?? 1000;
  let [sort, filters, version]: [ViewSort | undefined, readonly ViewFilter[], number] = [undefined, [], 1];
  let order = orderOf(rows, filters, sort);
  let held: (() => void)[] | undefined;
  let status: ViewStatus = {
    state: 'complete',
    rows,
    summary: `${rows.toLocaleString('en')} rows of ${rows.toLocaleString('en')} conversations in Northwind (sandbox)`,
    notes: [],
    elapsedMs: 2400,
    interval: '2026-11-01T00:00:00+01:00/2026-11-08T00:00:00+01:00',
    ...options.status,
  };

  const tellStatus = () => tell({ type: 'status', length: order.length, version, status: { ...status, rows } });
  const openView = () => {
    const hidden = options.hidden ?? [];
    tell({ type: 'open', title: 'Handled last week', columns, hidden, filters, ...(sort && { sort }) });
    tellStatus();
  };
  const reorder = () => {
    version += 1;
    order = orderOf(rows, filters, sort);
    tellStatus();
  };
  const answer = ({ id, fromRow, toRow, columns: keys }: Heard<'window'>) => {
    const cells = [...order.subarray(fromRow, toRow)].map((row) => keys.map((key) => cellOf(row, key)));
    const message: ToView = { type: 'window', id, version, fromRow, columns: keys, cells };
    if (held) held.push(() => tell(message));
    else tell(message);
  };

  return {
    hear(message) {
      messages.push(message);
      switch (message.type) {
        case 'ready':
          return openView();
        case 'rerun':
          [sort, filters, version] = [undefined, [], version + 1];
          order = orderOf(rows, filters, sort);
          return openView();
        case 'window':
          return answer(message);
        case 'sort':
          sort = message.sort;
          return reorder();
        case 'filter':
          filters = message.filters;
          return reorder();
      }
    },
    heard: (type) => messages.filter((message): message is Heard<typeof type> => message.type === type),
    update(change) {
      rows = change.rows ?? rows;
      order = orderOf(rows, filters, sort);
      status = { ...status, ...change.status };
      tellStatus();
    },
    reorder,
    hold() {
      held = [];
    },
    letGo() {
      const waiting = held ?? [];
      held = undefined;
      for (const send of waiting) send();
    },
  };
}
