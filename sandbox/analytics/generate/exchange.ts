/**
 * Customer and agent write to each other, turn by turn. On the agent's session: tFirstResponse (from the start of the
 * conversation to the first answer), tAgentResponseTime at each answer, and at the end the averages, oMessageTurn and
 * oMessageCount. On the customer's: tUserResponseTime at each message after an answer, and at the end oMessageCount,
 * oMediaCount and, for text messages, oMessageSegmentCount. Where they sit and what they count from is inferred.
 */
import type { Leg, Scene } from './leg.ts';
import { emit, lay } from './leg.ts';
import type { Visit } from './queueing.ts';

export interface Pace {
  readonly turns: number;
  readonly agentMs: number;
  readonly customerMs: number;
  /** The agent parks the conversation when the customer is silent for longer. */
  readonly parkMs: number;
}

/** The agent's session goes on until the last answer has been read. */
export function exchange(scene: Scene, customer: Leg, agent: Leg, visit: Visit, pace: Pace): void {
  const { draw } = scene;
  let [interacting, at] = [0, agent.at];
  let [answers, waits] = [0, 0];
  for (let turn = 0; turn < pace.turns; turn += 1) {
    if (turn > 0) {
      const silent = draw.time(1_000, pace.customerMs, pace.customerMs * 8);
      at += silent;
      waits += silent;
      emit(customer, 'tUserResponseTime', silent, at);
      if (silent > pace.parkMs) {
        if (interacting > 0) lay(agent, 'interact', interacting, visit.segment);
        lay(agent, 'parked', silent, visit.segment);
        interacting = 0;
      } else interacting += silent;
    }
    const thinking = draw.time(1_500, pace.agentMs, pace.agentMs * 10);
    at += thinking;
    answers += thinking;
    interacting += thinking;
    emit(agent, 'tAgentResponseTime', thinking, at);
    if (turn === 0) emit(agent, 'tFirstResponse', at - scene.conversation.start, at);
  }
  lay(agent, 'interact', interacting + draw.between(500, 20_000), visit.segment, {
    disconnectType: draw.chance(0.7) ? 'client' : 'peer',
  });
  emit(agent, 'tAverageAgentResponseTime', Math.round(answers / pace.turns));
  if (pace.turns > 1) emit(agent, 'tAverageCustomerResponseTime', Math.round(waits / (pace.turns - 1)));
  emit(agent, 'oMessageTurn', pace.turns);
  emit(agent, 'oMessageCount', pace.turns + draw.between(0, 3));
  const messages = pace.turns + draw.between(0, pace.turns);
  emit(customer, 'oMessageCount', messages, agent.at);
  if (draw.chance(0.3)) emit(customer, 'oMediaCount', draw.between(1, 4), agent.at);
  if (customer.session.facts.messageType === 'sms') {
    emit(customer, 'oMessageSegmentCount', messages + draw.between(0, messages), agent.at);
  }
}
