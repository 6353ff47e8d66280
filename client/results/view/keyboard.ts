/** What keys do in the grid. Moves are in `selection.ts`; this knows the other keys. */
import { HEADINGS, type MoveKey, type Selection } from './selection.ts';

export interface KeyActions {
  readonly selection: Selection;
  /** @returns whether the key moves */
  move(key: MoveKey, extend: boolean): boolean;
  selectAll(): void;
  selectRow(): void;
  selectColumn(): void;
  collapse(): void;
  copyWithHeadings(): void;
  sort(column: number): void;
  openMenu(): void;
  resizeBy(column: number, pixels: number): void;
  findText(): void;
}

/** How far a key widens a column. */
const STEP = 16;

export function listenToKeys(grid: HTMLElement, actions: KeyActions): void {
  grid.addEventListener('keydown', (event) => {
    if (press(event, actions)) event.preventDefault();
  });
}

/** @returns whether the key was for the grid */
function press(event: KeyboardEvent, actions: KeyActions): boolean {
  const { key, shiftKey } = event;
  const far = event.ctrlKey || event.metaKey;
  const { row, column } = actions.selection.active;
  if (event.altKey) return false;
  if (key === 'ContextMenu' || (key === 'F10' && shiftKey)) return done(actions.openMenu);
  if (far && shiftKey && key.toLowerCase() === 'c') return done(actions.copyWithHeadings);
  if (far && key === 'a') return done(actions.selectAll);
  if (far && key === 'f' && !shiftKey) return done(actions.findText);
  if (key === ' ' && far) return done(actions.selectColumn);
  if (key === ' ' && shiftKey) return done(actions.selectRow);
  if (key === 'Escape') return done(actions.collapse);
  if (row === HEADINGS) {
    if (key === 'Enter' || key === ' ') return done(() => actions.sort(column));
    if (shiftKey && key === 'ArrowLeft') return done(() => actions.resizeBy(column, -STEP));
    if (shiftKey && key === 'ArrowRight') return done(() => actions.resizeBy(column, STEP));
  }
  return actions.move({ key, far }, shiftKey);
}

function done(act: () => void): true {
  act();
  return true;
}
