/** A supervisor listens in, helps, breaks in, or looks at the agent's screen. */
import type { Scene } from './leg.ts';
import { join, lay, openLeg } from './leg.ts';
import type { Visit } from './queueing.ts';
import { measure, supervisorMeasures } from './segmentMetrics.ts';

export function supervise(scene: Scene, visit: Visit, from: number, to: number): void {
  const { draw, floor } = scene;
  const user = draw.pick(floor.agents);
  const type = draw.pick(['monitoring', 'monitoring', 'coaching', 'barging', 'screenmonitoring'] as const);
  const participant = join(scene, { purpose: 'user', participantName: user.name, userId: user.id }, user.divisionId);
  const mediaType = type === 'screenmonitoring' ? 'screenmonitoring' : visit.media.facts.mediaType;
  const start = from + Math.floor((to - from) * 0.4 * draw.next());
  const leg = openLeg(scene, participant, { mediaType, direction: 'inbound', provider: 'Edge' }, start);
  const segment = { queueId: visit.queue.id };
  lay(leg, type, Math.floor((to - start) * (0.2 + draw.next() * 0.8)), segment, { disconnectType: 'client' });
  measure(leg, supervisorMeasures);
}
