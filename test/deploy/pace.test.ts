/** A whole push keeps to the share of the rate: plan and apply of one signed-in client share one pacer. */
import { expect, test } from 'vitest';
import { applyPlan } from '#core/deploy/apply/apply.ts';
import { preparePlan } from '#core/deploy/prepare.ts';
import { openWorld } from '../genesys/support.ts';
import { TEST_INSTANT } from '../support/fakeClock.ts';
import { ACTOR, DEV, catalog, keptJournal, keptTrail } from './support.ts';

test('150 codes on two queues are pushed at four fifths of the rate, and nothing is refused', async () => {
  const rate = 30;
  const { sandbox, genesys, clock } = await openWorld({ rate });
  const queues = [...sandbox.org.queues.values()].slice(0, 2).map(({ name }) => name);
  const codes = Array.from({ length: 150 }, (_, index) => ({ name: `Paced ${index}`, queues }));
  const plan = await preparePlan({ genesys, catalogs: [catalog(codes)], project: undefined, target: DEV, clock });
  const run = { journal: keptJournal(), audit: keptTrail(), actor: ACTOR, applyId: 'paced' };
  const { results } = await applyPlan({ plan, genesys, clock, ...run });
  expect(new Set(results.map(({ outcome }) => outcome))).toEqual(new Set(['done']));
  const sent = sandbox.log.filter(({ path }) => path.startsWith('/api/'));
  expect(sent.filter(({ status }) => status === 429)).toEqual([]);
  const perMinute = new Map<number, number>();
  for (const { at } of sent) {
    const minute = Math.floor((at - TEST_INSTANT) / 60_000);
    perMinute.set(minute, (perMinute.get(minute) ?? 0) + 1);
  }
  const full = [...perMinute.values()].slice(0, -1);
  expect(full.length).toBeGreaterThan(4);
  const used = full.reduce((sum, count) => sum + count, 0) / full.length / rate;
  expect(Math.abs(used / 0.8 - 1)).toBeLessThan(0.05);
});
