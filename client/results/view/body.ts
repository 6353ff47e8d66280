/** The rows that are seen, as elements. They are moved and filled again instead of made anew. */
import { paintCell } from './cells.ts';
import { startsOf } from './columns.ts';
import { element, setAttribute } from './dom.ts';
import type { ViewCell, ViewColumn } from './messages.ts';
import { ROW_HEIGHT } from './offsets.ts';
import { contains, type Place, rectangle, type Selection } from './selection.ts';
import type { Span } from './viewport.ts';

export interface BodyPicture {
  readonly rows: Span;
  readonly columns: Span;
  readonly shift: number;
  readonly shown: readonly ViewColumn[];
  readonly widths: readonly number[];
  readonly cells: (row: number) => ((column: string) => ViewCell | undefined) | undefined;
  readonly selection: Selection;
}

export interface Body {
  paint(picture: BodyPicture): void;
  /** The element of a cell that is painted now. */
  cell(place: Place): HTMLElement | undefined;
  /** Where an element that was pointed at belongs. */
  placeOf(target: Element): Place | undefined;
}

interface PaintedRow {
  readonly element: HTMLElement;
  row: number;
  /** The row and the columns that its cells were last painted for. */
  place: string;
}

export const cellId = ({ row, column }: Place) => `cell-${row}-${column}`;

export function createBody(body: HTMLElement): Body {
  /** In the order of the document, which is the order that is read aloud. */
  let painted: readonly PaintedRow[] = [];
  let columns: Span = { from: 0, to: 0 };

  const create = (): PaintedRow => ({ element: element('div', 'row', { role: 'row' }), row: -1, place: '' });

  /** Keeps rows that are still seen, and moves the others to the end where new ones are needed. */
  const arrange = ({ from, to }: Span) => {
    const kept = painted.filter(({ row }) => row >= from && row < to);
    const free = painted.filter(({ row }) => row < from || row >= to);
    const [first, last] = [kept[0]?.row ?? to, kept.at(-1)?.row ?? to - 1];
    const take = (row: number) => Object.assign(free.pop() ?? create(), { row });
    const above = Array.from({ length: first - from }, (_, index) => take(from + index));
    const below = Array.from({ length: to - 1 - last }, (_, index) => take(last + 1 + index));
    for (const { element: leftOver } of free) leftOver.remove();
    const anchor = kept[0]?.element ?? null;
    for (const { element: row } of above) body.insertBefore(row, anchor);
    body.append(...below.map(({ element: row }) => row));
    painted = [...above, ...kept, ...below];
  };

  const paintRow = (painting: PaintedRow, picture: BodyPicture, starts: readonly number[], seen: string) => {
    const { element: target, row } = painting;
    target.style.transform = `translateY(${row * ROW_HEIGHT + picture.shift}px)`;
    setAttribute(target, 'aria-rowindex', String(row + 2));
    const count = columns.to - columns.from;
    while (target.children.length > count) target.lastElementChild?.remove();
    while (target.children.length < count) target.append(element('div', 'cell', { role: 'gridcell' }));
    // The text of another place must not stay while that of this one is on its way.
    const place = `${row}:${seen}`;
    if (painting.place !== place) for (const cell of target.children) cell.textContent = '';
    painting.place = place;
    const cells = picture.cells(row);
    const area = rectangle(picture.selection);
    target.classList.toggle('odd', row % 2 === 1);
    setAttribute(target, 'aria-busy', cells ? undefined : 'true');
    for (const [index, cell] of [...target.children].entries()) {
      const column = columns.from + index;
      const shown = picture.shown[column];
      if (!(cell instanceof HTMLElement) || !shown) continue;
      const here = { row, column };
      cell.id = cellId(here);
      cell.style.left = `${starts[column] ?? 0}px`;
      cell.style.width = `${picture.widths[column] ?? 0}px`;
      setAttribute(cell, 'aria-colindex', String(column + 1));
      setAttribute(cell, 'aria-selected', String(contains(area, here)));
      paintCell(cell, cells?.(shown.key), shown.type);
      const { active } = picture.selection;
      cell.classList.toggle('active', active.row === row && active.column === column);
    }
  };

  return {
    paint(picture) {
      columns = picture.columns;
      arrange(picture.rows);
      const starts = startsOf(picture.widths);
      const seen = String(picture.shown.slice(columns.from, columns.to).map(({ key }) => key));
      for (const row of painted) paintRow(row, picture, starts, seen);
    },
    cell({ row, column }) {
      const found = painted.find((one) => one.row === row)?.element.children[column - columns.from];
      return found instanceof HTMLElement ? found : undefined;
    },
    placeOf(target) {
      const cell = target.closest('.cell');
      const row = painted.find(({ element: one }) => one === cell?.parentElement);
      const index = row && cell ? [...row.element.children].indexOf(cell) : -1;
      return row && index >= 0 ? { row: row.row, column: columns.from + index } : undefined;
    },
  };
}
