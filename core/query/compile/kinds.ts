/** What the compiler knows of each kind's endpoint. */
import { publishedQueries } from '../../contract/generated/api.ts';
import type { QueryKind } from '../model.ts';

/** The published path of a kind. */
export function pathOf(kind: QueryKind): string {
  return publishedQueries.find((published) => published.kind === kind)?.path ?? '';
}

/** Whether the published request model has `timeZone`. In a file every kind may have it, for the words of `interval`. */
export const takesTimeZone: Readonly<Record<QueryKind, boolean>> = {
  ConversationDetails: false,
  ConversationAggregates: true,
};
