import { isoUtc } from '../display/index.ts';
import type { Cell, ColumnType } from '../model.ts';

/** A cell for programs: instants as ISO 8601 in UTC, durations in milliseconds, everything else as it is. */
export function exactValue(cell: Cell, type: ColumnType): Cell {
  return type === 'instant' && typeof cell === 'number' ? (isoUtc(cell) ?? cell) : cell;
}
