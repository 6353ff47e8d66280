import { expect, test } from 'vitest';
import { createConversationSource } from '#sandbox/analytics/source.ts';
import { seedOrg } from '#sandbox/org/seed.ts';
import { TEST_INSTANT } from '../../support/fakeClock.ts';

const dayMs = 86_400_000;
const source = (now: { value: number }, seed = 1): ReturnType<typeof createConversationSource> =>
  createConversationSource({ seed, org: seedOrg(seed, () => 'secret'), clock: { now: () => now.value } });

test('the order of questions does not change the answers', () => {
  const now = { value: TEST_INSTANT };
  const [one, other] = [source(now), source(now)];
  const { from, to } = one.span();
  const whole = one.startedBetween(from, to);
  const days: unknown[] = [];
  for (let end = to; end > from; end -= dayMs / 2)
    days.unshift(...other.startedBetween(Math.max(from, end - dayMs / 2), end));
  expect(days).toEqual(whole);
  expect(whole.length).toBeGreaterThan(8_000);
});
