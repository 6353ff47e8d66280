/** What is shown where rows would be. */
import { element } from './dom.ts';
import type { ViewStatus } from './messages.ts';

export interface EmptyState {
  readonly element: HTMLElement;
  /**
   * @param status undefined before anything was heard
   * @returns the notes that it has told
   */
  show(status: ViewStatus | undefined, length: number): readonly string[];
}

const WITHOUT_ROWS = {
  running: 'No rows yet.',
  complete: 'The query has no rows.',
  partial: 'No rows were read.',
  failed: 'The query failed.',
} as const;

export function createEmptyState(clearFilters: () => void): EmptyState {
  const heading = element('p', 'heading-line');
  const reasons = element('ul', '');
  const clear = element('button', 'button primary', { type: 'button' }, 'Clear Filters');
  clear.addEventListener('click', clearFilters);
  const box = element('div', 'empty-state', { role: 'status' }, heading, reasons, clear);
  box.hidden = true;
  return {
    element: box,
    show(status, length) {
      box.hidden = length > 0 || status === undefined;
      if (box.hidden || !status) return [];
      const filtered = status.rows > 0;
      heading.textContent = filtered ? 'No row matches the filters.' : WITHOUT_ROWS[status.state];
      clear.hidden = !filtered;
      // With a result that is not whole, the banner says why already.
      const notes = filtered || status.state !== 'complete' ? [] : status.notes;
      reasons.hidden = notes.length === 0;
      reasons.replaceChildren(...notes.map((note) => element('li', '', {}, note)));
      return notes;
    },
  };
}
