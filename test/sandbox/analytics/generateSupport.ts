/** Conversations of the default seed for tests of the generator, made once per test file. */
import type { DraftConversation, DraftMetric, DraftSegment, DraftSession } from '#sandbox/analytics/generate/draft.ts';
import { generateDay } from '#sandbox/analytics/generate/generate.ts';
import { makePlan, type Plan } from '#sandbox/analytics/generate/plan.ts';
import { dayOf } from '#sandbox/analytics/generate/rhythm.ts';
import { defaultPerDay } from '#sandbox/analytics/source.ts';
import type { Org } from '#sandbox/org/model.ts';
import { seedOrg } from '#sandbox/org/seed.ts';
import { TEST_INSTANT } from '../../support/fakeClock.ts';

export const org: Org = seedOrg(1, () => 'secret');
export const today = dayOf(TEST_INSTANT);
export const plan: Plan = makePlan(1, org, defaultPerDay, TEST_INSTANT);

/** 36 days, as they will have been. */
export const drafts: readonly DraftConversation[] = Array.from({ length: 36 }, (_, ago) =>
  generateDay(plan, today - 35 + ago),
).flat();

export interface Placed {
  readonly draft: DraftConversation;
  readonly purpose: string;
  readonly session: DraftSession;
}

export const sessions: readonly Placed[] = drafts.flatMap((draft) =>
  draft.participants.flatMap((one) => one.sessions.map((session) => ({ draft, purpose: one.facts.purpose, session }))),
);

export function length(segment: DraftSegment): number {
  return segment.end - segment.start;
}

/** The lengths of the segments of some types, in order. */
export function lengths({ segments }: DraftSession, ...types: readonly string[]): readonly number[] {
  return segments.filter(({ type }) => types.includes(type)).map(length);
}

/** The values of one metric, in order. */
export function values({ metrics }: DraftSession, name: string): readonly number[] {
  return metrics.filter((metric) => metric.name === name).map(({ value }) => value);
}

export function metric({ metrics }: DraftSession, name: string): DraftMetric | undefined {
  return metrics.find((one) => one.name === name);
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
