/** Two hundred changes on three queues: ends of the process and a network that goes away, at places that a seed chose. */
import { afterAll, expect, test } from 'vitest';
import { crashAndResume, type Moment } from './crashRun.ts';
import { CASES_TIMEOUT_MS, LOSSES, type Scene, sceneOf, strike } from './faultMatrixRun.ts';
import { TWO_HUNDRED } from './kindsPush.ts';

const LARGE: Scene = sceneOf(TWO_HUNDRED);
const all = process.env['WRAPSMITH_MATRIX'] === 'all';
const PLACES = 10;
const HOURS_MS = 6 * 3_600_000;

/** All of `count` places, or ten of them that are the same in every run. */
function placesOf(count: number, seed: number): readonly number[] {
  if (all) return [...Array(count).keys()];
  // A linear congruential generator (Numerical Recipes): no more chance is needed to choose places.
  let state = seed;
  const next = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) % count;
  const places = new Set<number>();
  while (places.size < PLACES) places.add(next());
  return [...places];
}

let cases = 0;
afterAll(() => void process.stdout.write(`Fault matrix, 200 changes: ${cases} cases.\n`));

test('the push has 200 changes', async () => {
  const world = await LARGE.open();
  const plan = await world.plan();
  expect(plan.changes).toHaveLength(200);
  expect(new Set(plan.changes.map(({ kind }) => kind)).size).toBe(11);
  await world.close();
});

test.each<Moment>(['before', 'after'])(
  'the process ends %s a line of the 200 is durable, and is resumed',
  async (moment) => {
    const world = await LARGE.open();
    await world.apply(await world.plan());
    const lines = world.journal.records.length + world.audit.entries.length;
    await world.close();
    for (const place of placesOf(lines, 20_261_120)) {
      expect(await crashAndResume(LARGE, place + 1, moment)).toBe(true);
      cases += 1;
    }
  },
  all ? HOURS_MS : CASES_TIMEOUT_MS,
);

test.each(LOSSES.filter(([name]) => all || name === 'cut before the commit' || name === 'cut after the commit'))(
  '%s, from then on, in a push of 200',
  async (...fault) => {
    const { calls } = await LARGE.undisturbed();
    for (const place of placesOf(calls.length, 90)) {
      await strike(LARGE, fault, 'from then on', place);
      cases += 1;
    }
  },
  all ? HOURS_MS : CASES_TIMEOUT_MS,
);
