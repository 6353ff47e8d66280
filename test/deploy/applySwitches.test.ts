/** The same push, with each answer to what is not published about the API. */
import { expect, test } from 'vitest';
import { parseSwitch, switchTable } from '#sandbox/switches.ts';
import { expectHonest } from './isInOrg.ts';
import { openKinds } from './kindsPush.ts';
import { catalog } from './support.ts';

const ANSWERS = Object.entries(switchTable).flatMap(([name, definition]) =>
  'values' in definition
    ? definition.values.filter((value) => value !== definition.default).map((value) => `${name}=${value}`)
    : [],
);

test.each([...ANSWERS, 'consistencyDelay=2', 'pageSizeMaximum=25'])(
  '%s: all is done, and nothing is left',
  async (text) => {
    const world = await openKinds({ switches: parseSwitch(text) });
    const result = await world.apply(await world.plan());
    expectHonest(world, result);
    for (const { change, outcome, message } of result.results)
      expect([change.id, outcome, message]).toEqual([change.id, 'done', undefined]);
    await world.clock.advance(60_000);
    expect((await world.plan()).changes).toEqual([]);
  },
);

test.each([
  ['kept', 'done', undefined],
  ['dropped', 'failed', expect.stringMatching(/keeps no outbound mapping without flags.*Write outbound: default/)],
] as const)('an outbound mapping without flags, where the org has it %s', async (mappingEmpty, outcome, message) => {
  const file = catalog([{ name: 'Kind Adopt', outbound: [] }]);
  const world = await openKinds({ switches: { mappingEmpty } }, file);
  const result = await world.apply(await world.plan());
  expectHonest(world, result);
  const outbound = result.results.find(({ change }) => change.kind === 'outbound');
  expect([outbound?.outcome, outbound?.message]).toEqual([outcome, message]);
});

test('a code that is on a queue no catalog declares, where such a one cannot be deleted', async () => {
  const world = await openKinds({ switches: { deleteOnQueue: 'refused' } });
  const other = [...world.sandbox.org.queues.values()].find(({ name }) => name === 'Support Chat');
  world.sandbox.org.queueCodes.get(other?.id ?? '')?.add('id Kind Deleted');
  const result = await world.apply(await world.plan());
  expectHonest(world, result);
  expect(result.results.at(-1)).toMatchObject({
    outcome: 'failed',
    message: expect.stringMatching(/something still uses it: perhaps a queue that no catalog declares/),
  });
});
