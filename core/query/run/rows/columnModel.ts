import type { Cell, Column } from '../model.ts';
import type { DetailLevel } from './levels.ts';
import { DETAIL_LEVELS } from './levels.ts';
import type { Look } from './look.ts';
import type { Place } from './places.ts';

/** A column of a details query: which rows have it, and how a cell is got. */
export interface DetailColumn extends Column {
  readonly levels: readonly DetailLevel[];
  readonly cell: (place: Place, look: Look) => Cell;
}

export const ALL_LEVELS: readonly DetailLevel[] = DETAIL_LEVELS;
export const BELOW_CONVERSATION: readonly DetailLevel[] = ['participant', 'session', 'segment', 'wrapUp'];
export const BELOW_PARTICIPANT: readonly DetailLevel[] = ['session', 'segment', 'wrapUp'];
export const BELOW_SESSION: readonly DetailLevel[] = ['segment', 'wrapUp'];

/** `wrapUpNote` → `Wrap up note`; a heading for a field that has no better one. */
export function titleOf(key: string): string {
  const words = key.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
