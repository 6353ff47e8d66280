import type { Cell, Column } from '../model.ts';
import { isoInZone, valueText } from './cellText.ts';

export interface DisplayOptions {
  /** IANA; instants are shown on its clocks. */
  readonly timeZone: string;
}

/**
 * A cell for people. Where there is no value, or an empty one, `state` says which and `text` is empty; `hint` is the
 * exact value where the text is shorter.
 */
export type ShownCell =
  | string
  | { readonly text: string; readonly state?: 'null' | 'missing' | 'empty'; readonly hint?: string };

export function shownCell(cell: Cell, { type }: Pick<Column, 'type'>, { timeZone }: DisplayOptions): ShownCell {
  if (cell === null) return { text: '', state: 'null' };
  if (cell === undefined) return { text: '', state: 'missing' };
  if (cell === '') return { text: '', state: 'empty' };
  const text = valueText(cell, type, timeZone);
  if (typeof cell !== 'number') return text;
  if (type === 'instant') return { text, hint: isoInZone(cell, timeZone) };
  if (type === 'duration') return { text, hint: `${cell} ms` };
  return text === String(cell) ? text : { text, hint: String(cell) };
}

/** A column's heading: instants say in which zone they are shown, for example `Conversation start (Europe/Rome)`. */
export function shownTitle({ title, type }: Pick<Column, 'title' | 'type'>, { timeZone }: DisplayOptions): string {
  return type === 'instant' ? `${title} (${timeZone})` : title;
}
