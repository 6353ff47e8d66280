/**
 * The grid: an ARIA grid over rows that are elsewhere. The focus stays on the grid itself and the active cell is named
 * by `aria-activedescendant`, so that painting cells anew never loses the focus.
 */
import { cellId, createBody } from './body.ts';
import type { Columns } from './columns.ts';
import { element, oncePerFrame, setAttribute } from './dom.ts';
import { createHeader, headingId } from './header.ts';
import { listenToKeys } from './keyboard.ts';
import type { CellRange, ViewSort } from './messages.ts';
import { listenToPointer } from './pointer.ts';
import { contains, HEADINGS, type Place, rectangle } from './selection.ts';
import { createSelecting } from './selecting.ts';
import { createViewport } from './viewport.ts';
import type { Windows } from './windows.ts';
import { fittingWidth } from './widths.ts';

export interface GridParts {
  readonly columns: Columns;
  readonly windows: Windows;
  readonly sort: () => ViewSort | undefined;
  /** Keys of columns that are filtered. */
  readonly filtered: () => readonly string[];
  readonly actions: GridActions;
}

export interface GridActions {
  /** The next order of a column that was picked. */
  sort(column: string): void;
  copy(range: CellRange, headings: boolean): void;
  openMenu(column: string, place: { readonly x: number; readonly y: number }): void;
  findText(): void;
  /** A width was set, the position or the active cell is another: worth remembering. */
  moved(): void;
  say(sentence: string): void;
}

export interface Grid {
  readonly element: HTMLElement;
  readonly active: Place;
  readonly offset: number;
  readonly left: number;
  /** Columns, their order of rows or their filters are others. */
  refresh(): void;
  setLength(rows: number): void;
  /** To the first row; the active cell keeps its column. */
  toTop(): void;
  restore(offset: number, left: number, active: Place): void;
  copy(headings: boolean): void;
  fit(column: string): void;
  setLabel(title: string): void;
}

