export interface RowSort {
  /** Key of a column. */
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

/** A text that a column's cells must contain as they are shown, without regard to case; or any column's. */
export interface RowFilter {
  readonly column?: string;
  readonly text: string;
}
