/** The interval, the order and the pages of a details query. */
import { describe, expect, test } from 'vitest';
import { at, conversation, openAnalytics, segment } from './support.ts';

const started = (id: string, start: string): ReturnType<typeof conversation> => conversation(id, start);
const days = [
  started('before', '2026-11-18T23:59:59.999Z'),
  started('midnight', '2026-11-19T00:00:00.000Z'),
  started('late', '2026-11-19T23:00:00.000Z'),
  started('after', '2026-11-20T00:00:00.000Z'),
];

describe('the interval', () => {
  test.each([
    ['2026-11-19T10:00:00Z/2026-11-19T11:00:00Z', ['midnight', 'late'], []],
    ['2026-11-19T00:00:00Z/2026-11-20T00:00:00Z', ['midnight', 'late'], ['midnight', 'late']],
    ['2026-11-19T00:00:00+01:00/2026-11-20T00:00:00+01:00', ['before', 'midnight', 'late'], ['before', 'midnight']],
    ['2026-11-19T23:00:00Z/2026-11-20T00:00:00.001Z', ['midnight', 'late', 'after'], ['late', 'after']],
    ['2026-11-18T23:00/2026-11-19T00:01', ['before', 'midnight', 'late'], ['before', 'midnight']],
  ] as const)('%s finds the days that it touches, or by switch what started in it', async (interval, byDay, inside) => {
    expect(await (await openAnalytics(days)).found({ interval })).toEqual(byDay);
    const exact = await openAnalytics(days, { switches: { detailsIntervalSelects: 'startInInterval' } });
    expect(await exact.found({ interval })).toEqual(inside);
  });

  test.each(['2026-11-19/2026-11-20', '2026-11-19T00:00Z/P1D', 'P1D/2026-11-20T00:00Z'])(
    '%s is no interval, unless the switch allows it',
    async (interval) => {
      const { refusal } = await openAnalytics(days);
      expect((await refusal('details', { interval })).body).toMatchObject({ status: 400, code: 'invalid.date' });
      const open = await openAnalytics(days, { switches: { intervalForms: 'iso8601' } });
      expect(await open.found({ interval })).toEqual(['midnight', 'late']);
    },
  );

  test.each(['', 'yesterday', '2026-11-19T00:00:00Z', '2026-02-30T00:00:00Z/2026-03-02T00:00:00Z', '/', 'a/b/c'])(
    '%j is refused in every form',
    async (interval) => {
      for (const intervalForms of ['dateTimes', 'iso8601'] as const) {
        const { refusal } = await openAnalytics(days, { switches: { intervalForms } });
        expect((await refusal('details', { interval })).status).toBe(400);
      }
    },
  );

  test('must end after it starts', async () => {
    const { refusal } = await openAnalytics(days);
    for (const interval of [
      '2026-11-19T00:00:00Z/2026-11-19T00:00:00Z',
      '2026-11-20T00:00:00Z/2026-11-19T00:00:00Z',
      '2026-11-19T01:00:00+01:00/2026-11-19T00:00:00Z',
    ]) {
      expect((await refusal('details', { interval })).body).toMatchObject({ status: 400, code: 'bad.request' });
    }
  });

  test.each([
    [31, true, 200, {}],
    [32, true, 400, {}],
    [7, false, 200, {}],
    [8, false, 400, {}],
    [31, false, 200, { detailsIntervalUnfiltered: 31 }],
    [32, false, 400, { detailsIntervalUnfiltered: 31 }],
    [8, true, 400, { detailsIntervalMaximum: 7 }],
  ])('of %i days, filtered %s, is answered %i with %j', async (length, isFiltered, status, switches) => {
    const { refusal } = await openAnalytics(days, { switches });
    const end = new Date(Date.UTC(2026, 9, 1 + length)).toISOString();
    const filter = { type: 'and', predicates: [{ dimension: 'conversationEnd', operator: 'exists' }] };
    const body = {
      interval: `2026-10-01T00:00:00Z/${end}`,
      ...(isFiltered ? { conversationFilters: [filter] } : {}),
    };
    expect((await refusal('details', body)).status).toBe(status);
    const free = { detailsIntervalMaximum: 0, detailsIntervalUnfiltered: 0 };
    expect((await (await openAnalytics(days, { switches: free })).refusal('details', body)).status).toBe(200);
  });
});

