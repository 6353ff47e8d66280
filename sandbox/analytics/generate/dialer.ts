/**
 * An attempt of a campaign. Most reach nobody: then the customer's session has a wrapup segment of no length with a code
 * of the system. Who is reached goes to the campaign's queue. That the code is on the customer's session, and that
 * nOutboundAttempted, nOutboundConnected and nOutboundAbandoned are, is inferred.
 */
import { answer } from './answer.ts';
import { finish, wrapUp } from './afterCall.ts';
import { hangUp, joinCustomer } from './customer.ts';
import type { FloorQueue } from './floor.ts';
import type { Leg, Scene } from './leg.ts';
import { emit, lay } from './leg.ts';
import { callMedia, facing, type Media } from './media.ts';
import { enterQueue, waitInVain } from './queueing.ts';
import { agentMeasures, callbackMeasures, measure } from './segmentMetrics.ts';
import { talk } from './talk.ts';

const unreached = [
  'ININ-OUTBOUND-NO-ANSWER',
  'ININ-OUTBOUND-NO-ANSWER',
  'ININ-OUTBOUND-NO-ANSWER',
  'ININ-OUTBOUND-BUSY',
  'ININ-OUTBOUND-MACHINE',
  'ININ-OUTBOUND-MACHINE',
  'ININ-OUTBOUND-SIT-UNCALLABLE',
  'ININ-OUTBOUND-SIT-CALLABLE',
  'ININ-OUTBOUND-INVALID-PHONE-NUMBER',
  'ININ-OUTBOUND-NUMBER_COULD_NOT_BE_DIALED',
  'ININ-OUTBOUND-AMBIGUOUS',
  'ININ-OUTBOUND-FAX',
] as const;

export function campaignCall(scene: Scene): void {
  const { draw, floor } = scene;
  const place = draw.between(0, floor.campaigns.length - 1);
  const queue = floor.queues[(place * 5) % floor.queues.length] ?? draw.pick(floor.queues);
  const outboundCampaignId = floor.campaigns[place] ?? draw.pick(floor.campaigns);
  if (draw.chance(0.08)) return skipPreview(scene, queue, outboundCampaignId);
  const call = callMedia(scene, 'outbound');
  const media: Media = { ...call, facts: { ...call.facts, outboundCampaignId } };
  const customer = joinCustomer(scene, media.facts);
  emit(customer, 'nOutboundAttempted', 1);
  const dialing = draw.between(3_000, 30_000);
  const reached = draw.chance(0.4);
  lay(customer, 'dialing', dialing, {}, reached ? {} : { disconnectType: 'uncallable', queueId: queue.id });
  emit(customer, 'tDialing', dialing);
  if (!reached) return label(customer, queue, draw.pick(unreached));
  emit(customer, 'nOutboundConnected', 1);
  const visit = enterQueue(scene, queue, facing(media, customer));
  if (draw.chance(0.12)) {
    const waiting = waitInVain(scene, visit, customer.at, draw.between(2_000, 20_000), 'peer', ['tAbandon']);
    hangUp(customer, waiting.at, 'client', queue.id);
    emit(customer, 'nOutboundAbandoned', 1);
    return label(customer, queue, 'ININ-OUTBOUND-FAILED-TO-REACH-AGENT');
  }
  const agent = answer(scene, visit, customer.at, draw.between(50, 1_500));
  emit(agent, 'nOutbound', 1);
  talk(scene, agent, visit.segment, draw.time(5_000, 90_000, 1_800_000), 0, { disconnectType: 'peer' });
  hangUp(customer, agent.at, 'endpoint', queue.id);
  wrapUp(scene, agent, queue);
  measure(agent, agentMeasures);
}

/** A preview that the agent skips: a callback that is over at once, with an empty note, as in published examples. */
function skipPreview(scene: Scene, queue: FloorQueue, outboundCampaignId: string): void {
  const { draw } = scene;
  const media: Media = {
    settings: 'callback',
    facts: { mediaType: 'callback', direction: 'outbound', provider: 'PureCloud Callback', outboundCampaignId },
  };
  const customer = joinCustomer(scene, media.facts);
  const visit = enterQueue(scene, queue, facing(media, customer));
  const agent = answer(scene, visit, customer.at, draw.between(50, 3_000));
  lay(agent, 'interact', draw.time(800, 4_000, 60_000), visit.segment, { disconnectType: 'client' });
  hangUp(customer, agent.at, 'peer', queue.id);
  finish(scene, agent, queue, 0, 'ININ-OUTBOUND-PREVIEW-SKIPPED', '');
  measure(agent, callbackMeasures);
}

function label(customer: Leg, queue: FloorQueue, wrapUpCode: string): void {
  lay(customer, 'wrapup', 0, { queueId: queue.id }, { disconnectType: 'client', wrapUpCode });
}
