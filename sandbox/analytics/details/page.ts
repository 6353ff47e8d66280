/** One page of the found conversations, steady or as it is while data arrives. */
import type { Switches } from '../../switches.ts';
import type { Conversation } from '../model.ts';

export interface DetailsPage {
  readonly conversations: readonly Conversation[];
  readonly totalHits: number;
}

export function pageAt(
  found: readonly Conversation[],
  pageSize: number,
  pageNumber: number,
  switches: Switches,
): DetailsPage {
  // With each page one conversation came before it: the last of the page before is now the first of this one.
  const arrived = switches.pagesRepeat === 'yes' && pageSize > 1 ? pageNumber - 1 : 0;
  const start = (pageNumber - 1) * pageSize - arrived;
  const total = found.length + arrived;
  return {
    conversations: found.slice(start, start + pageSize),
    totalHits: switches.totalHitsMoves === 'yes' ? moved(total, pageNumber) : total,
  };
}

/** Too few, then too many, then right, and again. */
function moved(total: number, pageNumber: number): number {
  const shares = [0.9, 1.1, 1];
  return Math.round(total * (shares[(pageNumber - 1) % shares.length] ?? 1));
}
