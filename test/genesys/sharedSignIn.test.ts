/** Many calls at once, one sign-in. */
import { expect, test } from 'vitest';
import type { Fault } from '#sandbox/faults.ts';
import { nthRequest } from '#sandbox/faults.ts';
import { manualClock } from '../support/fakeClock.ts';
import { failureOf, openWorld, type World } from './support.ts';

const isSignIn = ({ path }: { readonly path: string }): boolean => path === '/oauth/token';
const signIns = ({ sandbox }: World): number => sandbox.log.filter(isSignIn).length;
const firstSignIn = (fault: Fault) => nthRequest(1, isSignIn, fault);

function gate() {
  let open = (): void => undefined;
  const until = new Promise<void>((resolve) => (open = resolve));
  return { until, open: () => open() };
}

test('reads that begin together sign in once', async () => {
  const world = await openWorld();
  const { genesys } = world;
  await Promise.all([genesys.organization(), genesys.divisions(), genesys.users(), genesys.queues.list()]);
  expect(signIns(world)).toBe(1);
});

test('a sign-in that fails is told to all who waited for it, and the next call signs in again', async () => {
  const world = await openWorld({ fault: firstSignIn({ kind: 'answer', when: 'before', status: 401 }) });
  const calls = [failureOf(world.genesys.organization()), failureOf(world.genesys.divisions())];
  for (const failure of await Promise.all(calls))
    expect(failure).toMatchObject({ kind: 'unauthorized', path: '/oauth/token' });
  expect(signIns(world)).toBe(1);
  await world.genesys.organization();
  expect(signIns(world)).toBe(2);
});

test('who cancels while the token is under way leaves it to the others', async () => {
  const { until, open } = gate();
  const world = await openWorld({ fault: firstSignIn({ kind: 'held', when: 'before', until }) });
  const controller = new AbortController();
  const leaving = failureOf(world.genesys.organization({ signal: controller.signal }));
  const staying = world.genesys.divisions();
  controller.abort();
  expect(await leaving).toMatchObject({ kind: 'cancelled' });
  open();
  expect((await staying).length).toBeGreaterThan(0);
  expect(signIns(world)).toBe(1);
});

test('when all have cancelled the request ends, and whoever comes next signs in anew', async () => {
  const arrived = gate();
  const world = await openWorld({
    fault: nthRequest(1, (request) => isSignIn(request) && (arrived.open(), true), {
      kind: 'unanswered',
      when: 'before',
    }),
  });
  const [one, other] = [new AbortController(), new AbortController()];
  const leaving = [one, other].map(({ signal }) => failureOf(world.genesys.organization({ signal })));
  await arrived.until;
  one.abort();
  other.abort();
  for (const failure of await Promise.all(leaving)) expect(failure).toMatchObject({ kind: 'cancelled' });
  expect((await world.genesys.organization()).name).toBe('Northwind');
});

test('a rate limit on the way is told to each who waits, until it leaves', async () => {
  const clock = manualClock();
  const world = await openWorld({ clock, fault: firstSignIn({ kind: 'rateLimited', retryAfter: 3 }) });
  const controller = new AbortController();
  const [left, stayed]: [number[], number[]] = [[], []];
  const leaving = failureOf(
    world.genesys.organization({ signal: controller.signal, onWait: (seconds) => void left.push(seconds) }),
  );
  const staying = world.genesys.divisions({ onWait: (seconds) => void stayed.push(seconds) });
  await expect.poll(() => clock.waiting).toBe(1);
  await clock.advance(1000);
  controller.abort();
  expect(await leaving).toMatchObject({ kind: 'cancelled' });
  await clock.advance(2000);
  await staying;
  expect(left).toEqual([3, 2, 0]);
  expect(stayed).toEqual([3, 2, 1, 0]);
  expect(world.waits).toEqual([3, 2, 1, 0]);
});

test('a wait that nobody has patience for ends', async () => {
  const clock = manualClock();
  const world = await openWorld({ clock, fault: firstSignIn({ kind: 'rateLimited', retryAfter: 600 }) });
  const controller = new AbortController();
  const reading = failureOf(world.genesys.organization({ patience: controller.signal }));
  await expect.poll(() => clock.waiting).toBe(1);
  controller.abort();
  expect(await reading).toMatchObject({ kind: 'rateLimited' });
});
