import { expect, test } from 'vitest';
import { whenItAppears } from '#core/genesys/appearing.ts';
import { TEST_INSTANT, fakeClock, manualClock } from '../support/fakeClock.ts';
import { failureOf } from './support.ts';

test('what can be read some seconds after it was made is waited for', async () => {
  const clock = fakeClock();
  const read = async () => (clock.now() - TEST_INSTANT >= 4000 ? 'there' : undefined);
  expect(await whenItAppears(clock, read, {})).toBe('there');
  expect(clock.sleeps).toEqual([500, 1000, 2000, 4000]);
});

test('what is there at once costs no time', async () => {
  const clock = fakeClock();
  expect(await whenItAppears(clock, async () => 'there', {})).toBe('there');
  expect(clock.sleeps).toEqual([]);
});

test('after half a minute it is said that nothing is there', async () => {
  const clock = fakeClock();
  let reads = 0;
  const read = async () => {
    reads++;
    return undefined;
  };
  expect(await whenItAppears(clock, read, {})).toBeUndefined();
  expect(clock.now() - TEST_INSTANT).toBe(30_000);
  expect(reads).toBe(clock.sleeps.length + 1);
});

test.each(['signal', 'patience'] as const)('a wait that is ended by %s is a cancel', async (by) => {
  const clock = manualClock();
  const controller = new AbortController();
  const failure = failureOf(whenItAppears(clock, async () => undefined, { [by]: controller.signal }));
  await expect.poll(() => clock.waiting).toBe(1);
  controller.abort();
  expect(await failure).toMatchObject({ kind: 'cancelled', ambiguous: false });
});
