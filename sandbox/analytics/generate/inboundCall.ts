/** A call that comes in: a menu, a queue, an agent; or it ends on the way. */
import { answer } from './answer.ts';
import { finish, wrapUp } from './afterCall.ts';
import { hangUp, joinCustomer } from './customer.ts';
import { answerTransfer } from './transfer.ts';
import type { Leg, Scene } from './leg.ts';
import { emit, join, lay, openLeg } from './leg.ts';
import { callMedia, facing, type Media } from './media.ts';
import { abandon, flowOut, leaveVoicemail } from './unanswered.ts';
import { enterQueue } from './queueing.ts';
import { agentMeasures, measure } from './segmentMetrics.ts';
import { shareScreen } from './sharing.ts';
import { supervise } from './supervise.ts';
import { talk } from './talk.ts';

export function inboundCall(scene: Scene): void {
  const { draw, floor } = scene;
  const { customer, media } = ring(scene);
  if (draw.chance(0.03)) {
    const end = menu(scene, media, customer.at, 'peer');
    return hangUp(customer, end, 'client');
  }
  const at = draw.chance(0.8) ? menu(scene, media, customer.at, 'transfer') : customer.at;
  const visit = enterQueue(scene, draw.pick(floor.queues), media);
  const fate = draw.next();
  if (fate < 0.08) return abandon(scene, customer, visit, at, 90_000);
  if (fate < 0.11) return leaveVoicemail(scene, customer, visit, at);
  if (fate < 0.14) return flowOut(scene, customer, visit, at);
  const agent = answer(scene, visit, at, draw.time(300, 18_000, 600_000));
  const connected = agent.at;
  const ms = draw.time(15_000, 240_000, 3_600_000);
  const holds = draw.chance(0.25) ? draw.between(1, 3) : 0;
  if (draw.chance(0.14)) return answerTransfer(scene, { customer, agent, visit }, ms);
  talk(scene, agent, visit.segment, ms, holds, { disconnectType: draw.chance(0.7) ? 'peer' : 'client' });
  const end = agent.at;
  hangUp(customer, end, draw.chance(0.7) ? 'endpoint' : 'peer', visit.queue.id);
  wrapUp(scene, agent, visit.queue);
  measure(agent, agentMeasures);
  if (draw.chance(0.05)) shareScreen(scene, agent, visit, connected, end);
  if (draw.chance(0.04)) supervise(scene, visit, connected, end);
}

/** A call after which the agent works for half an hour, so that some are always found at it. */
export function slowWrapUpCall(scene: Scene): void {
  const { draw, floor } = scene;
  const { customer, media } = ring(scene);
  const untimed = floor.queues.filter((queue) => queue.prompt === 'MANDATORY');
  const visit = enterQueue(scene, draw.pick(untimed.length > 0 ? untimed : floor.queues), media);
  const agent = answer(scene, visit, customer.at, draw.time(300, 10_000, 60_000));
  talk(scene, agent, visit.segment, draw.between(60_000, 300_000), 0, { disconnectType: 'peer' });
  hangUp(customer, agent.at, 'endpoint', visit.queue.id);
  finish(scene, agent, visit.queue, draw.between(28 * 60_000, 38 * 60_000));
  measure(agent, agentMeasures);
}

function ring(scene: Scene): { readonly customer: Leg; readonly media: Media } {
  const { draw, conversation } = scene;
  const call = callMedia(scene, 'inbound');
  const customer = joinCustomer(scene, call.facts);
  if (draw.chance(0.4)) lay(customer, 'system', draw.between(50, 400));
  if (draw.chance(0.7)) {
    conversation.outcome = { ...conversation.outcome, mediaStatsMinConversationMos: draw.between(350, 493) / 100 };
  }
  return { customer, media: facing(call, customer) };
}

/** The menu that greets the caller: tIvr, its length, when it ends. Answers when that is. */
export function menu(scene: Scene, media: Media, at: number, disconnectType: string): number {
  const participant = join(scene, { purpose: 'ivr', participantName: 'Main Menu' });
  const leg = openLeg(scene, participant, media.facts, at);
  lay(leg, 'ivr', scene.draw.time(4_000, 20_000, 180_000), {}, { disconnectType });
  emit(leg, 'tIvr', leg.at - at);
  return leg.at;
}
