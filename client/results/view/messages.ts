/**
 * What the results view and the extension say to each other. Plain data only; the view has no other way to anything.
 * Rows stay with the extension: the view asks for windows of cells.
 */

/** A column as the view shows it. */
export interface ViewColumn {
  readonly key: string;
  readonly title: string;
  readonly type: 'text' | 'number' | 'duration' | 'instant' | 'boolean';
  readonly description?: string;
}

/** A cell as it is shown. `null` and a missing field are told apart by `state`; `hint` is its tooltip. */
export type ViewCell =
  | string
  | { readonly text: string; readonly state?: 'null' | 'missing' | 'empty'; readonly hint?: string };

export interface ViewSort {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

/** A text that a column's cells must contain, without regard to case; or any column's, where `column` is left out. */
export interface ViewFilter {
  readonly column?: string;
  readonly text: string;
}

export type RunState = 'running' | 'complete' | 'partial' | 'failed';

export interface ViewStatus {
  readonly state: RunState;
  /** Rows read so far. */
  readonly rows: number;
  /** One line, for example `1,240 rows of 2,310 conversations in Northwind (sandbox)`. */
  readonly summary: string;
  /** Sentences: what is missing and why, notes about the result. */
  readonly notes: readonly string[];
  /** Milliseconds so far, or of the whole run. */
  readonly elapsedMs: number;
  /** For example `2026-11-01T00:00:00+01:00/2026-11-08T00:00:00+01:00`. */
  readonly interval: string;
}

export interface CellRange {
  readonly fromRow: number;
  /** Exclusive. */
  readonly toRow: number;
  /** Column keys in the order of the view. */
  readonly columns: readonly string[];
}

export type ToView =
  | {
      readonly type: 'open';
      readonly title: string;
      readonly columns: readonly ViewColumn[];
      /** Columns to hide at first. */
      readonly hidden: readonly string[];
      readonly sort?: ViewSort;
      readonly filters: readonly ViewFilter[];
    }
  /** Rows under the present sort and filters; `version` changes with their order, not with rows at the end. */
  | { readonly type: 'status'; readonly length: number; readonly version: number; readonly status: ViewStatus }
  /** Row-major; answers the request of that id. An answer to another version than the present one is dropped. */
  | {
      readonly type: 'window';
      readonly id: number;
      readonly version: number;
      readonly fromRow: number;
      readonly columns: readonly string[];
      readonly cells: readonly (readonly ViewCell[])[];
    };

export type FromView =
  | { readonly type: 'ready' }
  | ({ readonly type: 'window'; readonly id: number } & CellRange)
  | { readonly type: 'sort'; readonly sort?: ViewSort }
  | { readonly type: 'filter'; readonly filters: readonly ViewFilter[] }
  | ({ readonly type: 'copy'; readonly headings: boolean } & CellRange)
  | { readonly type: 'export'; readonly format: 'csv' | 'json' }
  | { readonly type: 'cancel' }
  | { readonly type: 'rerun' }
  | { readonly type: 'showBody' }
  /** What to restore after a reload of the window. */
  | { readonly type: 'hidden'; readonly columns: readonly string[] };
