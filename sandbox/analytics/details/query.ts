/** Answers a details query from its checked body. */
import type { JsonObject } from '../../json.ts';
import type { Switches } from '../../switches.ts';
import type { Rights } from '../../tokens.ts';
import { daysTouched } from '../interval.ts';
import type { Conversation, ConversationSource } from '../model.ts';
import { renderConversation } from '../render.ts';
import { canSeeConversation } from '../visible.ts';
import { aggregated } from './aggregations.ts';
import type { CheckedDetails } from './check.ts';
import { conversationTest } from './filters.ts';
import { inOrder } from './order.ts';
import { pageAt } from './page.ts';

/** An `AnalyticsConversationQueryResponse`. */
export function answerDetails(
  checked: CheckedDetails,
  caller: Rights,
  source: ConversationSource,
  switches: Switches,
): JsonObject {
  const { query, pageSize, pageNumber } = checked;
  const found = inOrder(selected(checked, caller, source, switches), query);
  const page = pageAt(found, pageSize, pageNumber, switches);
  const leaveOut = page.conversations.length === 0 && switches.emptyLists === 'leftOut';
  return {
    ...(leaveOut ? {} : { conversations: page.conversations.map(renderConversation) }),
    ...(query.aggregations ? { aggregations: query.aggregations.map((one) => aggregated(one, found)) } : {}),
    totalHits: page.totalHits,
  };
}

/** Published: a conversation is found if it started on a day that the interval touches. */
function selected(
  { query, span }: CheckedDetails,
  caller: Rights,
  source: ConversationSource,
  switches: Switches,
): readonly Conversation[] {
  const { from, to } = switches.detailsIntervalSelects === 'dayTouched' ? daysTouched(span) : span;
  const matches = conversationTest(query, switches);
  return source.startedBetween(from, to).filter((one) => canSeeConversation(caller, one) && matches(one));
}
