/**
 * A conversation as it will have been: whole, with its future, and with times as numbers. `visibleAt` shows what of it
 * can be seen at a moment. Times are milliseconds since the epoch.
 */
import type { Conversation, Evaluation, Participant, Resolution, Segment, Session, Survey } from '../model.ts';

type SegmentDates = 'segmentType' | 'segmentStart' | 'segmentEnd';
type KnownAtEnd = 'disconnectType' | 'wrapUpCode' | 'wrapUpNote' | 'wrapUpTags' | 'errorCode';

/** What a segment shows from its start on. */
export type SegmentFacts = Omit<Segment, SegmentDates | KnownAtEnd>;
/** What it shows only when it is over: how it ended, the code that was chosen, the queue a customer was sent to. */
export type SegmentOutcome = Pick<Segment, KnownAtEnd | 'queueId'>;

export interface DraftSegment {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly facts: SegmentFacts;
  readonly outcome: SegmentOutcome;
}

export interface DraftMetric {
  readonly name: string;
  readonly value: number;
  readonly at: number;
}

export type SessionFacts = Omit<Session, 'sessionId' | 'metrics' | 'segments' | 'acwSkipped'>;

export interface DraftSession {
  readonly id: string;
  readonly facts: SessionFacts;
  /** In order, without overlap. */
  readonly segments: DraftSegment[];
  /** In order only when the conversation is done. */
  readonly metrics: DraftMetric[];
  /** Shown when the session's last segment is over. */
  acwSkipped?: boolean;
}

export type ParticipantFacts = Omit<Participant, 'participantId' | 'sessions'>;

export interface DraftParticipant {
  readonly id: string;
  readonly facts: ParticipantFacts;
  /** The division that it brings into the conversation. */
  readonly divisionId?: string;
  readonly sessions: DraftSession[];
}

/** What is said about a conversation later, each with the moment from which it is seen. */
export interface Later<T> {
  readonly from: number;
  /** Where a later one has the same key, that one is seen instead. */
  readonly key: string;
  readonly value: T;
}

export interface DraftConversation {
  readonly id: string;
  readonly start: number;
  readonly homeDivisionId: string;
  readonly originatingDirection: 'inbound' | 'outbound';
  /** Seen from the start on. */
  readonly facts: Pick<Conversation, 'conversationInitiator' | 'externalTag'>;
  /** Seen when the conversation is over. */
  outcome: Pick<Conversation, 'customerParticipation' | 'mediaStatsMinConversationMos'>;
  readonly participants: DraftParticipant[];
  readonly surveys: Later<Survey>[];
  readonly evaluations: Later<Evaluation>[];
  readonly resolutions: Later<Resolution>[];
}

/** The end of the last segment. */
export function endOf(conversation: DraftConversation): number {
  let end = conversation.start;
  for (const participant of conversation.participants) {
    for (const session of participant.sessions) {
      const last = session.segments.at(-1);
      if (last && last.end > end) end = last.end;
    }
  }
  return end;
}
