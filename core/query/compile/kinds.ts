/** What the compiler knows of each kind's endpoint. */
import type { QueryKind } from '../model.ts';

interface Endpoint {
  readonly path: string;
  /** Whether the published request model has `timeZone`. */
  readonly hasTimeZone: boolean;
}

export const endpoints: Readonly<Record<QueryKind, Endpoint>> = {
  ConversationDetails: { path: '/api/v2/analytics/conversations/details/query', hasTimeZone: false },
  ConversationAggregates: { path: '/api/v2/analytics/conversations/aggregates/query', hasTimeZone: true },
};
