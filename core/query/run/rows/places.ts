/** What a row stands for: a conversation, or a place in one. */
import type {
  AnalyticsConversation,
  AnalyticsParticipant,
  AnalyticsSegment,
  AnalyticsSession,
} from '../../../genesys/index.ts';

export interface Place {
  readonly conversation: AnalyticsConversation;
  readonly participant?: AnalyticsParticipant;
  readonly session?: AnalyticsSession;
  readonly segment?: AnalyticsSegment;
  /** From the conversation, for example `participants[2].sessions[0].segments[5]`. */
  readonly path?: string;
  /** The row has no metrics: another row of its session has them, or it is of no session. */
  readonly uncounted?: true;
  /** A conversation in which no agent took part: who only heard it ring is not its agent. */
  readonly agentless?: true;
}

export const participantPlaces = (conversation: AnalyticsConversation): readonly Place[] =>
  (conversation.participants ?? []).map((participant, index) => ({
    conversation,
    participant,
    path: `participants[${index}]`,
  }));

export const sessionPlaces = (place: Place): readonly Place[] =>
  (place.participant?.sessions ?? []).map((session, index) => ({
    ...place,
    session,
    path: `${place.path}.sessions[${index}]`,
  }));

export const segmentPlaces = (place: Place): readonly Place[] =>
  (place.session?.segments ?? []).map((segment, index) => ({
    ...place,
    segment,
    path: `${place.path}.segments[${index}]`,
  }));

/** The participants that a place is part of, or that are part of it. */
export const participantsIn = ({ conversation, participant }: Place): readonly AnalyticsParticipant[] =>
  participant ? [participant] : (conversation.participants ?? []);

export const sessionsIn = (place: Place): readonly AnalyticsSession[] =>
  place.session ? [place.session] : participantsIn(place).flatMap(({ sessions }) => sessions ?? []);

export const segmentsIn = (place: Place): readonly AnalyticsSegment[] =>
  place.segment ? [place.segment] : sessionsIn(place).flatMap(({ segments }) => segments ?? []);
