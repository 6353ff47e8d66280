/** One conversation, whole: a function of the seed, the day and its number in the day. */
import { aftermath } from './aftermath.ts';
import { createDraw } from './draw.ts';
import type { DraftConversation } from './draft.ts';
import { slowWrapUpCall } from './inboundCall.ts';
import type { Plan } from './plan.ts';
import { dayMs, startOf, volumeOf } from './rhythm.ts';
import { type Scenario, scenarioFor } from './scenarios.ts';

/** Every eighth conversation is one of these. */
const slowWrapUp: Scenario = { share: 0, direction: 'inbound', initiator: 'customer', play: slowWrapUpCall };
const every = 8;

/** All conversations that start on a UTC day, in the order of their starts. */
export function generateDay(plan: Plan, day: number): readonly DraftConversation[] {
  const count = volumeOf(day, plan.perDay);
  return Array.from({ length: count }, (_, index) => generateConversation(plan, day, index, count));
}

function generateConversation(plan: Plan, day: number, index: number, count: number): DraftConversation {
  const draw = createDraw(plan.seed, day, index);
  const start = day * dayMs + startOf(index, count, draw);
  const scenario = index % every === every - 1 ? slowWrapUp : scenarioFor(draw.next());
  const { direction, initiator, play } = scenario;
  const conversation: DraftConversation = {
    id: draw.uuid(),
    start,
    homeDivisionId: plan.floor.homeDivisionId,
    originatingDirection: direction,
    facts: {
      ...(draw.chance(0.9) ? { conversationInitiator: initiator } : {}),
      ...(draw.chance(0.06) ? { externalTag: `CASE-${draw.between(1000, 9999)}` } : {}),
    },
    outcome: draw.chance(0.8) ? { customerParticipation: initiator !== 'user' } : {},
    participants: [],
    surveys: [],
    evaluations: [],
    resolutions: [],
  };
  const scene = { draw, floor: plan.floor, conversation, old: start < plan.oldBefore };
  play(scene);
  aftermath(scene);
  for (const participant of conversation.participants) {
    for (const session of participant.sessions) session.metrics.sort((one, other) => one.at - other.at);
  }
  return conversation;
}