describe('the order', () => {
  const ended = conversation(
    'short',
    '09:00',
    { segments: [segment('interact', '09:30', '09:40')] },
    { conversationEnd: at('09:40') },
  );
  const open = conversation('open', '08:00', { segments: [segment('interact', '09:35', undefined)] });
  const long = conversation(
    'long',
    '10:00',
    { segments: [segment('system', '09:10', '09:20'), segment('interact', '10:00', '12:00')] },
    { conversationEnd: at('12:00') },
  );

  test.each([
    ['conversationStart', ['open', 'short', 'long']],
    ['conversationEnd', ['short', 'long', 'open']],
    ['segmentStart', ['long', 'short', 'open']],
    ['segmentEnd', ['short', 'long', 'open']],
  ] as const)('by %s, and backwards', async (orderBy, ids) => {
    const { found } = await openAnalytics([ended, open, long]);
    expect(await found({ orderBy })).toEqual(ids);
    expect(await found({ orderBy, order: 'asc' })).toEqual(ids);
    expect(await found({ orderBy, order: 'desc' })).toEqual(ids.toReversed());
    expect((await found({ orderBy, order: 'unordered' })).toSorted()).toEqual(ids.toSorted());
  });

  test('is by start where nothing is said', async () => {
    expect(await (await openAnalytics([ended, open, long])).found({})).toEqual(['open', 'short', 'long']);
  });
});

describe('pages', () => {
  const id = (index: number): string => `c${String(index).padStart(3, '0')}`;
  const many = Array.from({ length: 60 }, (_, index) => started(id(index), at(`10:${String(index).padStart(2, '0')}`)));
  const ids = (from: number, to: number): readonly string[] => many.slice(from, to).map((one) => one.conversationId);

  test('hold 25 where nothing is said, and count all', async () => {
    const answer = await (await openAnalytics(many)).details({});
    expect(answer.totalHits).toBe(60);
    expect(answer.conversations?.map((one) => one.conversationId)).toEqual(ids(0, 25));
  });

  test('come one after the other, the last one short', async () => {
    const { found } = await openAnalytics(many);
    expect(await found({ paging: { pageSize: 20, pageNumber: 2 } })).toEqual(ids(20, 40));
    expect(await found({ paging: { pageSize: 50, pageNumber: 2 } })).toEqual(ids(50, 60));
  });

  test.each([
    ['leftOut', undefined],
    ['kept', []],
  ] as const)('emptyLists %s: after the last one', async (emptyLists, conversations) => {
    const { details } = await openAnalytics(many, { switches: { emptyLists } });
    const answer = await details({ paging: { pageSize: 50, pageNumber: 3 } });
    expect([answer.totalHits, answer.conversations]).toEqual([60, conversations]);
  });

  test('end at 100,000 with the documented sentence', async () => {
    const { refusal } = await openAnalytics(many);
    const ask = async (pageNumber: number): Promise<unknown> =>
      (await refusal('details', { interval: at('10:00') + '/' + at('11:00'), paging: { pageSize: 100, pageNumber } }))
        .body;
    expect(await ask(1000)).toEqual({ totalHits: 60 });
    expect(await ask(1001)).toMatchObject({ status: 400, message: 'Pagination may not exceed 100000 results.' });
  });

  test.each([
    ['clamped', 200],
    ['refused', 400],
  ] as const)('over detailsPageSizeMaximum are %s', async (pageSizeOverMaximum, status) => {
    const switches = { pageSizeOverMaximum, detailsPageSizeMaximum: 30 };
    const { refusal } = await openAnalytics(many, { switches });
    const body = { interval: at('10:00') + '/' + at('11:00'), paging: { pageSize: 31, pageNumber: 1 } };
    const answer = await refusal('details', body);
    expect(answer.status).toBe(status);
    if (status === 200) expect(answer.body['conversations']).toHaveLength(30);
  });

  test('totalHitsMoves: the count is another on each page, the pages are right', async () => {
    const { details } = await openAnalytics(many, { switches: { totalHitsMoves: 'yes' } });
    const pages = await Promise.all([1, 2, 3].map((pageNumber) => details({ paging: { pageSize: 25, pageNumber } })));
    expect(pages.map((page) => page.totalHits)).toEqual([54, 66, 60]);
    expect(pages.flatMap((page) => page.conversations?.map((one) => one.conversationId) ?? [])).toEqual(ids(0, 60));
  });

  test('pagesRepeat: each page starts with the last one of the page before, and none is lost', async () => {
    const { details } = await openAnalytics(many, { switches: { pagesRepeat: 'yes' } });
    const seen: string[] = [];
    for (let pageNumber = 1, total = 1; (pageNumber - 1) * 25 < total; pageNumber += 1) {
      const page = await details({ paging: { pageSize: 25, pageNumber } });
      const found = (page.conversations ?? []).map((one) => one.conversationId);
      if (seen.length > 0) expect(found[0]).toBe(seen.at(-1));
      seen.push(...found);
      total = page.totalHits;
    }
    expect([...new Set(seen)]).toEqual(ids(0, 60));
    expect(seen).toHaveLength(62);
  });
});
