/** Messages of all kinds, which may go on for hours, and chats, which do not. */
import { answer } from './answer.ts';
import { wrapUp } from './afterCall.ts';
import { hangUp, joinCustomer, phoneNumber } from './customer.ts';
import type { SessionFacts } from './draft.ts';
import type { Draw } from './draw.ts';
import { exchange, type Pace } from './exchange.ts';
import type { Scene } from './leg.ts';
import { facing, type Media } from './media.ts';
import { enterQueue } from './queueing.ts';
import { agentMeasures, measure } from './segmentMetrics.ts';
import { abandon } from './unanswered.ts';

/** `messageType` is any string in the published models; these spellings are inferred. */
const messageTypes = ['webmessaging', 'webmessaging', 'whatsapp', 'sms', 'facebook', 'open', 'instagram'] as const;

export function message(scene: Scene): void {
  const { draw } = scene;
  const messageType = draw.pick(messageTypes);
  written(scene, { settings: 'message', facts: messageFacts(draw, messageType) }, 40_000, {
    turns: draw.between(1, 9),
    agentMs: 60_000,
    customerMs: draw.chance(0.35) ? 3_600_000 : 90_000,
    parkMs: 20 * 60_000,
  });
}

export function chat(scene: Scene): void {
  const { draw } = scene;
  const facts: SessionFacts = {
    mediaType: 'chat',
    direction: 'inbound',
    provider: 'PureCloud Webchat v2',
    ...(draw.chance(0.5) ? { remote: 'Web visitor' } : {}),
  };
  written(scene, { settings: 'chat', facts }, 20_000, {
    turns: draw.between(2, 14),
    agentMs: 12_000,
    customerMs: 15_000,
    parkMs: Number.POSITIVE_INFINITY,
  });
}

function written(scene: Scene, media: Media, waitMs: number, pace: Pace): void {
  const { draw, floor } = scene;
  const customer = joinCustomer(scene, media.facts);
  const visit = enterQueue(scene, draw.pick(floor.queues), facing(media, customer));
  if (draw.chance(0.07)) return abandon(scene, customer, visit, customer.at, waitMs * 4);
  const agent = answer(scene, visit, customer.at, draw.time(300, waitMs, waitMs * 30));
  exchange(scene, customer, agent, visit, pace);
  hangUp(customer, agent.at, draw.chance(0.3) ? 'inactivity' : 'peer', visit.queue.id);
  wrapUp(scene, agent, visit.queue);
  measure(agent, agentMeasures);
}

function messageFacts(draw: Draw, messageType: (typeof messageTypes)[number]): SessionFacts {
  const addressFrom = messageType === 'sms' || messageType === 'whatsapp' ? phoneNumber(draw) : draw.uuid();
  return {
    mediaType: 'message',
    direction: 'inbound',
    messageType,
    addressFrom,
    addressTo: messageType === 'sms' ? '+31205550123' : 'northwind',
    provider: 'PureCloud Messaging',
    ...(draw.chance(0.6) ? { remote: addressFrom } : {}),
  };
}
