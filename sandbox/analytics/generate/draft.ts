/**
 * A conversation as it will have been: whole, with its future, and with times as numbers. `visibleAt` shows what of it
 * can be seen at a moment. Times are milliseconds since the epoch.
 */
import type { Participant, Segment, Session } from '../model.ts';

type SegmentDates = 'segmentType' | 'segmentStart' | 'segmentEnd';
type KnownAtEnd = 'disconnectType' | 'wrapUpCode' | 'wrapUpNote' | 'wrapUpTags' | 'errorCode';

/** What a segment shows from its start on. */
export type SegmentFacts = Omit<Segment, SegmentDates | KnownAtEnd>;
/** What it shows only when it is over: how it ended, and the code that was chosen. */
export type SegmentOutcome = Pick<Segment, KnownAtEnd>;

export interface DraftSegment {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly facts: SegmentFacts;
  outcome: SegmentOutcome;
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
  readonly segments: DraftSegment[];
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

export interface DraftConversation {
  readonly id: string;
  readonly start: number;
  originatingDirection: 'inbound' | 'outbound';
  conversationInitiator?: string;
  customerParticipation?: boolean;
  externalTag?: string;
  /** Known when the conversation is over. */
  minimumMos?: number;
  readonly homeDivisionId: string;
  readonly participants: DraftParticipant[];
}

/** The end of the last segment. */
export function endOf(conversation: DraftConversation): number {
  let end = conversation.start;
  for (const participant of conversation.participants) {
    for (const session of participant.sessions) {
      for (const segment of session.segments) if (segment.end > end) end = segment.end;
    }
  }
  return end;
}
