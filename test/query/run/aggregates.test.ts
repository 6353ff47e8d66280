/** Aggregates against the real sandbox, and against answers that it does not give. */
import { expect, test } from 'vitest';
import type { AggregateGroup, Genesys } from '#core/genesys/index.ts';
import { columnsOf, readOrgNames } from '#core/query/run/index.ts';
import { openWorld } from '../../genesys/support.ts';
import { aggregatesQuery, DAY, detailsQuery, noNames, run } from './support.ts';

const PATH = '/api/v2/analytics/conversations/aggregates/query';

const answering = (groups: readonly AggregateGroup[]): Pick<Genesys, 'analytics'> => ({
  analytics: {
    conversationDetails: () => Promise.reject(new Error('This org answers no details.')),
    conversationAggregates: () => Promise.resolve(groups),
  },
});

test('groups have names for ids and the sums of their conversations', async () => {
  const { genesys, clock, sandbox } = await openWorld();
  const names = await readOrgNames(genesys, clock);
  const columns = ['queue', 'queueId', 'nConnected', 'tTalk', 'tTalk.count', 'tTalk.avg', 'tTalk.min', 'tTalk.max'];
  const query = aggregatesQuery(2, { groupBy: ['queueId'], metrics: ['nConnected', 'tTalk'] }, { columns });
  const { records, outcome } = await run({ query, genesys, clock, names });
  expect(outcome).toMatchObject({ complete: true, progress: { rows: records.length, read: records.length, pages: 1 } });
  const queues = new Map([...sandbox.org.queues.values()].map(({ id, name }) => [id, name]));

  // The same out of the sessions, whose metrics are emitted within the interval for nearly all conversations of it.
  const { from, to } = query.interval;
  const talks = new Map<string, number[]>();
  for (let page = 1; ; page++) {
    const { sent } = detailsQuery(4).interval;
    const body = { interval: sent, paging: { pageSize: 100, pageNumber: page } };
    const { conversations } = await genesys.analytics.conversationDetails(body);
    if (conversations.length === 0) break;
    for (const { participants = [] } of conversations)
      for (const { sessions = [] } of participants)
        for (const { metrics = [], segments = [] } of sessions) {
          const queueId = segments.find((segment) => segment.queueId !== undefined)?.queueId ?? '';
          for (const { name, value = 0, emitDate = '' } of metrics) {
            const emitted = Date.parse(emitDate);
            if (name === 'tTalk' && emitted >= from && emitted < to)
              talks.set(queueId, [...(talks.get(queueId) ?? []), value]);
          }
        }
  }
  const named = records.filter(({ queueId }) => queueId !== undefined);
  expect(named.length).toBeGreaterThan(8);
  for (const row of named) {
    const values = talks.get(String(row['queueId'])) ?? [];
    const sum = values.reduce((total, one) => total + one, 0);
    expect(row).toMatchObject({
      queue: queues.get(String(row['queueId'])),
      tTalk: sum,
      'tTalk.count': values.length,
      'tTalk.avg': sum / values.length,
      'tTalk.min': Math.min(...values),
      'tTalk.max': Math.max(...values),
    });
  }
});

test('each part of the interval is a row with its start and end', async () => {
  const { genesys, clock } = await openWorld();
  const columns = ['mediaType', 'intervalStart', 'intervalEnd', 'nOffered'];
  const query = aggregatesQuery(3, { groupBy: ['mediaType'], metrics: ['nOffered'], granularity: 'P1D' }, { columns });
  const { records } = await run({ query, genesys, clock });
  const voice = records.filter(({ mediaType }) => mediaType === 'voice');
  const { from } = query.interval;
  expect(voice.map(({ intervalStart }) => intervalStart)).toEqual([from, from + DAY, from + 2 * DAY]);
  expect(voice[0]?.['intervalEnd']).toBe(from + DAY);
});

