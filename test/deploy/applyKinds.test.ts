/** Every kind of change: what it sends, what it leaves alone, and what it says when the org is not as the plan saw it. */
import { expect, test } from 'vitest';
import { isComplete } from '#core/deploy/format/index.ts';
import { KINDS, openKinds, stateOf } from './kindsPush.ts';

test('a push of every kind does what the plan shows, and a second plan is empty', async () => {
  const world = await openKinds();
  const plan = await world.plan();
  expect(plan.changes.map(({ kind, name }) => `${kind} ${name}`)).toEqual(KINDS);
  const result = await world.apply(plan);
  for (const { change, outcome, message } of result.results)
    expect([change.id, outcome, message]).toEqual([change.id, 'done', undefined]);
  expect(isComplete(result)).toBe(true);
  expect((await world.plan()).changes).toEqual([]);
  expect(stateOf(world)).toMatchObject({});
});
