/** A leg is a session being laid: segments follow each other without a gap, and `at` is where the next one starts. */
import type { Draw } from './draw.ts';
import type {
  DraftConversation,
  DraftParticipant,
  DraftSegment,
  DraftSession,
  ParticipantFacts,
  SegmentFacts,
  SegmentOutcome,
  SessionFacts,
} from './draft.ts';
import type { Floor } from './floor.ts';
import type { EvaluatedMetric } from './metrics.ts';

/** What a scenario works with. */
export interface Scene {
  readonly draw: Draw;
  readonly floor: Floor;
  readonly conversation: DraftConversation;
  /** Long ago: codes that are deleted today were still in use. */
  readonly old: boolean;
}

export interface Leg {
  readonly participant: DraftParticipant;
  readonly session: DraftSession;
  at: number;
}

const nothing: SegmentFacts & SegmentOutcome = {};

export function join(scene: Scene, facts: ParticipantFacts, divisionId?: string): DraftParticipant {
  const participant: DraftParticipant = {
    id: scene.draw.uuid(),
    facts,
    ...(divisionId === undefined ? {} : { divisionId }),
    sessions: [],
  };
  scene.conversation.participants.push(participant);
  return participant;
}

export function openLeg(scene: Scene, participant: DraftParticipant, facts: SessionFacts, at: number): Leg {
  const session: DraftSession = { id: scene.draw.uuid(), facts, segments: [], metrics: [] };
  participant.sessions.push(session);
  return { participant, session, at };
}

/** Adds a segment of `ms` milliseconds. */
export function lay(
  leg: Leg,
  type: string,
  ms: number,
  facts: SegmentFacts = nothing,
  outcome: SegmentOutcome = nothing,
): DraftSegment {
  const segment = { type, start: leg.at, end: leg.at + ms, facts, outcome };
  leg.session.segments.push(segment);
  leg.at = segment.end;
  return segment;
}

/** Adds a metric to the leg's session, emitted where the leg is now if nothing else is said. */
export function emit(leg: Leg, name: EvaluatedMetric, value: number, at: number = leg.at): void {
  leg.session.metrics.push({ name, value, at });
}
