/** The row of headings: titles, sort arrows, marks of filters, and grips that resize. */
import { startsOf } from './columns.ts';
import { element } from './dom.ts';
import { icon } from './icons.ts';
import type { ViewColumn, ViewSort } from './messages.ts';
import { HEADINGS, type Place } from './selection.ts';

export interface HeaderPicture {
  readonly shown: readonly ViewColumn[];
  readonly widths: readonly number[];
  readonly sort: ViewSort | undefined;
  /** Keys of columns that are filtered. */
  readonly filtered: readonly string[];
  readonly active: Place;
}

export interface HeaderActions {
  /** A heading was clicked. */
  pick(column: number): void;
  /** At the pointer. */
  openMenu(column: number, x: number, y: number): void;
  resize(column: number, width: number): void;
  /** The drag has ended. */
  resized(): void;
  fit(column: number): void;
}

export interface Header {
  paint(picture: HeaderPicture): void;
  cell(column: number): HTMLElement | undefined;
}

export const headingId = (column: number) => `heading-${column}`;

const SORTS = { ascending: 'up', descending: 'down' } as const;

export function createHeader(row: HTMLElement, actions: HeaderActions): Header {
  let cells: readonly HTMLElement[] = [];
  let drawn = '';

  const draw = ({ shown, sort, filtered }: HeaderPicture) => {
    cells = shown.map((column, at) => {
      const direction = sort?.column === column.key ? sort.direction : undefined;
      const cell = element(
        'div',
        `heading ${column.type}`,
        {
          role: 'columnheader',
          id: headingId(at),
          'aria-colindex': String(at + 1),
          'aria-sort': direction ?? 'none',
          'aria-haspopup': 'menu',
          ...(column.description !== undefined && { title: column.description }),
          ...(filtered.includes(column.key) && { 'aria-label': `${column.title}, filtered` }),
        },
        element('span', 'title', {}, column.title),
      );
      if (filtered.includes(column.key)) {
        cell.append(element('span', 'mark', {}, icon('filter')));
      }
      if (direction) cell.append(element('span', 'arrow', {}, icon(SORTS[direction])));
      cell.append(grip(at));
      return cell;
    });
    row.replaceChildren(...cells);
  };

  const grip = (column: number) => {
    const made = element('div', 'grip', { 'aria-hidden': 'true' });
    made.addEventListener('pointerdown', (down) => {
      if (down.button !== 0) return;
      down.preventDefault();
      down.stopPropagation();
      const width = made.parentElement?.offsetWidth ?? 0;
      made.setPointerCapture(down.pointerId);
      made.classList.add('dragging');
      const move = (event: PointerEvent) => actions.resize(column, width + event.clientX - down.clientX);
      const end = () => {
        made.removeEventListener('pointermove', move);
        made.classList.remove('dragging');
        actions.resized();
      };
      made.addEventListener('pointermove', move);
      made.addEventListener('lostpointercapture', end, { once: true });
    });
    made.addEventListener('click', (event) => event.stopPropagation());
    made.addEventListener('dblclick', () => actions.fit(column));
    return made;
  };

  const columnOf = (event: Event) => {
    const cell = event.target instanceof Element ? event.target.closest('.heading') : null;
    return cell instanceof HTMLElement ? cells.indexOf(cell) : -1;
  };
  row.addEventListener('click', (event) => {
    const column = columnOf(event);
    if (column >= 0) actions.pick(column);
  });
  row.addEventListener('contextmenu', (event) => {
    event.preventDefault();
    const column = columnOf(event);
    if (column >= 0) actions.openMenu(column, event.clientX, event.clientY);
  });

  return {
    paint(picture) {
      const { shown, widths, sort, filtered, active } = picture;
      // Not made anew while only widths change, or a drag would lose its grip.
      const content = JSON.stringify([shown, sort, filtered]);
      if (content !== drawn) draw(picture);
      drawn = content;
      const starts = startsOf(widths);
      row.style.width = `${starts.at(-1) ?? 0}px`;
      for (const [at, cell] of cells.entries()) {
        cell.style.left = `${starts[at] ?? 0}px`;
        cell.style.width = `${widths[at] ?? 0}px`;
        cell.classList.toggle('active', active.row === HEADINGS && active.column === at);
      }
    },
    cell: (column) => cells[column],
  };
}
