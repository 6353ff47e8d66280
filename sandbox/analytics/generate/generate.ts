/** One conversation, whole: a function of the seed, the day and its number in the day. */
import { createDraw } from './draw.ts';
import type { DraftConversation } from './draft.ts';
import type { Floor } from './floor.ts';
import { inboundCall } from './inboundCall.ts';
import { dayMs, startOf, volumeOf } from './rhythm.ts';

export interface Plan {
  readonly seed: number;
  readonly floor: Floor;
  readonly perDay: number;
  /** Conversations that start before this may have codes that are deleted today. */
  readonly oldBefore: number;
}

/** All conversations that start on a UTC day, in the order of their starts. */
export function generateDay(plan: Plan, day: number): DraftConversation[] {
  const count = volumeOf(day, plan.perDay);
  return Array.from({ length: count }, (_, index) => generateConversation(plan, day, index, count));
}

function generateConversation(plan: Plan, day: number, index: number, count: number): DraftConversation {
  const draw = createDraw(plan.seed, day, index);
  const start = day * dayMs + startOf(index, count, draw);
  const conversation: DraftConversation = {
    id: draw.uuid(),
    start,
    originatingDirection: 'inbound',
    homeDivisionId: plan.floor.homeDivisionId,
    participants: [],
  };
  inboundCall({
    draw,
    floor: plan.floor,
    conversation,
    old: start < plan.oldBefore,
    slowWrapUp: index % 8 === 3,
  });
  return conversation;
}
