/** A wait in a queue. */
import type { SegmentOutcome } from './draft.ts';
import type { FloorQueue } from './floor.ts';
import type { Leg, Scene } from './leg.ts';
import { emit, join, lay, openLeg } from './leg.ts';
import type { Media } from './media.ts';

/**
 * Opens the queue's participant and lets the contact wait for `ms`. Every wait gives nOffered when it starts, and tAcd
 * and tWait when it ends, however it ends.
 */
export function waitIn(
  scene: Scene,
  queue: FloorQueue,
  media: Media,
  at: number,
  ms: number,
  outcome: SegmentOutcome = { disconnectType: 'transfer' },
): Leg {
  const { draw } = scene;
  const participant = join(scene, { purpose: 'acd', participantName: queue.name }, queue.divisionId);
  const leg = openLeg(
    scene,
    participant,
    { ...media.facts, ...(draw.chance(0.9) ? { requestedRoutings: ['Standard'] } : {}), usedRouting: 'Standard' },
    at,
  );
  emit(leg, 'nOffered', 1);
  lay(
    leg,
    'interact',
    ms,
    {
      queueId: queue.id,
      ...(draw.chance(0.4) ? { requestedRoutingSkillIds: [draw.pick(scene.floor.skills)] } : {}),
      ...(draw.chance(0.2) ? { requestedLanguageId: draw.pick(scene.floor.languages) } : {}),
    },
    outcome,
  );
  emit(leg, 'tAcd', ms);
  emit(leg, 'tWait', ms);
  return leg;
}

/** The queue's part of an answer: tAnswered, equal to tAcd, and nOverSla if the wait was longer than promised. */
export function answered(leg: Leg, queue: FloorQueue, media: Media): void {
  const [waited] = leg.session.segments;
  const ms = waited ? waited.end - waited.start : 0;
  emit(leg, 'tAnswered', ms);
  if (ms > queue.serviceLevelMs(media.settings)) emit(leg, 'nOverSla', 1);
}
