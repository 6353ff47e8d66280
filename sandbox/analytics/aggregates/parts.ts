import type { Span } from '../interval.ts';

/** The index of the part that holds the instant. The parts are in order and without gaps, and one of them holds it. */
export function partIndex(parts: readonly Span[], at: number): number {
  let [low, high] = [0, parts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((parts[middle]?.from ?? Number.POSITIVE_INFINITY) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