export function createGrid({ columns, windows, sort, filtered, actions }: GridParts): Grid {
  const headings = element('div', 'headings', { role: 'row', 'aria-rowindex': '1' });
  const rows = element('div', 'rows', { role: 'rowgroup' });
  const grid = element(
    'div',
    'grid',
    { role: 'grid', tabindex: '0', 'aria-multiselectable': 'true', 'aria-readonly': 'true' },
    element('div', 'head', { role: 'rowgroup' }, headings),
    rows,
  );
  let length = 0;

  const paint = oncePerFrame(() => paintNow());
  const viewport = createViewport(grid, rows, () => {
    want();
    paint();
    actions.moved();
  });
  const body = createBody(rows);
  const resize = (column: number, width: number) => {
    const key = columns.shown[column]?.key;
    if (key === undefined) return;
    columns.setWidth(key, width);
    viewport.setSize(length, columns.widths);
  };
  const header = createHeader(headings, {
    pick(column) {
      selecting.select({ row: HEADINGS, column }, false);
      sortBy(column);
    },
    openMenu(column, x, y) {
      selecting.select({ row: HEADINGS, column }, false);
      openMenu(x, y);
    },
    resize,
    resized: () => actions.moved(),
    fit,
  });

  const selecting = createSelecting(
    () => ({ rows: length, columns: columns.shown.length, page: viewport.page }),
    ({ row, column }) => viewport.reveal(row, column),
  );
  const widen = (to: 'everything' | 'rows' | 'columns') => {
    selecting.widen(to);
    paint();
  };
  const keys = (from: number, to: number) => columns.shown.slice(from, to).map(({ key }) => key);

  function want(): void {
    const { from, to } = viewport.rows;
    windows.want({ fromRow: from, toRow: to, columns: keys(0, Infinity) }, length);
  }

  function paintNow(): void {
    const { shown, widths } = columns;
    header.paint({ shown, widths, sort: sort(), filtered: filtered(), active: selecting.selection.active });
    const { rows: seenRows, columns: seenColumns, shift } = viewport;
    const { selection } = selecting;
    body.paint({ rows: seenRows, columns: seenColumns, shift, shown, widths, cells: windows.row, selection });
    setAttribute(grid, 'aria-rowcount', String(length + 1));
    setAttribute(grid, 'aria-colcount', String(shown.length));
    setAttribute(grid, 'aria-busy', windows.busy ? 'true' : undefined);
    setAttribute(grid, 'aria-activedescendant', idOfActive());
  }

  function idOfActive(): string | undefined {
    const { active } = selecting.selection;
    if (active.row === HEADINGS) return header.cell(active.column) && headingId(active.column);
    return body.cell(active) && cellId(active);
  }

  function sortBy(column: number): void {
    const key = columns.shown[column]?.key;
    if (key !== undefined) actions.sort(key);
  }

  function openMenu(x?: number, y?: number): void {
    const { active } = selecting.selection;
    const column = columns.shown[active.column]?.key;
    if (column === undefined) return;
    const cell = active.row === HEADINGS ? header.cell(active.column) : body.cell(active);
    const box = (cell ?? grid).getBoundingClientRect();
    actions.openMenu(column, { x: x ?? box.left, y: y ?? box.bottom });
  }

  function copy(withHeadings: boolean): void {
    const area = rectangle(selecting.selection);
    if (area.toRow <= area.fromRow) return;
    const { fromRow, toRow } = area;
    actions.copy({ fromRow, toRow, columns: keys(area.fromColumn, area.toColumn) }, withHeadings);
  }

  function fit(column: number): void {
    const shown = columns.shown[column];
    if (!shown) return;
    const { from, to } = viewport.rows;
    const cells = Array.from({ length: to - from }, (_, index) => windows.row(from + index)?.(shown.key));
    resize(column, fittingWidth(shown, cells, grid));
    actions.moved();
  }

  listenToKeys(grid, {
    get selection() {
      return selecting.selection;
    },
    move: selecting.move,
    selectAll: () => widen('everything'),
    selectRow: () => widen('rows'),
    selectColumn: () => widen('columns'),
    collapse: () => selecting.select(selecting.selection.active, false),
    copyWithHeadings: () => copy(true),
    sort: sortBy,
    openMenu: () => openMenu(),
    resizeBy(column, pixels) {
      resize(column, (columns.widths[column] ?? 0) + pixels);
      actions.say(`${columns.shown[column]?.title ?? ''}, ${columns.widths[column] ?? 0} pixels wide`);
      actions.moved();
    },
    findText: actions.findText,
  });
  listenToPointer(rows, {
    placeOf: body.placeOf,
    select: selecting.select,
    isSelected: (place) => contains(rectangle(selecting.selection), place),
    openMenu: (_, x, y) => openMenu(x, y),
  });
  // Selecting all would otherwise paint every text of the page as selected, too.
  document.addEventListener('selectstart', (event) => {
    if (document.activeElement === grid) event.preventDefault();
  });
  // The keys are for the rows as soon as the view is entered.
  window.addEventListener('focus', () => {
    if (document.activeElement === document.body) grid.focus();
  });
  // VS Code turns its copy key into this event, as a browser does.
  document.addEventListener('copy', (event) => {
    if (document.activeElement !== grid) return;
    event.preventDefault();
    copy(false);
  });

  return {
    element: grid,
    get active() {
      return selecting.selection.active;
    },
    get offset() {
      return viewport.offset;
    },
    get left() {
      return viewport.left;
    },
    refresh() {
      selecting.clamp();
      viewport.setSize(length, columns.widths);
    },
    setLength(next) {
      length = next;
      this.refresh();
    },
    toTop() {
      selecting.toTop();
      viewport.scrollTo(0);
    },
    restore(offset, left, active) {
      selecting.select(active, false);
      viewport.scrollTo(offset, left);
    },
    copy,
    fit: (column) => fit(columns.shown.findIndex(({ key }) => key === column)),
    setLabel: (title) => grid.setAttribute('aria-label', title),
  };
}
