import { expect, test } from 'vitest';
import { dayMs } from '#sandbox/analytics/generate/rhythm.ts';
import type { Conversation, ConversationSource } from '#sandbox/analytics/model.ts';
import { createConversationSource } from '#sandbox/analytics/source.ts';
import { seedOrg } from '#sandbox/org/seed.ts';
import { TEST_INSTANT } from '../../support/fakeClock.ts';

interface Setting {
  readonly clock?: { now: () => number };
  readonly seed?: number;
  readonly perDay?: number;
}

const source = ({ clock = { now: () => TEST_INSTANT }, seed = 1, perDay = 400 }: Setting = {}): ConversationSource =>
  createConversationSource({ seed, org: seedOrg(seed, () => 'secret'), clock, perDay });

const whole = (from: ConversationSource): readonly Conversation[] =>
  from.startedBetween(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);

/** Two working days, a weekend and half a day: enough where the number does not matter. */
const recent = (from: ConversationSource): readonly Conversation[] =>
  from.startedBetween(TEST_INSTANT - 4.5 * dayMs, TEST_INSTANT);

const everything = whole(source());

test('the order of questions does not change the answers', () => {
  const other = source();
  const { from, to } = other.span();
  const halves: Conversation[] = [];
  for (let end = to; end > from; end -= dayMs / 2) {
    halves.unshift(...other.startedBetween(Math.max(from, end - dayMs / 2), end));
  }
  expect(halves).toEqual(everything);
});

test('the span is 35 days before today and today until now', () => {
  const { from, to } = source().span();
  expect(new Date(from).toISOString()).toBe('2026-10-16T00:00:00.000Z');
  expect(to).toBe(TEST_INSTANT + 1);
  const starts = everything.map(({ conversationStart }) => Date.parse(conversationStart));
  expect(starts.every((start) => start >= from && start < to)).toBe(true);
  expect(source().startedBetween(to, to + dayMs)).toEqual([]);
  expect(source().startedBetween(from - dayMs, from)).toEqual([]);
});

test('an interval has its start and not its end', () => {
  const [first, second] = everything;
  const [from, to] = [Date.parse(first?.conversationStart ?? ''), Date.parse(second?.conversationStart ?? '')];
  expect(source().startedBetween(from, to)).toEqual([first]);
});

test('a working day has about 400 conversations, a weekend fewer, a night few', () => {
  const days = new Map<string, number>();
  const hours = new Map<number, number>();
  for (const { conversationStart } of everything) {
    const day = conversationStart.slice(0, 10);
    days.set(day, (days.get(day) ?? 0) + 1);
    hours.set(Number(conversationStart.slice(11, 13)), (hours.get(Number(conversationStart.slice(11, 13))) ?? 0) + 1);
  }
  expect(days.size).toBe(36);
  expect([days.get('2026-11-13'), days.get('2026-11-14'), days.get('2026-11-15')]).toEqual([400, 160, 100]);
  expect(hours.get(10) ?? 0).toBeGreaterThan(20 * (hours.get(2) ?? 0));
});

test('another seed gives other conversations', () => {
  const ids = new Set(recent(source({ seed: 2 })).map(({ conversationId }) => conversationId));
  expect(everything.filter(({ conversationId }) => ids.has(conversationId))).toEqual([]);
});

interface Look {
  readonly open: number;
  readonly afterCallWork: number;
  /** Over since less than a minute. */
  readonly fresh: number;
}

function look(from: ConversationSource, now: number): Look {
  const all = from.startedBetween(now - 3 * dayMs, now + 1);
  const open = all.filter(({ conversationEnd }) => conversationEnd === undefined);
  const inAfterCallWork = open.filter((one) =>
    one.participants
      .flatMap((party) => party.sessions.map(({ segments }) => segments.at(-1)))
      .some((last) => last?.segmentType === 'wrapup' && last.segmentEnd === undefined),
  );
  const fresh = all.filter(({ conversationEnd }) => Date.parse(conversationEnd ?? '') > now - 60_000);
  return { open: open.length, afterCallWork: inAfterCallWork.length, fresh: fresh.length };
}

/** Every twelve minutes from 8 to 17 UTC on a Monday. */
function workingHours(perDay: number): readonly Look[] {
  let now = Date.UTC(2026, 10, 16, 8);
  const moving = source({ clock: { now: () => now }, perDay });
  return Array.from({ length: 45 }, () => {
    const seen = look(moving, now);
    now += 12 * 60_000 + 997;
    return seen;
  });
}

test('in working hours some are always open and some in after-call work, and often one is just over', () => {
  const looks = workingHours(400);
  expect(looks.filter(({ open }) => open < 3)).toEqual([]);
  expect(looks.filter(({ afterCallWork }) => afterCallWork < 1)).toEqual([]);
  expect(looks.filter(({ fresh }) => fresh > 0).length).toBeGreaterThan(looks.length / 4);
});

test('with ten times as many, one is nearly always just over', () => {
  expect(workingHours(4_000).filter(({ fresh }) => fresh < 1).length).toBeLessThan(4);
});

test('what is open goes on as the clock moves, and ends', () => {
  let now = TEST_INSTANT;
  const moving = source({ clock: { now: () => now } });
  const day = Date.UTC(2026, 10, 20);
  const open = moving.startedBetween(day, now + 1).filter(({ conversationEnd }) => conversationEnd === undefined);
  expect(open.length).toBeGreaterThan(3);
  now += 10 * dayMs;
  const later = new Map(moving.startedBetween(day, day + dayMs / 2).map((one) => [one.conversationId, one]));
  for (const { conversationId, conversationStart } of open) {
    expect(later.get(conversationId)).toMatchObject({ conversationStart });
    expect(later.get(conversationId)?.conversationEnd).toBeDefined();
  }
});

test('a clock that goes back shows what was seen then', () => {
  let now = TEST_INSTANT;
  const moving = source({ clock: { now: () => now } });
  const before = moving.startedBetween(now - dayMs, now);
  now += 20 * dayMs;
  moving.startedBetween(TEST_INSTANT - dayMs, TEST_INSTANT);
  now = TEST_INSTANT;
  expect(moving.startedBetween(now - dayMs, now)).toEqual(before);
});

test('codes that are deleted later stay on the conversations of the past', () => {
  const org = seedOrg(1, () => 'secret');
  const past = createConversationSource({ seed: 1, org, clock: { now: () => TEST_INSTANT } });
  const expected = recent(source());
  org.codes.clear();
  org.queueCodes.clear();
  expect(recent(past)).toEqual(expected);
});
