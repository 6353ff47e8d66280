import { expect, test } from 'vitest';
import { countdown } from '#core/genesys/countdown.ts';
import { createPacer } from '#core/genesys/pacing.ts';
import { retryAfterMs } from '#core/genesys/retryAfter.ts';
import { nthRequest } from '#sandbox/faults.ts';
import { TEST_INSTANT, fakeClock, manualClock } from '../support/fakeClock.ts';
import { failureOf, openWorld } from './support.ts';

const CODES = '/api/v2/routing/wrapupcodes';
const posts = ({ method, path }: { readonly method: string; readonly path: string }): boolean =>
  method === 'POST' && path === CODES;

test('a write waits out Retry-After 40 with a countdown and is then done once', async () => {
  const { sandbox, genesys, clock, waits } = await openWorld({
    fault: nthRequest(1, posts, { kind: 'rateLimited', retryAfter: 40 }),
  });
  await genesys.wrapupCodes.create({ name: 'Patient' });
  expect(waits).toEqual([...Array.from({ length: 40 }, (_, index) => 40 - index), 0]);
  expect(clock.now() - TEST_INSTANT).toBe(40_000);
  expect(sandbox.log.filter(posts).map(({ status }) => status)).toEqual([429, 200]);
});

test.each([
  ['as an HTTP date', { dateIn: 95 }, 95_000],
  ['in no header', 'absent', 30_000],
  ['with a time that nobody can mean', { text: '99999999999999999999' }, 30_000],
  ['with words', { text: 'soon' }, 30_000],
  ['for half a day', 43_200, 43_200_000],
] as const)('a write is asked to wait %s, waits, and is done once', async (_how, retryAfter, expected) => {
  const clock = fakeClock();
  const { sandbox, genesys, waits } = await openWorld({
    clock,
    fault: nthRequest(1, posts, { kind: 'rateLimited', retryAfter }),
  });
  await genesys.wrapupCodes.create({ name: 'Patient' });
  expect(clock.now() - TEST_INSTANT).toBe(expected);
  expect(waits.at(0)).toBe(expected / 1000);
  expect(waits.at(-1)).toBe(0);
  expect(sandbox.log.filter(posts).map(({ status }) => status)).toEqual([429, 200]);
});

test('a wait that is longer than the token lives ends in a fresh token', async () => {
  const { sandbox, genesys } = await openWorld({
    fault: nthRequest(1, posts, { kind: 'rateLimited', retryAfter: 2 * 86_400 }),
  });
  await genesys.wrapupCodes.create({ name: 'Patient' });
  expect(sandbox.log.filter(posts).map(({ status }) => status)).toEqual([429, 401, 200]);
});

test('signing in waits as well', async () => {
  const { genesys, clock } = await openWorld({
    fault: nthRequest(1, ({ path }) => path === '/oauth/token', { kind: 'rateLimited', retryAfter: 7 }),
  });
  await genesys.organization();
  expect(clock.now() - TEST_INSTANT).toBe(7000);
});

test('a cancelled wait means that nothing was changed', async () => {
  const controller = new AbortController();
  const clock = manualClock();
  const { sandbox, genesys } = await openWorld({
    clock,
    fault: nthRequest(1, posts, { kind: 'rateLimited', retryAfter: 3600 }),
  });
  const failure = failureOf(genesys.wrapupCodes.create({ name: 'Impatient' }, { signal: controller.signal }));
  await expect.poll(() => clock.waiting).toBe(1);
  controller.abort();
  expect(await failure).toMatchObject({ kind: 'rateLimited', ambiguous: false });
  expect(sandbox.log.filter(posts)).toHaveLength(1);
});

test('the real limit of the sandbox is kept to: no request is refused when the headers are heeded', async () => {
  const { sandbox, genesys, clock } = await openWorld({ rate: 5 });
  for (let i = 0; i < 12; i++) await genesys.organization();
  expect(sandbox.log.filter(({ status }) => status === 429)).toHaveLength(0);
  expect(clock.now() - TEST_INSTANT).toBeGreaterThanOrEqual(60_000);
});

/** A clock that is put back by an hour at its first sleep. */
function putBack() {
  const inner = manualClock();
  const slept: number[] = [];
  return {
    slept,
    now: () => inner.now() - (slept.length > 0 ? 3_600_000 : 0),
    sleep: async (ms: number) => {
      slept.push(ms);
      await inner.advance(ms);
    },
  };
}

test('a clock that is put back makes no wait longer', async () => {
  const clock = putBack();
  const told: number[] = [];
  await countdown(clock, 2500, (seconds) => void told.push(seconds), undefined);
  expect(clock.slept).toEqual([500, 1000, 1000]);
  expect(told).toEqual([3, 2, 1, 0]);

  const later = putBack();
  const pacer = createPacer(later);
  await pacer.before(() => undefined, undefined);
  pacer.after({ 'inin-ratelimit-count': '300', 'inin-ratelimit-allowed': '300', 'inin-ratelimit-reset': '2' });
  await later.sleep(500);
  await pacer.before(() => undefined, undefined);
  expect(later.slept).toEqual([500, 1000, 1000]);
});

test('an org that never stops saying 429 is given up on', async () => {
  const { genesys } = await openWorld({
    fault: ({ path }) => (path.startsWith('/api/') ? { kind: 'rateLimited', retryAfter: 0 } : undefined),
  });
  expect(await failureOf(genesys.organization())).toMatchObject({ kind: 'rateLimited', ambiguous: false });
});

const now = Date.UTC(2026, 10, 20, 12);
test.each([
  ['seconds', { 'retry-after': '40' }, 40_000],
  ['long', { 'retry-after': '86400' }, 86_400_000],
  ['zero', { 'retry-after': '0' }, 1000],
  ['HTTP date', { 'retry-after': 'Fri, 20 Nov 2026 12:00:58 GMT' }, 58_000],
  ['a date that has passed', { 'retry-after': 'Fri, 20 Nov 2026 11:00:00 GMT' }, 1000],
  ['absent', {}, 30_000],
  ['garbage', { 'retry-after': 'soon' }, 30_000],
  ['more seconds than anyone can mean', { 'retry-after': '99999999999999' }, 30_000],
  ['negative', { 'retry-after': '-5' }, 30_000],
  ['absent, with a reset header', { 'inin-ratelimit-reset': '17' }, 17_000],
  ['absent, with a senseless reset', { 'inin-ratelimit-reset': '99999999' }, 30_000],
])('Retry-After: %s', (_name, headers, expected) => {
  expect(retryAfterMs(headers, now)).toBe(expected);
});
