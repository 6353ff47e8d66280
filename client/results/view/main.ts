/** The results view: takes the extension's messages, shows them, and tells it what a person asks for. */
import { createAnnouncer } from './announcer.ts';
import { createBanner } from './banner.ts';
import { type ColumnActions, columnList, columnMenu } from './columnMenu.ts';
import { createColumns } from './columns.ts';
import { connect } from './connection.ts';
import { element } from './dom.ts';
import { createEmptyState } from './emptyState.ts';
import { createFilterBar } from './filterBar.ts';
import { createGrid } from './grid.ts';
import { openMenu } from './menu.ts';
import type { ToView, ViewSort, ViewStatus } from './messages.ts';
// oxlint-disable-next-line import/no-unassigned-import -- the bundler writes it beside the script
import './results.css';
import { createToolbar } from './toolbar.ts';
import { createWindows } from './windows.ts';

const connection = connect();
const columns = createColumns();
const announcer = createAnnouncer();
const banner = createBanner();
const windows = createWindows((id, range) => connection.send({ type: 'window', id, ...range }));
let memory = connection.recall();
let sort: ViewSort | undefined;
let status: ViewStatus | undefined;
let length = 0;
/** The filters were changed here, and what they leave is not told yet. */
let filtering = false;

const filters = createFilterBar(
  (set) => {
    filtering = true;
    connection.send({ type: 'filter', filters: set });
    grid.toTop();
    grid.refresh();
  },
  () => grid.element.focus(),
);
const empty = createEmptyState(() => {
  filters.clear();
  grid.element.focus();
});

const setSort = (next: ViewSort | undefined) => {
  sort = next;
  connection.send({ type: 'sort', ...(next && { sort: next }) });
  grid.toTop();
  grid.refresh();
  announcer.say(next ? `Sorted by ${titleOf(next.column)}, ${next.direction}` : 'Not sorted');
};
const titleOf = (key: string) => columns.all.find((column) => column.key === key)?.title ?? key;

const columnActions: ColumnActions = {
  sort: setSort,
  filter: filters.filterColumn,
  setShown(key, shown) {
    if (columns.setShown(key, shown)) columnsChanged();
  },
  showAll() {
    columns.showAll();
    columnsChanged();
  },
  fit: (key) => grid.fit(key),
  copy: (headings) => grid.copy(headings),
};

const grid = createGrid({
  columns,
  windows,
  sort: () => sort,
  filtered: () => filters.filters.flatMap(({ column }) => (column === undefined ? [] : [column])),
  actions: {
    sort: (column) => setSort(nextSort(column)),
    copy: (range, headings) => connection.send({ type: 'copy', headings, ...range }),
    openMenu(key, place) {
      const column = columns.all.find((one) => one.key === key);
      if (column) openMenu(column.title, columnMenu(column, sort, columnActions), place, grid.element);
    },
    findText: filters.focus,
    moved: rememberSoon,
    say: announcer.say,
  },
});

const toolbar = createToolbar({
  cancel: () => connection.send({ type: 'cancel' }),
  rerun: () => connection.send({ type: 'rerun' }),
  export: (format) => connection.send({ type: 'export', format }),
  showBody: () => connection.send({ type: 'showBody' }),
  showColumns(button) {
    const { left, bottom } = button.getBoundingClientRect();
    openMenu('Columns', columnList(columns, columnActions), { x: left, y: bottom }, button);
  },
});

/** A heading picked again and again: up, down, as the rows came. */
function nextSort(column: string): ViewSort | undefined {
  if (sort?.column !== column) return { column, direction: 'ascending' };
  return sort.direction === 'ascending' ? { column, direction: 'descending' } : undefined;
}

function columnsChanged(): void {
  connection.send({ type: 'hidden', columns: columns.hidden });
  grid.refresh();
  remember();
}

/** VS Code is sent each state, so not with every step of scrolling. */
const REMEMBER_MS = 200;
let remembering: ReturnType<typeof setTimeout> | undefined;

function rememberSoon(): void {
  remembering ??= setTimeout(remember, REMEMBER_MS);
}

function remember(): void {
  clearTimeout(remembering);
  remembering = undefined;
  // Not before the rows are there: what is remembered has still to be restored.
  if (memory || length === 0) return;
  connection.remember({
    columns: columns.all.map(({ key }) => key),
    hidden: columns.hidden,
    widths: columns.chosenWidths,
    offset: grid.offset,
    left: grid.left,
    active: grid.active,
  });
}

function hear(message: ToView): void {
  switch (message.type) {
    case 'open':
      return open(message);
    case 'status':
      return showStatus(message);
    case 'window':
      if (windows.accept(message)) grid.refresh();
  }
}

function open(message: Extract<ToView, { readonly type: 'open' }>): void {
  const keys = String(message.columns.map(({ key }) => key));
  if (memory && String(memory.columns) !== keys) memory = undefined;
  // What a person hid stays hidden when the same query is run again.
  const kept = String(columns.all.map(({ key }) => key)) === keys ? columns.hidden : memory?.hidden;
  columns.open(message.columns, kept ?? message.hidden, memory?.widths);
  if (kept && String(kept) !== String(message.hidden)) connection.send({ type: 'hidden', columns: kept });
  sort = message.sort;
  filters.set(message.filters, message.columns);
  status = undefined;
  length = 0;
  windows.reset(-1);
  document.title = message.title;
  grid.setLabel(message.title);
  grid.setLength(0);
  grid.toTop();
  show();
}

function showStatus(message: Extract<ToView, { readonly type: 'status' }>): void {
  if (message.version !== windows.version) windows.reset(message.version);
  status = message.status;
  length = message.length;
  grid.setLength(length);
  if (memory && length > 0) {
    const { offset, left, active } = memory;
    memory = undefined;
    grid.restore(offset, left, active);
  }
  show();
}

function show(): void {
  const told = empty.show(status, length);
  if (!status) return;
  toolbar.show(status);
  banner.show({ ...status, notes: status.notes.filter((note) => !told.includes(note)) });
  announcer.status(status);
  document.body.classList.toggle('running', status.state === 'running');
  const { rows } = status;
  const matches = filters.filters.length > 0 ? `${count(length)} of ${count(rows)} rows match` : '';
  filters.showCount(matches);
  if (filtering) announcer.say(matches || `${count(rows)} rows`);
  filtering = false;
}

const count = (rows: number) => rows.toLocaleString('en');

document.body.append(
  element('div', 'progress', { 'aria-hidden': 'true' }),
  toolbar.element,
  banner.element,
  element('div', 'second', {}, filters.element, toolbar.interval),
  element('main', 'content', {}, grid.element, empty.element),
  announcer.element,
);
window.addEventListener('pagehide', remember);
connection.listen(hear);
connection.send({ type: 'ready' });
