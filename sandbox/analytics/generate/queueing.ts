/**
 * A visit to a queue. nOffered is given when the wait begins; tAcd and tWait, the length of the wait, when it ends,
 * however it ends. That tWait has the same value as tAcd, and that both and nOverSla sit on the queue's session, is
 * inferred for all but nOffered and tAcd, which published examples have there.
 */
import type { SegmentFacts, SegmentOutcome, SessionFacts } from './draft.ts';
import type { FloorQueue } from './floor.ts';
import type { Leg, Scene } from './leg.ts';
import { emit, join, lay, openLeg } from './leg.ts';
import type { Media } from './media.ts';
import type { EvaluatedMetric } from './metrics.ts';

export interface Visit {
  readonly queue: FloorQueue;
  readonly media: Media;
  /** What the sessions of queue and agents say. */
  readonly session: SessionFacts;
  /** What their segments say. */
  readonly segment: SegmentFacts;
}

const routings = ['Standard', 'Standard', 'Standard', 'Bullseye', 'Preferred', 'Predictive', 'Last'] as const;

export function enterQueue({ draw, floor }: Scene, queue: FloorQueue, media: Media): Visit {
  const usedRouting = draw.pick(routings);
  const requestedRoutings = usedRouting === 'Standard' ? ['Standard'] : [usedRouting, 'Standard'];
  return {
    queue,
    media,
    session: { ...media.facts, requestedRoutings, ...(draw.chance(0.9) ? { usedRouting } : {}) },
    segment: {
      queueId: queue.id,
      ...(draw.chance(0.7) ? { conference: false } : {}),
      ...(draw.chance(0.4) ? { requestedRoutingSkillIds: [draw.pick(floor.skills)] } : {}),
      ...(draw.chance(0.2) ? { requestedLanguageId: draw.pick(floor.languages) } : {}),
    },
  };
}

/** The queue's own participant waits for `ms`. */
export function wait(scene: Scene, visit: Visit, at: number, ms: number, outcome: SegmentOutcome): Leg {
  const participant = join(scene, { purpose: 'acd', participantName: visit.queue.name }, visit.queue.divisionId);
  const leg = openLeg(scene, participant, visit.session, at);
  emit(leg, 'nOffered', 1);
  lay(leg, 'interact', ms, visit.segment, outcome);
  emit(leg, 'tAcd', ms);
  emit(leg, 'tWait', ms);
  return leg;
}

/** Waits without an answer. `names` are the metrics of how it ended; each has the length of the wait. */
export function waitInVain(
  scene: Scene,
  visit: Visit,
  at: number,
  ms: number,
  disconnectType: string,
  names: readonly EvaluatedMetric[],
): Leg {
  const leg = wait(scene, visit, at, ms, { disconnectType });
  for (const name of names) emit(leg, name, ms);
  return leg;
}
