/** What can be seen of a conversation at a moment: nothing of its future. */
import { isoDate } from '../../clock.ts';
import type { Conversation, Participant, Segment, Session } from '../model.ts';
import type { DraftConversation, DraftParticipant, DraftSegment, DraftSession } from './draft.ts';
import { endOf } from './draft.ts';

/** A conversation that starts after `now` must not be asked for. */
export function visibleAt(draft: DraftConversation, now: number): Conversation {
  const end = endOf(draft);
  const over = end <= now;
  const begun = draft.participants.filter((participant) => participant.sessions.some((one) => hasBegun(one, now)));
  const divisionIds = new Set(begun.flatMap(({ divisionId }) => (divisionId === undefined ? [] : [divisionId])));
  return {
    conversationId: draft.id,
    conversationStart: isoDate(draft.start),
    ...(over ? { conversationEnd: isoDate(end) } : {}),
    originatingDirection: draft.originatingDirection,
    ...(draft.conversationInitiator === undefined ? {} : { conversationInitiator: draft.conversationInitiator }),
    ...(draft.customerParticipation === undefined ? {} : { customerParticipation: draft.customerParticipation }),
    ...(draft.externalTag === undefined ? {} : { externalTag: draft.externalTag }),
    divisionIds: divisionIds.size === 0 ? [draft.homeDivisionId] : [...divisionIds],
    ...(over && draft.minimumMos !== undefined ? { mediaStatsMinConversationMos: draft.minimumMos } : {}),
    participants: begun.map((participant) => participantAt(participant, now)),
  };
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
      .map(({ name, value, at }) => ({ name, value, emitDate: isoDate(at) })),
    segments: draft.segments.filter((segment) => segment.start <= now).map((segment) => segmentAt(segment, now)),
  };
}

function segmentAt(draft: DraftSegment, now: number): Segment {
  return {
    segmentType: draft.type,
    segmentStart: isoDate(draft.start),
    ...(draft.end <= now ? { segmentEnd: isoDate(draft.end), ...draft.outcome } : {}),
    ...draft.facts,
  };
}
