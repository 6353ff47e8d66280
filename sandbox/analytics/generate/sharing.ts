/** Sessions beside a call: cobrowse, screen share and video. Which segments and metrics they have is inferred. */
import type { Leg, Scene } from './leg.ts';
import { emit, lay, openLeg } from './leg.ts';
import type { Visit } from './queueing.ts';

/** Adds a session to the agent, somewhere within [from, to]. */
export function shareScreen(scene: Scene, agent: Leg, visit: Visit, from: number, to: number): void {
  const { draw } = scene;
  const mediaType = draw.pick(['cobrowse', 'cobrowse', 'screenshare', 'video'] as const);
  const start = from + Math.floor((to - from) * 0.3 * draw.next());
  const facts = { mediaType, direction: 'inbound', provider: 'Edge' } as const;
  const leg = openLeg(scene, agent.participant, facts, start);
  const type = mediaType === 'video' ? 'interact' : 'sharing';
  const queueId = visit.queue.id;
  lay(leg, type, Math.floor((to - start) * (0.3 + draw.next() * 0.7)), { queueId }, { disconnectType: 'client' });
  if (mediaType === 'cobrowse') emit(leg, 'nCobrowseSessions', 1, start);
  if (mediaType === 'video') emit(leg, 'tAgentVideoConnected', leg.at - start);
}
