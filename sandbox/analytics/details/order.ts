/** The order of a details query's conversations. */
import type { Conversation, Segment } from '../model.ts';
import type { DetailsQuery } from './model.ts';

/**
 * Ascending by conversation start unless the query says otherwise (published). Of segments the first start and the
 * last end count, what has no end comes last, equal ones come by id, and `unordered` is the order of ids (inferred).
 */
export function inOrder(found: readonly Conversation[], query: DetailsQuery): readonly Conversation[] {
  const { order = 'asc', orderBy = 'conversationStart' } = query;
  if (order === 'unordered') return found.toSorted(byId);
  const sign = order === 'desc' ? -1 : 1;
  return found
    .map((conversation) => ({ conversation, key: keys[orderBy](conversation) }))
    .toSorted((left, right) => sign * compare(left.key, right.key) || byId(left.conversation, right.conversation))
    .map(({ conversation }) => conversation);
}

const endless = '\u{10ffff}';

/** ISO dates in UTC with milliseconds compare as text. */
const keys: Readonly<Record<NonNullable<DetailsQuery['orderBy']>, (conversation: Conversation) => string>> = {
  conversationStart: (conversation) => conversation.conversationStart,
  conversationEnd: (conversation) => conversation.conversationEnd ?? endless,
  segmentStart: (conversation) =>
    segmentsOf(conversation).reduce((first, one) => min(first, one.segmentStart), endless),
  segmentEnd: (conversation) =>
    segmentsOf(conversation).reduce((last, one) => max(last, one.segmentEnd ?? endless), ''),
};

const min = (left: string, right: string): string => (left < right ? left : right);
const max = (left: string, right: string): string => (left > right ? left : right);

function segmentsOf(conversation: Conversation): readonly Segment[] {
  return conversation.participants.flatMap((one) => one.sessions.flatMap((session) => session.segments));
}

function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

const byId = (left: Conversation, right: Conversation): number => compare(left.conversationId, right.conversationId);
