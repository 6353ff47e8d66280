/** Every cell is what its column says, whatever the answer held: stores and files rely on it. */
import { parseInstant } from '../../../contract/instant.ts';
import type { Cell, ColumnType } from '../model.ts';

/** The value as one of the type; undefined where it cannot be one. No value stays as it is, `null` or missing. */
export function fitted(cell: Cell, type: ColumnType): Cell {
  if (cell === undefined || cell === null) return cell;
  if (type === 'text') return String(cell);
  if (type === 'boolean') return typeof cell === 'boolean' ? cell : truthOf(cell);
  // JSON can write a number that is too large for one.
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : undefined;
  if (typeof cell !== 'string') return undefined;
  return type === 'instant' ? parseInstant(cell) : numberOf(cell);
}

const truthOf = (cell: string | number): boolean | undefined =>
  cell === 'true' ? true : cell === 'false' ? false : undefined;

const numberOf = (text: string): number | undefined =>
  /^-?\d+(?:\.\d+)?$/.test(text.trim()) ? Number(text) : undefined;
