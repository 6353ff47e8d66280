import { expect, test } from 'vitest';
import { namesKeeper, type NamesKeeper, YOUNG_MS } from '#core/query/run/index.ts';
import { waitFor } from '../../support/waitFor.ts';
import { openWorld, type World } from '../../genesys/support.ts';

interface Kept extends World {
  readonly keeper: NamesKeeper;
  readonly changed: string[];
  readonly failures: unknown[];
}

async function keeping(options: Parameters<typeof openWorld>[0] = {}): Promise<Kept> {
  const world = await openWorld(options);
  const changed: string[] = [];
  const failures: unknown[] = [];
  const keeper = namesKeeper({
    clock: world.clock,
    onChange: (place) => void changed.push(place),
    onFailure: (_place, error) => void failures.push(error),
  });
  return { ...world, keeper, changed, failures };
}

const readings = ({ sandbox }: World): number =>
  sandbox.log.filter(({ path }) => path === '/api/v2/organizations/me').length;

test('names are read in the background, and only once while they are young', async () => {
  const world = await keeping();
  const { keeper, genesys, changed, clock } = world;
  const open = async () => genesys;
  expect(keeper.known('dev')).toBeUndefined();
  keeper.wake('dev', open);
  keeper.wake('dev', open);
  await waitFor(() => changed.length > 0);
  expect(keeper.known('dev')?.queues?.length).toBeGreaterThan(0);
  keeper.wake('dev', open);
  await clock.advance(YOUNG_MS - 1);
  keeper.wake('dev', open);
  expect(readings(world)).toBe(1);
  await clock.advance(1);
  keeper.wake('dev', open);
  await waitFor(() => changed.length === 2);
  expect(readings(world)).toBe(2);
  expect(keeper.known('prod')).toBeUndefined();
});

test('after a failure nothing is asked for a while, and what was known stays known with its age', async () => {
  let isDown = false;
  const world = await keeping({
    fault: ({ path }) =>
      isDown && path === '/api/v2/organizations/me' ? { kind: 'answer', when: 'before', status: 400 } : undefined,
  });
  const { keeper, genesys, changed, failures, clock } = world;
  keeper.wake('dev', async () => genesys);
  await waitFor(() => changed.length > 0);
  const known = keeper.known('dev');
  isDown = true;
  await clock.advance(YOUNG_MS);
  keeper.wake('dev', async () => genesys);
  await waitFor(() => failures.length > 0);
  const before = readings(world);
  keeper.wake('dev', async () => genesys);
  expect(readings(world)).toBe(before);
  expect(keeper.known('dev')).toBe(known);
  isDown = false;
  await clock.advance(YOUNG_MS);
  keeper.wake('dev', async () => genesys);
  await waitFor(() => changed.length === 2);
  expect(keeper.known('dev')?.readAt).toBe(clock.now());
});

test('a place that was written to is read anew, however young', async () => {
  const { keeper, genesys, changed } = await keeping();
  keeper.wake('dev', async () => genesys);
  await waitFor(() => changed.length === 1);
  keeper.outdate('dev');
  keeper.wake('dev', async () => genesys);
  await waitFor(() => changed.length === 2);
  const first = keeper.known('dev');
  keeper.outdate('dev');
  expect(await keeper.read('dev', genesys, new AbortController().signal)).not.toBe(first);
});

test('what a query has read counts, too', async () => {
  const world = await keeping();
  const { keeper, genesys } = world;
  await keeper.read('dev', genesys, new AbortController().signal);
  keeper.wake('dev', async () => genesys);
  expect(readings(world)).toBe(1);
});

test('who ends it is told nothing more', async () => {
  const { keeper, changed, failures } = await keeping();
  let isEnded = false;
  keeper.wake(
    'dev',
    (signal) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          isEnded = true;
          reject(new Error('cut'));
        });
      }),
  );
  keeper.dispose();
  await waitFor(() => isEnded);
  keeper.wake('prod', () => expect.unreachable('nothing is read after the end'));
  expect([...changed, ...failures]).toEqual([]);
});
