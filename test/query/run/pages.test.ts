/** A result is whole or says that it is not: paging against answers made by hand. */
import { expect, test } from 'vitest';
import { GenesysError } from '#core/genesys/error.ts';
import type { DetailsPage } from '#core/genesys/index.ts';
import { bare, detailsQuery, pagesOrg, run } from './support.ts';

const ids = (from: number, to: number): readonly string[] =>
  Array.from({ length: to - from }, (_, index) => `c${from + index}`);
const page = (list: readonly string[], totalHits?: number): DetailsPage => ({
  conversations: list.map(bare),
  ...(totalHits !== undefined && { totalHits }),
});
const query = detailsQuery(1, { rows: 'conversation', columns: ['conversationId'] });
/** Pages of 100 out of one list. */
const steady = (count: number, total: number | undefined = count) => {
  const asked: number[] = [];
  const org = pagesOrg((number) => {
    asked.push(number);
    return page(ids((number - 1) * 100, Math.max((number - 1) * 100, Math.min(count, number * 100))), total);
  });
  return { asked, org };
};

test.each([
  [0, [1]],
  [1, [1]],
  [99, [1]],
  [100, [1, 2]],
  [101, [1, 2]],
  [250, [1, 2, 3]],
])('%i conversations are read in pages %j', async (count, pages) => {
  const { org, asked } = steady(count);
  const { rows, outcome } = await run({ query, genesys: org });
  expect(rows.map(([id]) => id)).toEqual(ids(0, count));
  expect(asked).toEqual(pages);
  expect(outcome).toMatchObject({ complete: true, progress: { rows: count, read: count, pages: pages.length } });
});

test('without a total a short page is not taken for the last one', async () => {
  const org = pagesOrg((number) => page(number < 4 ? ids(number * 50, number * 50 + 50) : []));
  const { outcome, rows } = await run({ query, genesys: org });
  expect(rows).toHaveLength(150);
  expect(outcome).toMatchObject({ complete: true, progress: { pages: 4 } });
});

test('pages that are smaller than asked for are all read while the total says that there is more', async () => {
  const org = pagesOrg((number) => page(number < 4 ? ids(number * 50, number * 50 + 50) : [], 150));
  const { outcome, rows } = await run({ query, genesys: org });
  expect(rows).toHaveLength(150);
  expect(outcome.complete).toBe(true);
});

test('a page shift that hides conversations is found by a second reading', async () => {
  let reading = 0;
  const org = pagesOrg((number) => {
    if (number === 1) reading++;
    if (number === 1) return page(ids(0, 100), 150);
    // Ten conversations left the first page meanwhile: the first reading misses the ten behind it.
    if (number === 2) return page(reading === 1 ? ids(110, 150) : ids(100, 150), 150);
    return page([], 150);
  });
  const { outcome, rows } = await run({ query, genesys: org });
  expect(new Set(rows.map(([id]) => id))).toEqual(new Set(ids(0, 150)));
  expect(rows).toHaveLength(150);
  expect(outcome.complete).toBe(true);
  expect(outcome.notes).toContain(
    'Fewer conversations came than the org counted, so all pages were read a second time. That found 10 more.',
  );
});

test.each([
  ['a total that falls', ids(101, 151), [150, 149, 150]],
  ['a conversation that comes again', ['c0', ...ids(101, 151)], [150, 150, 150]],
])('%s means that pages moved: all are read again, although enough came', async (_what, rest, totals) => {
  const asked: number[] = [];
  const pages = [ids(0, 100), rest];
  const org = pagesOrg((number) => {
    const isAgain = asked.includes(number);
    asked.push(number);
    const shown = isAgain && number === 2 ? ids(100, 151) : (pages[number - 1] ?? []);
    return page(shown, totals[number - 1] ?? 150);
  });
  const { outcome, rows } = await run({ query, genesys: org });
  expect(rows.flat()).toContain(ids(100, 101)[0]);
  expect(outcome.complete).toBe(true);
  expect(outcome.notes.join(' ')).toMatch(/so all pages were read a second time\. That found 1 more\./);
});

test('pages that shift in both readings give a partial result', async () => {
  let reading = 0;
  const org = pagesOrg((number) => {
    if (number === 1) reading++;
    if (number === 1) return page(ids(0, 100), 200);
    if (number === 2) return page(ids(90 + 30 * reading, 140 + 30 * reading), 200);
    return page([], 200);
  });
  const { outcome, rows } = await run({ query, genesys: org });
  expect(rows).toHaveLength(180);
  expect(outcome.complete).toBe(false);
  expect(outcome.partial).toContain('180 of about 200 conversations were read');
});

