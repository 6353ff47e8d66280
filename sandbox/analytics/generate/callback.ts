/**
 * A customer who wants to be called. The agent has a callback session, which lasts until the after-call work is done,
 * and a voice session for each attempt within it. nCallbackAttempts sits on the callback session at each attempt, then
 * tCallbackNotReached (how long it rang) or tCallbackConnect (from the agent's answer to the customer's). Inferred.
 */
import { answer } from './answer.ts';
import { wrapUp } from './afterCall.ts';
import { customerNames, hangUp, joinCustomer, phoneNumber } from './customer.ts';
import type { SessionFacts } from './draft.ts';
import type { Leg, Scene } from './leg.ts';
import { emit, lay, openLeg } from './leg.ts';
import { facing, type Media } from './media.ts';
import { enterQueue, type Visit } from './queueing.ts';
import { callbackMeasures, innerCallMeasures, measure } from './segmentMetrics.ts';
import { talk } from './talk.ts';

export function callback(scene: Scene): void {
  const { draw, floor } = scene;
  const number = phoneNumber(draw);
  const media: Media = {
    settings: 'callback',
    facts: {
      mediaType: 'callback',
      direction: 'inbound',
      provider: 'PureCloud Callback',
      ...(draw.chance(0.5) ? { remote: draw.pick(customerNames) } : {}),
    },
  };
  const customer = joinCustomer(scene, media.facts);
  if (draw.chance(0.4)) {
    emit(customer, 'nCallbackScheduled', 1);
    lay(customer, 'scheduled', draw.time(15 * 60_000, 3 * 3_600_000, 26 * 3_600_000));
  }
  const visit = enterQueue(scene, draw.pick(floor.queues), facing(media, customer));
  const agent = answer(scene, visit, customer.at, draw.time(1_000, 240_000, 4 * 3_600_000));
  const end = callCustomer(scene, customer, agent, visit, number);
  lay(agent, 'interact', end - agent.at, visit.segment, { disconnectType: 'client' });
  hangUp(customer, end, 'peer', visit.queue.id);
  wrapUp(scene, agent, visit.queue);
  measure(agent, callbackMeasures);
}

/** Up to three attempts. Answers when the last one is over; the agent's callback session is not moved. */
function callCustomer(scene: Scene, customer: Leg, agent: Leg, visit: Visit, number: string): number {
  const { draw } = scene;
  const facts: SessionFacts = {
    mediaType: 'voice',
    direction: 'outbound',
    provider: 'Edge',
    dnis: `tel:${number}`,
    peerId: agent.session.id,
  };
  let at = agent.at + draw.time(1_000, 20_000, 300_000);
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    emit(agent, 'nCallbackAttempts', 1, at);
    const call = openLeg(scene, agent.participant, facts, at);
    const ringing = draw.between(2_000, 25_000);
    if (draw.chance(0.75)) {
      lay(call, 'dialing', ringing, visit.segment);
      emit(agent, 'tCallbackConnect', call.at - agent.at, call.at);
      const theirs = openLeg(scene, customer.participant, facts, at);
      lay(theirs, 'dialing', ringing);
      talk(scene, call, visit.segment, draw.time(10_000, 200_000, 2_400_000), 0, { disconnectType: 'peer' });
      hangUp(theirs, call.at, 'client', visit.queue.id);
      measure(call, innerCallMeasures);
      return call.at + draw.between(200, 15_000);
    }
    lay(call, 'dialing', ringing, visit.segment, { disconnectType: 'timeout' });
    emit(agent, 'tCallbackNotReached', ringing, call.at);
    measure(call, innerCallMeasures);
    at = call.at + draw.between(1_000, 60_000);
    if (draw.chance(0.5)) break;
  }
  return at;
}
