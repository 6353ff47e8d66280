/** A call that comes in: menu, queue, agent. */
import { joinAgent, talk } from './agentLeg.ts';
import { wrapUp } from './afterCall.ts';
import { hangUp, joinCustomer, phoneNumber } from './customer.ts';
import type { Scene } from './leg.ts';
import { emit, join, lay, openLeg } from './leg.ts';
import type { Media } from './media.ts';
import { answered, waitIn } from './queueing.ts';
import { emitSegmentMetrics } from './segmentMetrics.ts';

export function inboundCall(scene: Scene): void {
  const { draw, floor, conversation } = scene;
  const queue = draw.pick(floor.queues);
  const media = callMedia(scene);
  const customer = joinCustomer(scene, media.facts);
  let at = conversation.start;
  if (draw.chance(0.8)) at = menu(scene, media, at);
  const waiting = waitIn(scene, queue, media, at, draw.time(500, 18_000, 600_000));
  const agent = joinAgent(scene, draw.pick(queue.agents), media, waiting.at);
  lay(agent, 'alert', draw.between(800, 7_000), { queueId: queue.id });
  answered(waiting, queue, media);
  talk(scene, agent, queue, draw.time(15_000, 240_000, 3_600_000), draw.chance(0.25) ? draw.between(1, 3) : 0, {
    disconnectType: 'peer',
  });
  hangUp(customer, agent.at, 'client');
  wrapUp(scene, agent, queue);
  emitSegmentMetrics(agent);
}

function callMedia({ draw }: Scene): Media {
  const ani = `tel:${phoneNumber(draw)}`;
  const dnis = 'tel:+31205550100';
  return {
    settings: 'call',
    facts: {
      mediaType: 'voice',
      direction: 'inbound',
      ani,
      dnis,
      sessionDnis: dnis,
      provider: 'Edge',
      ...(draw.chance(0.8) ? { remote: ani } : {}),
      ...(draw.chance(0.5) ? { recording: true } : {}),
    },
  };
}

/** The menu that greets the caller. Answers when it is over. */
function menu(scene: Scene, media: Media, at: number): number {
  const participant = join(scene, { purpose: 'ivr', participantName: 'Main Menu' });
  const leg = openLeg(scene, participant, media.facts, at);
  lay(leg, 'ivr', scene.draw.time(4_000, 20_000, 180_000), {}, { disconnectType: 'transfer' });
  emit(leg, 'tIvr', leg.at - at);
  return leg.at;
}
