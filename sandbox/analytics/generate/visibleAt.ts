/** What can be seen of a conversation at a moment: nothing of its future. */
import { dateText } from './dateText.ts';
import type { Conversation, Participant, Segment, Session } from '../model.ts';
import {
  type DraftConversation,
  type DraftParticipant,
  type DraftSegment,
  type DraftSession,
  endOf,
  type Later,
} from './draft.ts';

/** A conversation that starts after `now` must not be asked for. */
export function visibleAt(draft: DraftConversation, now: number): Conversation {
  const end = endOf(draft);
  const over = end <= now;
  const begun = draft.participants.filter((participant) => participant.sessions.some((one) => hasBegun(one, now)));
  const divisionIds = new Set(begun.flatMap(({ divisionId }) => (divisionId === undefined ? [] : [divisionId])));
  const [surveys, evaluations, resolutions] = [
    latest(draft.surveys, now),
    latest(draft.evaluations, now),
    latest(draft.resolutions, now),
  ];
  return {
    conversationId: draft.id,
    conversationStart: dateText(draft.start),
    ...(over ? { conversationEnd: dateText(end), ...draft.outcome } : {}),
    originatingDirection: draft.originatingDirection,
    ...draft.facts,
    divisionIds: divisionIds.size === 0 ? [draft.homeDivisionId] : [...divisionIds],
    participants: begun.map((participant) => participantAt(participant, now)),
    ...(surveys.length > 0 ? { surveys } : {}),
    ...(evaluations.length > 0 ? { evaluations } : {}),
    ...(resolutions.length > 0 ? { resolutions } : {}),
  };
}

/** When there is nothing more to come. */
export function settledAt(draft: DraftConversation): number {
  let end = endOf(draft);
  for (const list of [draft.surveys, draft.evaluations, draft.resolutions]) {
    for (const { from } of list) if (from > end) end = from;
  }
  return end;
}

function hasBegun(session: DraftSession, now: number): boolean {
  const [first] = session.segments;
  return first !== undefined && first.start <= now;
}

function participantAt(draft: DraftParticipant, now: number): Participant {
  return {
    participantId: draft.id,
    ...draft.facts,
    sessions: draft.sessions.filter((session) => hasBegun(session, now)).map((session) => sessionAt(session, now)),
  };
}

function sessionAt(draft: DraftSession, now: number): Session {
  const last = draft.segments.at(-1);
  const over = last !== undefined && last.end <= now;
  return {
    sessionId: draft.id,
    ...draft.facts,
    ...(over && draft.acwSkipped !== undefined ? { acwSkipped: draft.acwSkipped } : {}),
    metrics: draft.metrics
      .filter((metric) => metric.at <= now)
      .map(({ name, value, at }) => ({ name, value, emitDate: dateText(at) })),
    segments: draft.segments.filter((segment) => segment.start <= now).map((segment) => segmentAt(segment, now)),
  };
}

function segmentAt(draft: DraftSegment, now: number): Segment {
  return {
    segmentType: draft.type,
    segmentStart: dateText(draft.start),
    ...(draft.end <= now ? { segmentEnd: dateText(draft.end), ...draft.outcome } : {}),
    ...draft.facts,
  };
}

/** Of each key the last that can be seen. */
function latest<T>(list: readonly Later<T>[], now: number): readonly T[] {
  if (list.length === 0) return [];
  const seen = new Map<string, T>();
  for (const { from, key, value } of list) if (from <= now) seen.set(key, value);
  return [...seen.values()];
}
