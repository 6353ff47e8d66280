/** An agent's side: alerting, talk with holds, after-call work. */
import type { SegmentOutcome } from './draft.ts';
import type { Agent, FloorQueue } from './floor.ts';
import type { Leg, Scene } from './leg.ts';
import { emit, join, lay, openLeg } from './leg.ts';
import type { Media } from './media.ts';

export function joinAgent(scene: Scene, agent: Agent, media: Media, at: number): Leg {
  const participant = join(
    scene,
    { purpose: 'agent', participantName: agent.name, userId: agent.id },
    agent.divisionId,
  );
  return openLeg(scene, participant, media.facts, at);
}

/** Talk of `ms` in all, cut by up to three holds. The last part ends with `outcome`. */
export function talk(
  scene: Scene,
  leg: Leg,
  queue: FloorQueue,
  ms: number,
  holds: number,
  outcome: SegmentOutcome,
): void {
  const { draw } = scene;
  const facts = { queueId: queue.id };
  emit(leg, 'nConnected', 1);
  const part = Math.floor(ms / (holds + 1));
  for (let hold = 0; hold < holds; hold += 1) {
    lay(leg, 'interact', part, facts);
    lay(leg, 'hold', draw.time(3_000, 40_000, 300_000), facts);
  }
  lay(leg, 'interact', ms - part * holds, facts, outcome);
}