test('a total that was too high does not make a whole result partial', async () => {
  const { org, asked } = steady(150, 160);
  const { outcome, rows } = await run({ query, genesys: org });
  expect(rows).toHaveLength(150);
  expect(outcome.complete).toBe(true);
  expect(outcome.notes.join(' ')).toContain("the org's count is approximate");
  expect(asked).toEqual([1, 2, 3, 1, 2, 3]);
});

test('a conversation that comes again is dropped and counted', async () => {
  const org = pagesOrg((number) => page(number === 1 ? ids(0, 100) : ids(95, 150), 150));
  const { outcome, rows } = await run({ query, genesys: org });
  expect(rows.map(([id]) => id)).toEqual(ids(0, 150));
  expect(outcome).toMatchObject({ complete: true });
  expect(outcome.notes).toContain('5 conversations came again on a later page and were dropped.');
});

test('no page is asked for beyond the 100,000 that the org gives', async () => {
  const { org, asked } = steady(100_250);
  const { outcome } = await run({ query, genesys: org });
  expect(Math.max(...asked)).toBe(1000);
  expect(asked).toHaveLength(1000);
  expect(outcome).toMatchObject({ complete: false, progress: { rows: 100_000 } });
  expect(outcome.partial).toContain('100,000 of about 100,250 conversations were read. Shorten the interval');
});

test('exactly 100,000 conversations are whole', async () => {
  const { org, asked } = steady(100_000);
  const { outcome } = await run({ query, genesys: org });
  expect(asked).toHaveLength(1000);
  expect(outcome.complete).toBe(true);
});

test('more rows than `maxRows` are not delivered, and the result says that there are more', async () => {
  const { org, asked } = steady(500);
  const limited = detailsQuery(1, { rows: 'conversation', columns: ['conversationId'], maxRows: 150 });
  const { outcome, rows } = await run({ query: limited, genesys: org });
  expect(rows.map(([id]) => id)).toEqual(ids(0, 150));
  expect(asked).toEqual([1, 2]);
  expect(outcome.partial).toBe("Stopped at 150 rows, as 'output.maxRows' says. There is more.");
});

test('exactly as many rows as `maxRows` are whole', async () => {
  const { org } = steady(150);
  const limited = detailsQuery(1, { rows: 'conversation', columns: ['conversationId'], maxRows: 150 });
  expect((await run({ query: limited, genesys: org })).outcome).toMatchObject({
    complete: true,
    progress: { rows: 150 },
  });
});

test('the next page is asked for only when the last one was taken', async () => {
  const events: string[] = [];
  const org = pagesOrg((number) => {
    events.push(`ask ${number}`);
    return page(number < 3 ? ids(number * 100, number * 100 + 100) : [], 200);
  });
  await run({
    query,
    genesys: org,
    onRows: async () => {
      await Promise.resolve();
      events.push('taken');
    },
  });
  expect(events).toEqual(['ask 1', 'taken', 'ask 2', 'taken', 'ask 3']);
});

test('what the reader of rows throws is not taken for a failure of the org', async () => {
  const { org } = steady(500);
  const failing = run({ query, genesys: org, onRows: () => Promise.reject(new Error('The disk is full.')) });
  await expect(failing).rejects.toThrow('The disk is full.');
});

test('a query that can match nothing is not sent, and says why', async () => {
  const { org, asked } = steady(5);
  const nothing = 'No code of the catalogs has the category "wholesale".';
  const { outcome, rows } = await run({ query: { ...query, nothing }, genesys: org });
  expect([asked, rows]).toEqual([[], []]);
  expect(outcome).toMatchObject({ complete: true, notes: [nothing, 'Nothing was sent.'] });
});

test('a query with names that the org does not have is not run', async () => {
  const { org, asked } = steady(5);
  const missing = [
    { kind: 'queue', name: 'Biling', why: 'absent', message: 'The org has no queue "Biling".' },
  ] as const;
  await expect(run({ query: { ...query, missing }, genesys: org })).rejects.toThrow('The org has no queue "Biling".');
  expect(asked).toEqual([]);
});

test('a failure of the first page is a failure', async () => {
  const failure = { kind: 'refused', method: 'POST', path: query.path, message: 'No.', ambiguous: false } as const;
  const org = pagesOrg(() => {
    throw new GenesysError(failure);
  });
  await expect(run({ query, genesys: org })).rejects.toThrow(GenesysError);
});
