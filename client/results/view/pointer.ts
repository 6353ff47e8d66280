/** Selecting with the pointer: a click, a click with Shift, and a drag. */
import type { Place } from './selection.ts';

export interface PointerActions {
  placeOf(target: Element): Place | undefined;
  select(place: Place, extend: boolean): void;
  isSelected(place: Place): boolean;
  openMenu(place: Place, x: number, y: number): void;
}

export function listenToPointer(body: HTMLElement, actions: PointerActions): void {
  const placeOf = ({ target }: Event) => (target instanceof Element ? actions.placeOf(target) : undefined);
  let dragging = false;

  body.addEventListener('pointerdown', (event) => {
    const place = placeOf(event);
    if (!place || event.button !== 0) return;
    dragging = true;
    actions.select(place, event.shiftKey);
  });
  body.addEventListener('pointerover', (event) => {
    const place = dragging && (event.buttons & 1) === 1 ? placeOf(event) : undefined;
    if (place) actions.select(place, true);
  });
  window.addEventListener('pointerup', () => {
    dragging = false;
  });
  body.addEventListener('contextmenu', (event) => {
    event.preventDefault();
    const place = placeOf(event);
    if (!place) return;
    if (!actions.isSelected(place)) actions.select(place, false);
    actions.openMenu(place, event.clientX, event.clientY);
  });
  // A tooltip for what does not fit, made when it is pointed at.
  body.addEventListener('pointerover', ({ target }) => {
    if (!(target instanceof HTMLElement) || !target.classList.contains('cell') || target.title) return;
    if (target.scrollWidth > target.clientWidth) target.title = target.textContent;
  });
}
