import { expect, test } from 'vitest';
import { nthRequest } from '#sandbox/faults.ts';
import { TEST_INSTANT, manualClock } from '../support/fakeClock.ts';
import { failureOf, openWorld } from './support.ts';

const HOUR = 3_600_000;
const interval = `${new Date(TEST_INSTANT - HOUR).toISOString()}/${new Date(TEST_INSTANT + HOUR).toISOString()}`;
const ofCodes = {
  interval,
  serviceName: 'ContactCenter',
  filters: [{ property: 'EntityType', value: 'WrapupCode' }],
} as const;

test('the org’s audit trail tells what was done to a code, once the query has run', async () => {
  const { sandbox, genesys, clock } = await openWorld({ switches: { auditQueryDelay: 20, auditDelay: 0 } });
  const { value } = await genesys.wrapupCodes.create({ name: 'Audited' });
  await genesys.wrapupCodes.update(value.id, { name: 'Audited', description: 'changed' });
  const entries = await genesys.audits.query(ofCodes);
  const own = entries.filter(({ entity }) => entity?.id === value.id);
  expect(new Set(own.map(({ action }) => action))).toEqual(new Set(['Create', 'Update']));
  expect(own).toHaveLength(2);
  expect(own.find(({ action }) => action === 'Update')?.changes).toContainEqual({
    property: 'description',
    oldValues: [],
    newValues: ['changed'],
  });
  expect(own.every(({ eventDate, entityType }) => eventDate !== undefined && entityType === 'WrapupCode')).toBe(true);
  expect(clock.now() - TEST_INSTANT).toBeGreaterThanOrEqual(20_000);
  // Few questions while it runs, not one a moment.
  expect(sandbox.log.filter(({ path }) => /^\/api\/v2\/audits\/query\/[^/]+$/.test(path)).length).toBeLessThan(9);
});

test('results of many pages are read to their end', async () => {
  const { sandbox, genesys } = await openWorld({ rate: 5000, switches: { auditQueryDelay: 0, auditDelay: 0 } });
  for (let i = 0; i < 520; i++) await genesys.wrapupCodes.create({ name: `Audited ${i}` });
  const entries = await genesys.audits.query(ofCodes);
  expect(new Set(entries.map(({ id }) => id)).size).toBe(520);
  expect(sandbox.log.filter(({ path }) => path.endsWith('/results'))).toHaveLength(2);
});

test('a query whose answer was cut off is asked again, since it changes nothing', async () => {
  const asks = ({ method, path }: { readonly method: string; readonly path: string }): boolean =>
    method === 'POST' && path === '/api/v2/audits/query';
  const { sandbox, genesys } = await openWorld({ fault: nthRequest(1, asks, { kind: 'reset', when: 'after' }) });
  expect(await genesys.audits.query(ofCodes)).toEqual([]);
  expect(sandbox.log.filter(asks)).toHaveLength(2);
});

test('a query without end can be cancelled', async () => {
  const clock = manualClock();
  const controller = new AbortController();
  const { genesys } = await openWorld({ clock, switches: { auditQueryDelay: 86_400 } });
  const failure = failureOf(genesys.audits.query(ofCodes, { signal: controller.signal }));
  await expect.poll(() => clock.waiting).toBe(1);
  controller.abort();
  expect(await failure).toMatchObject({ kind: 'cancelled' });
});

test('a query that the org never finishes is given up on after minutes', async () => {
  const { genesys, clock } = await openWorld({ switches: { auditQueryDelay: 86_400 } });
  expect(await failureOf(genesys.audits.query(ofCodes))).toMatchObject({ kind: 'refused', ambiguous: false });
  expect(clock.now() - TEST_INSTANT).toBeLessThan(15 * 60_000);
});
