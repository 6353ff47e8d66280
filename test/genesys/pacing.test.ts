import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPacer } from '#core/genesys/pacing.ts';
import { TEST_INSTANT, fakeClock } from '../support/fakeClock.ts';
import { openWorld } from './support.ts';

const MINUTE = 60_000;

test.each([0.8, 0.5, 1])(
  'a share of %s of the sandbox’s real rate is met, and nothing is refused',
  async (rateShare) => {
    const { sandbox, genesys, clock } = await openWorld({ rate: 30, rateShare });
    const end = TEST_INSTANT + 10 * MINUTE;
    while (clock.now() < end) await genesys.organization();
    expect(sandbox.log.filter(({ status }) => status === 429)).toHaveLength(0);
    const sent = sandbox.log.filter(({ path }) => path === '/api/v2/organizations/me').length;
    // The last call began in the eleventh minute.
    expect(Math.abs((sent - 1) / (10 * 30 * rateShare) - 1)).toBeLessThan(0.05);
  },
);

test('four fifths are used where no share is said, and a wait is counted down', async () => {
  const { genesys, clock, waits } = await openWorld({ rate: 10 });
  for (let i = 0; i < 8; i++) await genesys.organization();
  expect(clock.now()).toBe(TEST_INSTANT);
  await genesys.organization();
  expect(clock.now() - TEST_INSTANT).toBe(MINUTE);
  expect(waits).toEqual([...Array.from({ length: 60 }, (_, index) => 60 - index), 0]);
});

test('calls at the same time keep to the share together', async () => {
  const { sandbox, genesys, clock } = await openWorld({ rate: 10 });
  await genesys.organization();
  await Promise.all(Array.from({ length: 24 }, () => genesys.organization()));
  const sent = sandbox.log.filter(({ path }) => path === '/api/v2/organizations/me');
  expect(sent.map(({ status }) => status)).toEqual(Array.from({ length: 25 }, () => 200));
  expect(clock.now() - TEST_INSTANT).toBeGreaterThanOrEqual(2 * MINUTE);
});

/** A limiter as the headers describe it: a window of whole seconds that starts with its first request, or on the minute. */
function limitedOrg(clock: { now(): number }, allowed: number, windowMs: number, aligned: boolean) {
  let window = { start: Number.NEGATIVE_INFINITY, count: 0 };
  const startOf = (now: number): number => (aligned ? now - (now % windowMs) : now);
  return {
    refused: 0,
    take(requests: number): Record<string, string> {
      const now = clock.now();
      if (now - window.start >= windowMs) window = { start: startOf(now), count: 0 };
      window.count += requests;
      if (window.count > allowed) this.refused++;
      return {
        'inin-ratelimit-allowed': String(allowed),
        'inin-ratelimit-count': String(window.count),
        'inin-ratelimit-reset': String(Math.max(1, Math.ceil((window.start + windowMs - now) / 1000))),
      };
    },
  };
}

test('the share is met within 5 % for every allowed rate, window, delay and number of workers', async () => {
  const cases = fc.record({
    allowed: fc.integer({ min: 10, max: 400 }),
    share: fc.double({ min: 0.1, max: 1, noNaN: true }),
    windowMs: fc.integer({ min: 30, max: 120 }).map((seconds) => seconds * 1000),
    aligned: fc.boolean(),
    delay: fc.integer({ min: 0, max: 40 }),
    workers: fc.integer({ min: 1, max: 4 }),
  });
  await fc.assert(
    fc.asyncProperty(cases, async ({ allowed, share, windowMs, aligned, delay, workers }) => {
      const windows = 10;
      // At the beginning of a window of the aligned org, so that no part of one is left before.
      const clock = fakeClock(Math.ceil(TEST_INSTANT / windowMs) * windowMs);
      const end = clock.now() + windows * windowMs;
      const org = limitedOrg(clock, allowed, windowMs, aligned);
      const pacer = createPacer(clock, () => share);
      let sent = 1;
      const work = async (): Promise<void> => {
        for (;;) {
          await pacer.before(() => undefined, undefined);
          if (clock.now() >= end) return pacer.lost();
          sent++;
          const headers = org.take(1);
          if (delay > 0) await clock.sleep(delay);
          pacer.after(headers);
        }
      };
      // What is allowed is not known before the first answer.
      await pacer.before(() => undefined, undefined);
      pacer.after(org.take(1));
      await Promise.all(Array.from({ length: workers }, work));
      expect(org.refused).toBe(0);
      const wanted = Math.max(1, allowed * share) * windows;
      // A part of a request cannot be sent.
      expect(Math.abs(sent - wanted)).toBeLessThanOrEqual(Math.max(1, 0.05 * wanted));
    }),
    { numRuns: 40 },
  );
});

