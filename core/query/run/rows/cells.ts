/** From the values of an answer to cells. */
import { parseInstant } from '../../../contract/instant.ts';
import type { Cell } from '../model.ts';

/** Between the values of a cell that stands for several. */
export const SEPARATOR = '; ';

/** A value as the answer has it. Lists become text, maps JSON: no field is lost, whatever it holds. */
export function cellOf(value: unknown): Cell {
  if (value === undefined || value === null || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object' || item === null))
    return value.map(String).join(SEPARATOR);
  return JSON.stringify(value);
}

/**
 * The different values, in their order; null and empty text count only where there is nothing else. One value keeps its
 * type; none is a field that the answer does not have.
 */
export function joined(values: readonly unknown[]): Cell {
  const cells = new Set(values.map((value) => cellOf(value)).filter((cell) => cell !== undefined));
  const filled = [...cells].filter((cell) => cell !== null && cell !== '');
  if (filled.length === 0) return [...cells][0];
  return filled.length > 1 ? filled.map(String).join(SEPARATOR) : filled[0];
}

/** Milliseconds since the epoch of a date of the API; nothing where there is none. */
export const instantOf = (value: unknown): number | undefined =>
  typeof value === 'string' ? parseInstant(value) : undefined;

export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** Milliseconds from one date to another; nothing where one of them is missing. */
export function between(start: unknown, end: unknown): number | undefined {
  const [from, to] = [instantOf(start), instantOf(end)];
  return from === undefined || to === undefined ? undefined : to - from;
}

/** Undefined where there is nothing to add up. */
export const sumOf = (numbers: readonly number[]): number | undefined =>
  numbers.length === 0 ? undefined : numbers.reduce((sum, one) => sum + one, 0);
