/**
 * Conversations as the published `AnalyticsConversationWithoutAttributes` has them, as far as the sandbox fills it.
 * All dates are ISO 8601 in UTC with milliseconds. What is absent is left out, never null.
 */
export interface SessionMetric {
  readonly name: string;
  /** Milliseconds for `t…`, a count for `n…`. */
  readonly value: number;
  readonly emitDate: string;
}

export interface Segment {
  readonly segmentType: string;
  readonly segmentStart: string;
  readonly segmentEnd?: string;
  readonly disconnectType?: string;
  readonly queueId?: string;
  readonly wrapUpCode?: string;
  readonly wrapUpNote?: string;
  readonly wrapUpTags?: readonly string[];
  readonly conference?: boolean;
  readonly errorCode?: string;
  readonly subject?: string;
  readonly requestedLanguageId?: string;
  readonly requestedRoutingSkillIds?: readonly string[];
}

/** At most one queue per session: all its segments that name a queue name the same. */
export interface Session {
  readonly sessionId: string;
  readonly mediaType: string;
  readonly direction: 'inbound' | 'outbound';
  readonly metrics: readonly SessionMetric[];
  readonly segments: readonly Segment[];
  readonly acwSkipped?: boolean;
  readonly ani?: string;
  readonly dnis?: string;
  readonly sessionDnis?: string;
  readonly addressFrom?: string;
  readonly addressTo?: string;
  readonly remote?: string;
  readonly messageType?: string;
  readonly provider?: string;
  readonly usedRouting?: string;
  readonly requestedRoutings?: readonly string[];
  readonly outboundCampaignId?: string;
  readonly peerId?: string;
  readonly recording?: boolean;
}

export interface Participant {
  readonly participantId: string;
  readonly participantName?: string;
  readonly purpose: string;
  readonly userId?: string;
  readonly externalContactId?: string;
  readonly sessions: readonly Session[];
}

export interface Survey {
  readonly surveyId: string;
  readonly surveyFormId: string;
  readonly surveyFormName: string;
  readonly surveyStatus: string;
  readonly surveyType: string;
  readonly eventTime: string;
  readonly queueId: string;
  readonly userId: string;
  readonly surveyCompletedDate?: string;
  readonly surveyPromoterScore?: number;
  readonly oSurveyTotalScore?: number;
}

export interface Evaluation {
  readonly evaluationId: string;
  readonly evaluatorId: string;
  readonly eventTime: string;
  readonly formId: string;
  readonly formName: string;
  readonly queueId: string;
  readonly released: boolean;
  readonly userId: string;
  readonly oTotalScore: number;
  readonly oTotalCriticalScore: number;
}

export interface Resolution {
  readonly eventTime: string;
  readonly queueId: string;
  readonly userId: string;
  readonly nNextContactAvoided: number;
}

export interface Conversation {
  readonly conversationId: string;
  readonly conversationStart: string;
  /** Absent while it is open. */
  readonly conversationEnd?: string;
  readonly originatingDirection: 'inbound' | 'outbound';
  readonly conversationInitiator?: string;
  readonly customerParticipation?: boolean;
  readonly externalTag?: string;
  readonly divisionIds: readonly string[];
  readonly mediaStatsMinConversationMos?: number;
  readonly participants: readonly Participant[];
  readonly surveys?: readonly Survey[];
  readonly evaluations?: readonly Evaluation[];
  readonly resolutions?: readonly Resolution[];
}

/** Where queries find conversations. */
export interface ConversationSource {
  /** Those that started in [from, to), in the order of their start, as they look at the sandbox's present moment. */
  startedBetween(from: number, to: number): readonly Conversation[];
  /** The first and the last moment (exclusive) for which there are any, milliseconds since the epoch. */
  span(): { readonly from: number; readonly to: number };
}
