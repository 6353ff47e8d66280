/** Which values of the sessions a query's answer is made from. */
import type { AggregatesQuery } from './model.ts';
import { serviceLevelParts } from './serviceLevel.ts';

export interface Needs {
  readonly metrics: ReadonlySet<string>;
  /** Whether conversations are counted: then any metric of a session says that it was in the interval. */
  readonly conversations: boolean;
}

/** The metric that no session has: the number of different conversations. */
export const conversationCount = 'nConversations';

export function needsOf({ metrics, views = [], sortMetric }: AggregatesQuery): Needs {
  const named = new Set([...metrics, ...views.map((view) => view.target)]);
  if (sortMetric) named.add(sortMetric.name);
  if (named.has('oServiceLevel')) serviceLevelParts.forEach((part) => named.add(part));
  return { metrics: named, conversations: named.has(conversationCount) };
}