test('what others use of the same token is left to them', async () => {
  const clock = fakeClock();
  const org = limitedOrg(clock, 100, MINUTE, false);
  const pacer = createPacer(clock, () => 0.8);
  const sentIn: number[] = [];
  await pacer.before(() => undefined, undefined);
  for (let minute = 0; minute < 5; minute++) {
    let sent = 0;
    while (clock.now() < TEST_INSTANT + (minute + 1) * MINUTE) {
      if (sent === 10) org.take(30);
      pacer.after(org.take(1));
      sent++;
      await pacer.before(() => undefined, undefined);
    }
    sentIn.push(sent);
  }
  expect(org.refused).toBe(0);
  expect(sentIn).toEqual([50, 50, 50, 50, 50]);
});

test('an endpoint with a limit of its own is not taken for the limit of the token', async () => {
  const clock = fakeClock();
  const pacer = createPacer(clock);
  const answer = (allowed: number, count: number): void =>
    pacer.after({
      'inin-ratelimit-allowed': String(allowed),
      'inin-ratelimit-count': String(count),
      'inin-ratelimit-reset': '30',
    });
  const ask = () => pacer.before(() => undefined, undefined);
  await ask();
  answer(300, 100);
  await ask();
  answer(180, 1);
  await ask();
  answer(300, 240);
  expect(clock.now()).toBe(TEST_INSTANT);
  await ask();
  expect(clock.now() - TEST_INSTANT).toBe(30_000);
});

test('a cancelled wait is not counted as a request', async () => {
  const clock = fakeClock();
  const pacer = createPacer(clock);
  await pacer.before(() => undefined, undefined);
  pacer.after({ 'inin-ratelimit-allowed': '10', 'inin-ratelimit-count': '8', 'inin-ratelimit-reset': '5' });
  await expect(pacer.before(() => undefined, AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough');
  await pacer.before(() => undefined, undefined);
  expect(clock.now() - TEST_INSTANT).toBe(5000);
});

test('answers without the headers hold nothing back', async () => {
  const clock = fakeClock();
  const pacer = createPacer(clock);
  for (const headers of [
    {},
    { 'inin-ratelimit-allowed': '0', 'inin-ratelimit-count': '9', 'inin-ratelimit-reset': '5' },
  ]) {
    await pacer.before(() => undefined, undefined);
    pacer.after(headers);
  }
  await pacer.before(() => undefined, undefined);
  expect(clock.now()).toBe(TEST_INSTANT);
});

test('another share counts from the next window on, and one that makes no sense is four fifths', async () => {
  const clock = fakeClock();
  const org = limitedOrg(clock, 100, MINUTE, false);
  let share = Number.NaN;
  const pacer = createPacer(clock, () => share);
  const sentIn: number[] = [];
  await pacer.before(() => undefined, undefined);
  for (const next of [0.5, 0, 7, 1]) {
    const start = clock.now();
    let sent = 0;
    for (; clock.now() === start; sent++) {
      pacer.after(org.take(1));
      share = next;
      await pacer.before(() => undefined, undefined);
    }
    sentIn.push(sent);
  }
  expect(org.refused).toBe(0);
  expect(sentIn).toEqual([80, 50, 80, 80]);
});
