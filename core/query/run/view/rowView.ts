import type { Row } from '../model.ts';
import type { RowStore } from '../store/index.ts';
import { matchesOf } from './matches.ts';
import type { RowFilter, RowSort } from './model.ts';
import { ordered } from './order.ts';
import { identity } from './radix.ts';

/** The rows of a store under a sort and filters. It looks at what was appended when it is next asked. */
export interface RowView {
  readonly length: number;
  /** Changes with the order of the rows, not with rows that come at the end. */
  readonly version: number;
  readonly sort: RowSort | undefined;
  readonly filters: readonly RowFilter[];
  /** A sort by a column that there is not is none. */
  sortBy(sort: RowSort | undefined): void;
  /** All of them must hold. An empty text is no filter; a column that there is not matches nothing. */
  filterBy(filters: readonly RowFilter[]): void;
  /** The store's number of the row that stands here; undefined beyond the end. */
  rowAt(position: number): number | undefined;
  /** In this order: all rows of the store, or only those that the filters leave. What is appended meanwhile is not among them. */
  rows(which: 'all' | 'shown'): Iterable<Row>;
}

export function createRowView(store: RowStore, { timeZone }: { readonly timeZone: string }): RowView {
  let sort: RowSort | undefined;
  let filters: readonly RowFilter[] = [];
  let version = 0;
  let seen = 0;
  /** Rows that the filters leave, in the order of the store; all rows where there is no filter. */
  let left: Uint32Array | undefined;
  /** `left` in the order of the sort, once somebody has asked for it. */
  let order: Uint32Array | undefined;

  const begin = (): void => {
    version += 1;
    seen = 0;
    left = undefined;
    order = undefined;
  };
  const catchUp = (): void => {
    if (seen === store.length) return;
    const before = left?.length ?? 0;
    if (filters.length > 0) left = joined(left, matchesOf(store, filters, seen, timeZone));
    const added = filters.length === 0 || (left?.length ?? 0) > before;
    if (sort && added) {
      order = undefined;
      if (seen > 0) version += 1;
    }
    seen = store.length;
  };
  const sorted = (rows: Uint32Array): Uint32Array => {
    const column = store.columns.findIndex(({ key }) => key === sort?.column);
    return ordered(store.data(column), rows, sort?.direction === 'descending');
  };
  /** Undefined where rows stand as they were appended. */
  const positions = (): Uint32Array | undefined => {
    catchUp();
    return sort ? (order ??= sorted(left ?? identity(store.length))) : left;
  };

  return {
    get length() {
      catchUp();
      return left?.length ?? store.length;
    },
    get version() {
      catchUp();
      return version;
    },
    get sort() {
      return sort;
    },
    get filters() {
      return filters;
    },
    sortBy(wanted) {
      catchUp();
      sort = store.columns.some(({ key }) => key === wanted?.column) ? wanted : undefined;
      order = undefined;
      version += 1;
    },
    filterBy(wanted) {
      filters = wanted.filter(({ text }) => text !== '');
      begin();
    },
    rowAt(position) {
      const rows = positions();
      return rows ? rows[position] : position < store.length ? position : undefined;
    },
    rows(which) {
      const rows = which === 'shown' ? positions() : sort && sorted(identity(store.length));
      return rowsOf(store, rows, rows?.length ?? store.length);
    },
  };
}

function* rowsOf(store: RowStore, order: Uint32Array | undefined, length: number): Iterable<Row> {
  for (let position = 0; position < length; position += 1) yield store.row(order?.[position] ?? position);
}

function joined(one: Uint32Array | undefined, other: Uint32Array): Uint32Array {
  if (!one || one.length === 0) return other;
  if (other.length === 0) return one;
  const both = new Uint32Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
