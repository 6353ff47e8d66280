/** An agent calls somebody, on behalf of a queue or of nobody. Without a queue there is no after-call work. */
import { joinAgent } from './answer.ts';
import { wrapUp } from './afterCall.ts';
import { hangUp } from './customer.ts';
import type { Scene } from './leg.ts';
import { emit, join, lay, openLeg } from './leg.ts';
import { callMedia } from './media.ts';
import { agentMeasures, measure } from './segmentMetrics.ts';
import { talk } from './talk.ts';

export function manualCall(scene: Scene): void {
  const { draw, floor, conversation } = scene;
  const queue = draw.chance(0.7) ? draw.pick(floor.queues) : undefined;
  const segment = queue ? { queueId: queue.id } : {};
  const { facts } = callMedia(scene, 'outbound');
  const agent = joinAgent(scene, draw.pick(queue?.agents ?? floor.agents), { session: facts }, conversation.start);
  const [contacting, dialing] = [draw.between(100, 2_500), draw.between(2_000, 28_000)];
  const reached = draw.chance(0.7);
  emit(agent, 'nOutbound', 1);
  lay(agent, 'contacting', contacting, segment);
  lay(agent, 'dialing', dialing, segment, reached ? {} : { disconnectType: draw.chance(0.5) ? 'client' : 'timeout' });
  const party = join(scene, { purpose: queue ? 'customer' : 'external' });
  const customer = openLeg(scene, party, { ...facts, peerId: agent.session.id }, conversation.start + contacting);
  lay(customer, 'dialing', dialing, {}, reached ? {} : { disconnectType: 'peer' });
  if (reached) {
    const holds = draw.chance(0.15) ? 1 : 0;
    talk(scene, agent, segment, draw.time(5_000, 150_000, 2_400_000), holds, { disconnectType: 'client' });
    hangUp(customer, agent.at, 'peer', queue?.id);
    if (queue) wrapUp(scene, agent, queue);
  }
  measure(agent, agentMeasures);
}
