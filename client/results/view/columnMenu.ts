/** What can be done with one column, and the list of all columns. */
import type { Columns } from './columns.ts';
import type { MenuItem } from './menu.ts';
import type { ViewColumn, ViewSort } from './messages.ts';

const [CONTROL, SHIFT] = navigator.userAgent.includes('Macintosh') ? ['⌘', '⇧'] : ['Ctrl+', 'Shift+'];

export interface ColumnActions {
  sort(sort: ViewSort | undefined): void;
  filter(column: ViewColumn): void;
  setShown(key: string, shown: boolean): void;
  showAll(): void;
  fit(key: string): void;
  copy(headings: boolean): void;
}

export function columnMenu(
  column: ViewColumn,
  sort: ViewSort | undefined,
  actions: ColumnActions,
): readonly MenuItem[] {
  const { key } = column;
  const sorted = sort?.column === key;
  return [
    { label: 'Sort Ascending', icon: 'up', act: () => actions.sort({ column: key, direction: 'ascending' }) },
    { label: 'Sort Descending', icon: 'down', act: () => actions.sort({ column: key, direction: 'descending' }) },
    ...(sorted ? [{ label: 'Clear Sort', act: () => actions.sort(undefined) }] : []),
    'line',
    { label: 'Filter This Column', icon: 'filter', act: () => actions.filter(column) },
    { label: 'Fit Width to Content', icon: 'width', act: () => actions.fit(key) },
    { label: 'Hide Column', icon: 'hide', act: () => actions.setShown(key, false) },
    'line',
    { label: 'Copy', icon: 'copy', hint: `${CONTROL}C`, act: () => actions.copy(false) },
    { label: 'Copy with Headings', hint: `${CONTROL}${SHIFT}C`, act: () => actions.copy(true) },
  ];
}

export function columnList(columns: Columns, actions: ColumnActions): readonly MenuItem[] {
  const isShown = (key: string) => columns.shown.some((column) => column.key === key);
  return [
    ...(columns.hidden.length > 0 ? [{ label: 'Show All', act: actions.showAll }, 'line' as const] : []),
    ...columns.all.map(({ key, title }) => ({
      label: title,
      checked: () => isShown(key),
      toggle: () => actions.setShown(key, !isShown(key)),
    })),
  ];
}
