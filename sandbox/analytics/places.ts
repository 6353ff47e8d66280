/** Reads fields of a conversation by their place, for example `session.flow.outcomes.flowOutcomeId`. */
import { isJsonObject } from '../json.ts';
import type { Conversation, Participant, Segment, Session } from './model.ts';
import type { Value } from './predicate.ts';

/** One segment with all that it stands in. A session without segments has one context without a segment. */
export interface SegmentContext {
  readonly conversation: Conversation;
  readonly participant: Participant;
  readonly session: Session;
  readonly segment?: Segment;
}

export function segmentContexts(conversation: Conversation): readonly SegmentContext[] {
  const contexts: SegmentContext[] = [];
  for (const participant of conversation.participants) {
    for (const session of participant.sessions) {
      if (session.segments.length === 0) contexts.push({ conversation, participant, session });
      for (const segment of session.segments) contexts.push({ conversation, participant, session, segment });
    }
  }
  return contexts;
}

/** A function that reads all values at `place`; lists on the way give several, what is absent gives none. */
export function readerOf(place: string): (item: unknown) => readonly Value[] {
  const keys = place.split('.');
  return (item) => {
    const found: Value[] = [];
    gather(item, keys, 0, found);
    return found;
  };
}

function gather(value: unknown, keys: readonly string[], depth: number, found: Value[]): void {
  if (Array.isArray(value)) {
    for (const one of value as readonly unknown[]) gather(one, keys, depth, found);
    return;
  }
  const key = keys[depth];
  if (key === undefined) {
    if (isValue(value)) found.push(value);
  } else if (isJsonObject(value)) gather(value[key], keys, depth + 1, found);
}

function isValue(value: unknown): value is Value {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
