/** Values of metrics for the predicates and aggregations of a details query. */
import type { Switches } from '../../switches.ts';
import type { Conversation } from '../model.ts';
import type { SegmentContext } from '../places.ts';

/** All values of one metric in a conversation, or their sum. */
export function metricValues(
  metric: string,
  means: Switches['metricPredicate'],
): (conversation: Conversation) => readonly number[] {
  return (conversation) => {
    const values = emitted(conversation, metric);
    if (means === 'anyValue' || values.length === 0) return values;
    return [values.reduce((sum, value) => sum + value, 0)];
  };
}

/** `tConversationDuration` is in no session: an ended conversation's length stands for it (inferred). */
function emitted(conversation: Conversation, metric: string): readonly number[] {
  if (metric === 'tConversationDuration') {
    return length(conversation.conversationStart, conversation.conversationEnd);
  }
  return conversation.participants.flatMap((participant) =>
    participant.sessions.flatMap((session) =>
      session.metrics.filter((one) => one.name === metric).map((one) => one.value),
    ),
  );
}

/** `tSegmentDuration`, in milliseconds; none while the segment is open (inferred). */
export function segmentDuration({ segment }: SegmentContext): readonly number[] {
  return segment ? length(segment.segmentStart, segment.segmentEnd) : [];
}

function length(start: string, end: string | undefined): readonly number[] {
  return end === undefined ? [] : [Date.parse(end) - Date.parse(start)];
}
