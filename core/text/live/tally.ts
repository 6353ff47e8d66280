/** What several changes, one after the other, did together. */
import type { Touched } from './model.ts';
import type { Piece } from './piece.ts';
import type { Swap } from './pieces.ts';

export interface Tally {
  add(swap: Swap): void;
  touched(): Touched;
}

export function newTally(): Tally {
  const removed = new Set<Piece>();
  const added = new Set<Piece>();
  let head = false;
  return {
    add(swap) {
      for (const item of swap.removed) if (!added.delete(item)) removed.add(item);
      for (const item of swap.added) if (!removed.delete(item)) added.add(item);
      head ||= swap.head;
    },
    touched: () => ({ kind: 'items', removed: [...removed], added: [...added], head }),
  };
}
