/**
 * 35 days of conversations up to the sandbox's present moment, made when they are asked for. A conversation is a
 * function of the seed, its day and its number in that day, so the order of questions changes nothing. It is made
 * whole and then looked at: as the clock moves, open ones go on and end.
 */
import type { Clock } from '../clock.ts';
import type { Org } from '../org/model.ts';
import { createDays } from './generate/days.ts';
import { generateDay } from './generate/generate.ts';
import { makePlan } from './generate/plan.ts';
import { dayMs, dayOf } from './generate/rhythm.ts';
import type { Conversation, ConversationSource } from './model.ts';

export const daysKept = 35;
export const defaultPerDay = 400;

export interface SourceOptions {
  readonly seed: number;
  /** Read once, now: codes that are made or deleted later do not change the past. */
  readonly org: Org;
  readonly clock: Clock;
  /** Conversations on a working day. Weekends have fewer. */
  readonly perDay?: number;
}

/** The span begins at midnight UTC, 35 days before the present day. */
export function createConversationSource({ seed, org, clock, perDay }: SourceOptions): ConversationSource {
  const plan = makePlan(seed, org, perDay ?? defaultPerDay, clock.now());
  const days = createDays((day) => generateDay(plan, day));
  const spanAt = (now: number): { readonly from: number; readonly to: number } => ({
    from: (dayOf(now) - daysKept) * dayMs,
    to: now + 1,
  });
  return {
    span: () => spanAt(clock.now()),
    startedBetween(from, to) {
      const now = clock.now();
      const span = spanAt(now);
      const [first, last] = [Math.max(from, span.from), Math.min(to, span.to)];
      const found: Conversation[] = [];
      for (let day = dayOf(first); day * dayMs < last; day += 1) {
        for (const conversation of days.seen(day, first, last, now)) found.push(conversation);
      }
      return found;
    },
  };
}
