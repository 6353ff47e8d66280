/** Visits to a queue that no agent answers. */
import { hangUp } from './customer.ts';
import type { Leg, Scene } from './leg.ts';
import { emit, join, lay, openLeg } from './leg.ts';
import { type Visit, waitInVain } from './queueing.ts';

/** Waits up to this long count as short when they are abandoned. The number is inferred. */
const shortAbandonMs = 10_000;

/** The customer gives up: tAbandon, and tShortAbandon as well if it was quick (that it is both is inferred). */
export function abandon(scene: Scene, customer: Leg, visit: Visit, at: number, typicalMs: number): void {
  const { draw } = scene;
  const ms = draw.chance(0.3)
    ? draw.between(500, shortAbandonMs)
    : draw.time(shortAbandonMs, typicalMs, typicalMs * 15);
  const names = ms <= shortAbandonMs ? (['tAbandon', 'tShortAbandon'] as const) : (['tAbandon'] as const);
  const leg = waitInVain(scene, visit, at, ms, 'peer', names);
  hangUp(customer, leg.at, draw.chance(0.8) ? 'client' : 'endpoint', visit.queue.id);
}

/** The caller leaves a message: tVoicemail, its length, on the voicemail's own session (inferred). */
export function leaveVoicemail(scene: Scene, customer: Leg, visit: Visit, at: number): void {
  const { draw } = scene;
  const waiting = waitInVain(scene, visit, at, draw.time(10_000, 60_000, 600_000), 'transfer', ['tFlowOut']);
  const participant = join(scene, { purpose: 'voicemail', participantName: `${visit.queue.name} Voicemail` });
  const leg = openLeg(scene, participant, visit.media.facts, waiting.at);
  const ms = draw.time(4_000, 25_000, 120_000);
  lay(leg, 'voicemail', ms, { queueId: visit.queue.id }, { disconnectType: 'peer' });
  emit(leg, 'tVoicemail', ms);
  hangUp(customer, leg.at, 'client', visit.queue.id);
}

/** The queue's flow takes the contact out again: tFlowOut. A recorded text follows, and the end. */
export function flowOut(scene: Scene, customer: Leg, visit: Visit, at: number): void {
  const { draw } = scene;
  const waiting = waitInVain(scene, visit, at, draw.time(20_000, 120_000, 900_000), 'transfer', ['tFlowOut']);
  const participant = join(scene, { purpose: 'workflow', participantName: 'All Lines Busy' });
  const leg = openLeg(scene, participant, visit.media.facts, waiting.at);
  lay(leg, 'ivr', draw.time(3_000, 12_000, 60_000), {}, { disconnectType: 'system' });
  emit(leg, 'tIvr', leg.at - waiting.at);
  hangUp(customer, leg.at, 'system', visit.queue.id);
}
