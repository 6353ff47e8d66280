/** Mail: it waits for hours, is parked for hours, and is sent in the end. */
import { answer } from './answer.ts';
import { wrapUp } from './afterCall.ts';
import { hangUp, joinCustomer } from './customer.ts';
import type { SessionFacts } from './draft.ts';
import type { Leg, Scene } from './leg.ts';
import { emit, lay } from './leg.ts';
import { facing } from './media.ts';
import { enterQueue, type Visit } from './queueing.ts';
import { agentMeasures, measure } from './segmentMetrics.ts';
import { flowOut } from './unanswered.ts';

const subjects = [
  'Question about my invoice',
  'RE: RE: FW: your ticket',
  'Reklamation – bitte um Rückruf',
  '=cmd|" /C calc"!A0',
  'شكوى بخصوص الفاتورة',
  'Offer, "special"; please read',
  '',
] as const;

const closed = { disconnectType: 'client' } as const;

export function email(scene: Scene): void {
  const { draw, floor } = scene;
  const facts: SessionFacts = {
    mediaType: 'email',
    direction: 'inbound',
    provider: 'PureCloud Email',
    addressFrom: `customer${draw.between(1, 999)}@example.net`,
    addressTo: 'service@northwind.example.com',
  };
  const customer = joinCustomer(scene, facts);
  const entered = enterQueue(scene, draw.pick(floor.queues), facing({ settings: 'email', facts }, customer));
  const visit = {
    ...entered,
    segment: { ...entered.segment, ...(draw.chance(0.9) ? { subject: draw.pick(subjects) } : {}) },
  };
  if (draw.chance(0.05)) return flowOut(scene, customer, visit, customer.at);
  const agent = answer(scene, visit, customer.at, draw.time(2_000, 40 * 60_000, 20 * 3_600_000));
  write(scene, agent, visit);
  hangUp(customer, agent.at, 'peer', visit.queue.id);
  wrapUp(scene, agent, visit.queue);
  measure(agent, agentMeasures);
}

function write(scene: Scene, agent: Leg, { segment }: Visit): void {
  const { draw } = scene;
  const parked = draw.chance(0.35) ? draw.between(1, 2) : 0;
  for (let index = 0; index < parked; index += 1) {
    lay(agent, 'interact', draw.time(20_000, 120_000, 1_200_000), segment);
    lay(agent, 'parked', draw.time(600_000, 2 * 3_600_000, 16 * 3_600_000), segment);
  }
  const replies = draw.chance(0.85);
  lay(agent, 'interact', draw.time(20_000, 300_000, 2_400_000), segment, replies ? {} : closed);
  if (!replies) return;
  emit(agent, 'tFirstResponse', agent.at - scene.conversation.start);
  lay(agent, 'transmitting', draw.between(200, 4_000), segment, closed);
}