test('groups by wrap-up code say what the catalog knows of the code', async () => {
  const { genesys, clock } = await openWorld();
  const names = await readOrgNames(genesys, clock, { kinds: ['wrapUpCode'] });
  const columns = ['wrapUpCode', 'wrapUpName', 'category', 'codeStatus', 'tAcw.count'];
  const query = aggregatesQuery(7, { groupBy: ['wrapUpCode'], metrics: ['tAcw'] }, { columns });
  const catalogs = [{ name: 'FOLLOW UP NEEDED', category: 'after', tags: [], formerly: [] }];
  const { records } = await run({ query, genesys, clock, names, catalogs });
  expect(records.find(({ wrapUpName }) => wrapUpName === 'Follow Up Needed')).toMatchObject({
    category: 'after',
    codeStatus: 'active',
  });
  expect(records.find(({ wrapUpCode }) => wrapUpCode === 'ININ-WRAP-UP-TIMEOUT')).toMatchObject({
    wrapUpName: 'ININ-WRAP-UP-TIMEOUT',
    codeStatus: 'system',
  });
});

test('views stand beside the metric that they count', async () => {
  const { genesys, clock } = await openWorld();
  const views = [{ name: 'short', target: 'tTalk', function: 'rangeBound', range: { gte: 0, lt: 120_000 } }];
  const columns = ['mediaType', 'tTalk.count', 'views.short', 'views.short.count'];
  const query = aggregatesQuery(2, { groupBy: ['mediaType'], metrics: ['tTalk'], views }, { columns });
  const { records } = await run({ query, genesys, clock });
  const voice = records.find(({ mediaType }) => mediaType === 'voice');
  expect(Number(voice?.['views.short.count'])).toBeGreaterThan(0);
  expect(Number(voice?.['views.short.count'])).toBeLessThan(Number(voice?.['tTalk.count']));
});

test('a metric that a group does not have is missing, not zero', async () => {
  const query = aggregatesQuery(
    1,
    { groupBy: ['queueId'], metrics: ['tTalk', 'nOffered'] },
    {
      columns: ['queueId', 'intervalStart', 'nOffered', 'tTalk', 'tTalk.avg'],
    },
  );
  const interval = query.interval.sent;
  const groups: readonly AggregateGroup[] = [
    {
      group: { queueId: 'a' },
      data: [{ interval, metrics: [{ metric: 'nOffered', stats: { count: 0 } }], views: [] }],
    },
    { group: {}, data: [{ interval, metrics: [{ metric: 'tTalk', stats: { sum: 0, count: 0 } }], views: [] }] },
    { group: { queueId: 'b' }, data: [] },
  ];
  const { rows } = await run({ query, genesys: answering(groups) });
  const { from } = query.interval;
  expect(rows).toEqual([
    ['a', from, 0, undefined, undefined],
    [undefined, from, undefined, 0, undefined],
    ['b', undefined, undefined, undefined, undefined],
  ]);
});

test('a group that is null is not one that is missing, nor one that is named so', async () => {
  const answer = (group: AggregateGroup['group']) => ({ group, data: [{ interval: 'a/b', metrics: [] }] });
  const results = [{ queueId: null, wrapUpCode: null }, {}, { queueId: 'null', wrapUpCode: 'null' }].map(answer);
  const { genesys } = await openWorld({
    fault: ({ path }) =>
      path === PATH ? { kind: 'answer', when: 'before', status: 200, body: { results } } : undefined,
  });
  const columns = ['queue', 'queueId', 'wrapUpCode', 'wrapUpName'];
  const query = aggregatesQuery(1, { groupBy: ['queueId', 'wrapUpCode'], metrics: ['tAcw'] }, { columns });
  const { rows } = await run({ query, genesys });
  expect(rows).toEqual([
    [null, null, null, null],
    [undefined, undefined, undefined, undefined],
    ['null', 'null', 'null', 'null'],
  ]);
});

