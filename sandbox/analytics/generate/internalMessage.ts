/** Two colleagues write to each other. No queue, no customer, no after-call work. */
import type { Scene } from './leg.ts';
import { emit, join, lay, openLeg } from './leg.ts';

export function internalMessage(scene: Scene): void {
  const { draw, floor, conversation } = scene;
  const ms = draw.time(5_000, 300_000, 6 * 3_600_000);
  for (const direction of ['outbound', 'inbound'] as const) {
    const user = draw.pick(floor.agents);
    const party = join(scene, { purpose: 'user', participantName: user.name, userId: user.id }, user.divisionId);
    const facts = { mediaType: 'internalmessage', direction, provider: 'PureCloud Messaging' };
    const leg = openLeg(scene, party, facts, conversation.start);
    lay(leg, 'interact', ms, {}, { disconnectType: direction === 'outbound' ? 'client' : 'peer' });
    emit(leg, 'oMessageCount', draw.between(1, 12));
  }
}
