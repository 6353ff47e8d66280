/** The customer's side: one session from the start of the contact to its end. */
import type { SessionFacts } from './draft.ts';
import type { Draw } from './draw.ts';
import type { Leg, Scene } from './leg.ts';
import { emit, join, lay, openLeg } from './leg.ts';

export const customerNames: readonly string[] = [
  'Jan de Groot',
  'María José Ruiz',
  "Pat O'Neil",
  'Müller, Hans',
  'محمد علي',
  '山田太郎',
  'Ann "Annie" Lee',
  'Mobile Number, NL',
];

/** Opens the customer's session. `hangUp` closes it, when the others' times are known. */
export function joinCustomer(scene: Scene, facts: SessionFacts): Leg {
  const { draw } = scene;
  const participant = join(scene, {
    purpose: 'customer',
    ...(draw.chance(0.7) ? { participantName: draw.pick(customerNames) } : {}),
    ...(draw.chance(0.3) ? { externalContactId: draw.uuid() } : {}),
  });
  return openLeg(scene, participant, facts, scene.conversation.start);
}

/**
 * The customer is in contact from where the leg is until `end`: nConnected when it begins and tConnected, its length,
 * when it ends, as published examples have it.
 */
export function hangUp(leg: Leg, end: number, disconnectType: string, queueId?: string): void {
  const ms = end - leg.at;
  emit(leg, 'nConnected', 1);
  lay(leg, 'interact', ms, {}, { disconnectType, ...(queueId === undefined ? {} : { queueId }) });
  emit(leg, 'tConnected', ms);
}

/** Numbers of the sort that are kept for fiction. */
export function phoneNumber(draw: Draw): string {
  return `+3120555${draw.between(1000, 9999)}`;
}