test('a share is its ratio, a target its present value', async () => {
  const columns = ['oServiceLevel', 'oServiceLevel.numerator', 'oServiceTarget', 'oMediaCount', 'oMediaCount.count'];
  const metrics = ['oServiceLevel', 'oServiceTarget', 'oMediaCount'];
  const query = aggregatesQuery(1, { metrics }, { columns });
  const stats = [
    { metric: 'oServiceLevel', stats: { ratio: 0.5, numerator: 2, denominator: 4 } },
    { metric: 'oServiceTarget', stats: { current: 80 } },
    { metric: 'oMediaCount', stats: { sum: 12, count: 5 } },
  ];
  const groups = [{ group: {}, data: [{ interval: query.interval.sent, metrics: stats, views: [] }] }];
  expect((await run({ query, genesys: answering(groups) })).rows).toEqual([[0.5, 2, 80, 12, 5]]);
});

test('metrics with qualifiers are rows of their own, and the result says what they differ by', async () => {
  const query = aggregatesQuery(1, { metrics: ['tHandle'] }, { columns: ['tHandle'] });
  const metrics = [
    { metric: 'tHandle', qualifier: 'one', stats: { sum: 1 } },
    { metric: 'tHandle', qualifier: 'two', stats: { sum: 2 } },
  ];
  const groups = [{ group: {}, data: [{ interval: query.interval.sent, metrics, views: [] }] }];
  const { rows, outcome } = await run({ query, genesys: answering(groups) });
  expect(rows).toEqual([[1], [2]]);
  expect(outcome.notes.join(' ')).toContain("add the column 'qualifier'");
});

test('an empty answer is whole and says so; rows can be excluded and cut', async () => {
  const body = { groupBy: ['mediaType'], metrics: ['nOffered'] };
  const empty = await run({ query: aggregatesQuery(1, body), genesys: answering([]) });
  expect(empty.outcome).toMatchObject({ complete: true, progress: { rows: 0 } });
  expect(empty.outcome.notes).toContain('The org found nothing to add up.');
  const groups = ['voice', 'email', 'chat'].map((mediaType) => ({ group: { mediaType }, data: [] }));
  const query = aggregatesQuery(1, body, { exclude: { mediaType: ['email'] }, maxRows: 1 });
  const cut = await run({ query, genesys: answering(groups) });
  expect(cut.records.map(({ mediaType }) => mediaType)).toEqual(['voice']);
  expect(cut.outcome.partial).toBe("Stopped at 1 row, as 'output.maxRows' says. There is more.");
  expect(cut.outcome.notes).toContain("1 row was dropped by 'output.exclude'.");
});

test('a failure is one, a rate limit is waited out, and a cancel says so', async () => {
  const query = aggregatesQuery(1, { metrics: ['nOffered'] });
  const failing = await openWorld({
    fault: ({ path }) => (path === PATH ? { kind: 'answer', when: 'before', status: 503 } : undefined),
  });
  await expect(run({ query, genesys: failing.genesys, names: noNames })).rejects.toThrow();

  let asked = 0;
  const limited = await openWorld({
    fault: ({ path }) => (path === PATH && ++asked === 1 ? { kind: 'rateLimited', retryAfter: 3 } : undefined),
  });
  const waited = await run({ query, genesys: limited.genesys, clock: limited.clock });
  expect(waited.outcome.complete).toBe(true);
  expect(waited.progress.flatMap(({ waitSeconds }) => waitSeconds ?? [])).toEqual([3, 2, 1]);

  const controller = new AbortController();
  const slow = await openWorld({
    fault: ({ path }) => {
      if (path !== PATH) return undefined;
      controller.abort();
      return { kind: 'unanswered', when: 'before' };
    },
  });
  const { outcome } = await run({ query, genesys: slow.genesys, signal: controller.signal });
  expect(outcome.partial).toBe('The run was cancelled before the org answered. Run the query again.');
});

test('a group or a metric that is written twice has one column', () => {
  const query = aggregatesQuery(1, { groupBy: ['queueId', 'queueId'], metrics: ['tTalk', 'tTalk'] });
  expect(columnsOf(query).map(({ key }) => key)).toEqual(['queue', 'tTalk', 'tTalk.avg']);
});
