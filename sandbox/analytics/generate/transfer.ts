/**
 * A second agent. On the first agent's session: nTransferred with nBlindTransferred or nConsultTransferred at the moment
 * of the transfer, and nConsult when a consultation begins. A conference gives none of them but nConsult. That the
 * consultation itself is a session of its own, with talk and handle time, is inferred.
 */
import { answer } from './answer.ts';
import { wrapUp } from './afterCall.ts';
import { hangUp } from './customer.ts';
import type { SessionFacts } from './draft.ts';
import type { Leg, Scene } from './leg.ts';
import { emit, lay, openLeg } from './leg.ts';
import { enterQueue, type Visit } from './queueing.ts';
import { agentMeasures, measure } from './segmentMetrics.ts';
import { talk } from './talk.ts';

export interface Call {
  readonly customer: Leg;
  /** The first agent, connected. */
  readonly agent: Leg;
  readonly visit: Visit;
}

export function answerTransfer(scene: Scene, call: Call, ms: number): void {
  const luck = scene.draw.next();
  if (luck < 0.5) return blindTransfer(scene, call, ms);
  return consult(scene, call, ms, luck < 0.85 ? 'transfer' : 'conference');
}

function blindTransfer(scene: Scene, { customer, agent, visit }: Call, ms: number): void {
  const { draw } = scene;
  talk(scene, agent, visit.segment, ms, 0, { disconnectType: 'transfer' });
  emit(agent, 'nTransferred', 1);
  emit(agent, 'nBlindTransferred', 1);
  const handedOver = agent.at;
  wrapUp(scene, agent, visit.queue);
  measure(agent, agentMeasures);
  const next = enterQueue(scene, draw.pick(scene.floor.queues), visit.media);
  const second = answer(scene, next, handedOver, draw.time(300, 25_000, 600_000));
  talk(scene, second, next.segment, draw.time(15_000, 200_000, 3_600_000), 0, { disconnectType: 'peer' });
  hangUp(customer, second.at, 'endpoint', next.queue.id);
  wrapUp(scene, second, next.queue);
  measure(second, agentMeasures);
}

/** The first agent holds the customer, asks a second one, and then hands over or brings all together. */
function consult(scene: Scene, { customer, agent, visit }: Call, ms: number, kind: 'transfer' | 'conference'): void {
  const { draw } = scene;
  lay(agent, 'interact', ms, visit.segment);
  emit(agent, 'nConsult', 1);
  const asked = agent.at;
  const inner = consultationFacts(visit.session);
  const next = enterQueue(scene, draw.pick(scene.floor.queues), { ...visit.media, facts: inner });
  const second = answer(scene, next, asked, draw.time(300, 10_000, 120_000));
  const consulted = draw.between(5_000, 90_000);
  const joined = second.at + consulted;
  const consultation = openLeg(scene, agent.participant, inner, asked);
  lay(consultation, 'dialing', second.at - asked);
  lay(
    consultation,
    'interact',
    consulted,
    {},
    {
      disconnectType: kind === 'transfer' ? 'consultTransfer' : 'conferenceTransfer',
    },
  );
  measure(consultation, agentMeasures);
  const rest = draw.time(10_000, 150_000, 1_800_000);
  const together = kind === 'conference' ? { conference: true } : {};
  lay(agent, 'hold', joined - asked, visit.segment, kind === 'transfer' ? { disconnectType: 'consultTransfer' } : {});
  if (kind === 'transfer') {
    emit(agent, 'nTransferred', 1);
    emit(agent, 'nConsultTransferred', 1);
  } else {
    lay(agent, 'interact', rest, { ...visit.segment, ...together }, { disconnectType: 'peer' });
  }
  lay(second, 'interact', consulted, next.segment);
  lay(second, 'interact', rest, { ...next.segment, ...together }, { disconnectType: 'peer' });
  hangUp(customer, second.at, 'endpoint', kind === 'transfer' ? next.queue.id : visit.queue.id);
  wrapUp(scene, agent, visit.queue);
  wrapUp(scene, second, next.queue);
  measure(agent, agentMeasures);
  measure(second, agentMeasures);
}

/** A consultation is an outbound call between the two agents. */
function consultationFacts({ mediaType, provider }: SessionFacts): SessionFacts {
  return { mediaType, direction: 'outbound', ...(provider === undefined ? {} : { provider }) };
}
