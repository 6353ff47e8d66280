export type { RowFilter, RowSort } from './model.ts';
export { createRowView, type RowView } from './rowView.ts';
