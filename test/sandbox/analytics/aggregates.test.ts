/** What an aggregates query counts. */
import { describe, expect, test } from 'vitest';
import type { Conversation } from '#sandbox/analytics/model.ts';
import { queueIdOf } from '../support.ts';
import {
  analyticsOf,
  at,
  conversation,
  metric,
  openAnalytics,
  segment,
  session,
  sourceOf,
  wholeDay,
} from './support.ts';

const sold = conversation('sold', '09:00', {
  requestedRoutings: ['Preferred', 'Standard'],
  segments: [
    segment('interact', '09:00', '09:10', { queueId: 'sales', requestedRoutingSkillIds: ['nl', 'fr'] }),
    segment('interact', '09:10', '09:11', { queueId: 'sales', requestedRoutingSkillIds: ['nl'] }),
    segment('wrapup', '09:11', '09:12', { queueId: 'sales', wrapUpCode: 'sale' }),
  ],
  metrics: [
    metric('nConnected', 1, '09:00'),
    metric('tTalk', 600_000, '09:10'),
    metric('tTalk', 60_000, '09:11'),
    metric('tAcw', 60_000, '09:12'),
    metric('tHandle', 720_000, '09:12'),
  ],
});

const chat = conversation('chat', '2026-11-18T23:50:00.000Z', {
  mediaType: 'chat',
  segments: [segment('interact', '00:00', '00:30', { queueId: 'claims' })],
  metrics: [metric('tTalk', 1_800_000, '00:30'), metric('tTalk', 5_000, '2026-11-20T00:00:00.000Z')],
});

const ivr = conversation(
  'ivr',
  '10:00',
  {},
  {
    participants: [
      {
        participantId: 'i',
        purpose: 'ivr',
        sessions: [session('ivr-1', { metrics: [metric('tIvr', 9_000, '10:01')] })],
      },
    ],
  },
);

const all: readonly Conversation[] = [sold, chat, ivr];

/** Group and metric → stats, for answers of one part. */
async function counted(body: object, options = {}): Promise<Record<string, unknown>> {
  const { aggregates } = await openAnalytics(all, options);
  const { results = [] } = await aggregates(body);
  return Object.fromEntries(
    results.flatMap(({ group, data }) =>
      data.flatMap(({ metrics }) =>
        metrics.map((one) => [[...Object.values(group), one.metric].join(' '), one.stats] as const),
      ),
    ),
  );
}

const stats = (...values: readonly number[]): object => ({
  count: values.length,
  sum: values.reduce((sum, value) => sum + value, 0),
  min: Math.min(...values),
  max: Math.max(...values),
});

test('a timer has count, sum, min and max, a counter has its count', async () => {
  expect(await counted({ metrics: ['tTalk', 'nConnected'] })).toEqual({
    tTalk: stats(600_000, 60_000, 1_800_000),
    nConnected: { count: 1 },
  });
});

test('a metric counts when it was emitted, whenever the conversation started', async () => {
  expect(await counted({ metrics: ['tTalk'], interval: `${at('00:00')}/${at('00:30')}` })).toEqual({});
  expect(await counted({ metrics: ['tTalk'], interval: `${at('00:30')}/${at('00:31')}` })).toEqual({
    tTalk: stats(1_800_000),
  });
  expect(await counted({ metrics: ['tTalk'], interval: '2026-11-20T00:00:00Z/2026-11-20T01:00:00Z' })).toEqual({
    tTalk: stats(5_000),
  });
});

test('one group without groupBy, and no group without data', async () => {
  const { aggregates } = await openAnalytics(all);
  expect(await aggregates({ metrics: ['tIvr'] })).toEqual({
    results: [
      {
        group: {},
        data: [
          {
            interval: '2026-11-19T00:00:00.000Z/2026-11-20T00:00:00.000Z',
            metrics: [{ metric: 'tIvr', stats: stats(9_000) }],
          },
        ],
      },
    ],
  });
});

test.each([
  ['leftOut', {}],
  ['kept', { results: [] }],
] as const)('emptyLists %s: without any data', async (emptyLists, answer) => {
  const { aggregates } = await openAnalytics(all, { switches: { emptyLists } });
  expect(await aggregates({ metrics: ['tVoicemail'] })).toEqual(answer);
});

describe('groups', () => {
  test('are the combinations that occur', async () => {
    expect(await counted({ metrics: ['tTalk'], groupBy: ['queueId', 'mediaType'] })).toEqual({
      'sales voice tTalk': stats(600_000, 60_000),
      'claims chat tTalk': stats(1_800_000),
    });
  });

  test.each([
    ['keyLeftOut', { tIvr: stats(9_000), 'claims tTalk': stats(1_800_000), 'sales tTalk': stats(600_000, 60_000) }],
    ['leftOut', { 'claims tTalk': stats(1_800_000), 'sales tTalk': stats(600_000, 60_000) }],
  ] as const)('groupWithoutValue %s', async (groupWithoutValue, groups) => {
    const body = { metrics: ['tTalk', 'tIvr'], groupBy: ['queueId'] };
    expect(await counted(body, { switches: { groupWithoutValue } })).toEqual(groups);
  });

  test('of a dimension with several values hold the data once each, or are one by flattenMultivaluedDimensions', async () => {
    const body = { metrics: ['nConnected'], groupBy: ['requestedRoutingSkillId', 'requestedRouting'] };
    expect(Object.keys(await counted(body)).toSorted()).toEqual([
      'fr Preferred nConnected',
      'fr Standard nConnected',
      'nl Preferred nConnected',
      'nl Standard nConnected',
    ]);
    expect(await counted({ ...body, flattenMultivaluedDimensions: true })).toEqual({
      'nl,fr Preferred,Standard nConnected': { count: 1 },
    });
  });

  test.each([
    ['session', { 'sale tTalk': stats(600_000, 60_000), tTalk: stats(1_800_000) }],
    ['afterWork', { tTalk: stats(600_000, 60_000, 1_800_000) }],
  ] as const)('wrapUpCodeMetrics %s', async (wrapUpCodeMetrics, talk) => {
    const body = { metrics: ['tTalk', 'tAcw', 'tHandle'], groupBy: ['wrapUpCode'] };
    expect(await counted(body, { switches: { wrapUpCodeMetrics } })).toEqual({
      'sale tAcw': stats(60_000),
      'sale tHandle': stats(720_000),
      ...talk,
    });
  });
});

test.each([
  [{ dimension: 'queueId', value: 'sales' }, { tTalk: stats(600_000, 60_000) }],
  [{ dimension: 'queueId', operator: 'notExists' }, { tIvr: stats(9_000) }],
  [
    { dimension: 'mediaType', operator: 'exists', type: 'dimension' },
    { tTalk: stats(600_000, 60_000, 1_800_000), tIvr: stats(9_000) },
  ],
  [{ dimension: 'purpose', value: 'ivr' }, { tIvr: stats(9_000) }],
  [{ dimension: 'conversationId', value: 'chat' }, { tTalk: stats(1_800_000) }],
  [{ dimension: 'stationId', operator: 'exists' }, {}],
] as const)('a filter by %j', async (predicate, groups) => {
  const filter = { type: 'and', predicates: [predicate] };
  expect(await counted({ metrics: ['tTalk', 'tIvr'], filter })).toEqual(groups);
});

test('views count the values in their range, beside the metrics or alone', async () => {
  const { aggregates } = await openAnalytics(all);
  const views = [
    { name: 'long', target: 'tTalk', function: 'rangeBound', range: { gte: 600_000 } },
    { name: 'short', target: 'tTalk', function: 'rangeBound', range: { lt: 600_000 } },
    { name: 'none', target: 'tTalk', function: 'rangeBound', range: { gte: 1, lt: 2 } },
  ];
  const answer = await aggregates({ metrics: ['nConnected'], views });
  expect(answer.results?.[0]?.data[0]).toMatchObject({
    metrics: [{ metric: 'nConnected', stats: { count: 1 } }],
    views: [
      { name: 'long', stats: stats(600_000, 1_800_000) },
      { name: 'short', stats: stats(60_000) },
    ],
  });
});

describe('the first and last groups', () => {
  const talks = (queueId: string, ...values: readonly number[]): Conversation =>
    conversation(queueId, '09:00', {
      segments: [segment('interact', '09:00', '09:10', { queueId })],
      metrics: values.map((value) => metric('tTalk', value, '09:01')),
    });
  const queues = [talks('many', 5, 5, 5), talks('wide', 1, 9), talks('one', 7), conversation('silent', '09:00')];

  test.each([
    ['topN', 'sum', ['many', 'wide', 'one']],
    ['topN', 'count', ['many', 'wide', 'one']],
    ['topN', 'max', ['wide', 'one', 'many']],
    ['topN', 'min', ['one', 'many', 'wide']],
    ['topN', 'average', ['one', 'many', 'wide']],
    ['bottomN', 'sum', ['one', 'wide', 'many']],
    ['bottomN', 'max', ['many', 'one', 'wide']],
  ] as const)('%s by the %s of the talk time', async (queryType, by, ids) => {
    const { aggregates } = await openAnalytics(queues);
    const body = { metrics: ['tTalk'], groupBy: ['queueId'], queryType, sortMetric: { name: 'tTalk', function: by } };
    for (const limit of [1, 2, 5]) {
      const answer = await aggregates({ ...body, limit });
      expect(answer.results?.map(({ group }) => group['queueId'])).toEqual(ids.slice(0, limit));
    }
  });

  test('by a metric that is not asked for', async () => {
    const { aggregates } = await openAnalytics(all);
    const sortMetric = { name: 'tTalk', function: 'sum' };
    const answer = await aggregates({
      metrics: ['tAcw'],
      groupBy: ['queueId'],
      queryType: 'topN',
      limit: 5,
      sortMetric,
    });
    expect(answer.results?.map(({ group, data }) => [group['queueId'], data[0]?.metrics[0]?.metric])).toEqual([
      ['sales', 'tAcw'],
    ]);
  });
});

test('nConversations counts each conversation once in each group and part', async () => {
  const { aggregates } = await openAnalytics(all);
  const count = async (body: object): Promise<unknown> =>
    (await aggregates({ metrics: ['nConversations'], ...body })).results?.map(({ group, data }) => [
      group['mediaType'],
      data.map(({ metrics }) => metrics[0]?.stats),
    ]);
  expect(await count({})).toEqual([[undefined, [{ count: 3 }]]]);
  expect(await count({ groupBy: ['mediaType'] })).toEqual([
    ['chat', [{ count: 1 }]],
    ['voice', [{ count: 2 }]],
  ]);
  expect(await count({ interval: `${at('09:00')}/${at('10:00')}`, granularity: 'PT30M' })).toEqual([
    [undefined, [{ count: 1 }]],
  ]);
});

test('the service level is the share of answered in time, with the target that its queues have in common', async () => {
  const { sandbox: known } = await openAnalytics([]);
  const [claims, retention] = [queueIdOf(known, 'Claims'), queueIdOf(known, 'Retention')];
  const waited = (id: string, queueId: string, names: readonly string[]): Conversation =>
    conversation(id, '09:00', {
      segments: [segment('interact', '09:00', '09:10', { queueId })],
      metrics: names.map((name) => metric(name, 1, '09:01')),
    });
  const { aggregates, sandbox } = await openAnalytics([
    waited('in-time', claims, ['tAnswered']),
    waited('also', retention, ['tAnswered']),
    waited('late', claims, ['tAnswered', 'nOverSla']),
    waited('gone', claims, ['tAbandon']),
  ]);
  const level = async (body: object): Promise<unknown> =>
    (await aggregates({ metrics: ['oServiceLevel'], ...body })).results?.map(({ data }) => data[0]?.metrics[0]?.stats);
  const counted = { ratio: 0.5, numerator: 2, denominator: 4 };
  expect(await level({})).toEqual([{ ...counted, target: 0.8 }]);

  const queue = sandbox.org.queues.get(retention);
  if (!queue) throw new Error('The seed has no queue Retention.');
  const mediaSettings = { call: { serviceLevel: { percentage: 0.9, durationMs: 20_000 } } };
  sandbox.org.queues.set(retention, { ...queue, settings: { ...queue.settings, mediaSettings } });
  expect(await level({})).toEqual([counted]);
  const byQueue = (await level({ groupBy: ['queueId'] })) as readonly { readonly target: number }[];
  expect(byQueue.map(({ target }) => target).toSorted((left, right) => left - right)).toEqual([0.8, 0.9]);
});

describe('a client of one division', () => {
  test('counts and finds only what its divisions reach', async () => {
    const { sandbox: known } = await openAnalytics([]);
    const [support, sales] = ['Support', 'Sales'].map(
      (name) => known.org.divisions.find((division) => division.name === name)?.id ?? '',
    );
    const ofDivisions = (id: string, divisionIds: readonly (string | undefined)[]): Conversation =>
      conversation(id, '09:00', { metrics: [metric('tTalk', 1, '09:01')] }, { divisionIds: divisionIds.map(String) });
    const conversations = [
      ofDivisions('ours', [support]),
      ofDivisions('theirs', [sales]),
      ofDivisions('both', [sales, support]),
    ];
    const { sandbox } = await openAnalytics(conversations);
    const scoped = await analyticsOf(sandbox, sandbox.clients.scoped);
    expect(await scoped.found({})).toEqual(['both', 'ours']);
    const answer = await scoped.aggregates({ metrics: ['tTalk'] });
    expect(answer.results?.[0]?.data[0]?.metrics[0]?.stats.count).toBe(2);
    const statusOf = async (id: string): Promise<number> =>
      (await scoped.api.get(`/api/v2/analytics/conversations/${id}/details`)).status;
    expect([await statusOf('ours'), await statusOf('theirs'), await statusOf('nowhere')]).toEqual([200, 404, 404]);
  });
});

test('one conversation is read by its id', async () => {
  const { api } = await openAnalytics(all);
  expect((await api.get('/api/v2/analytics/conversations/chat/details')).body).toEqual(chat);
});

test('the interval is answered in UTC, however it was asked for', async () => {
  const { aggregates } = await openAnalytics(all);
  const answer = await aggregates({
    metrics: ['tTalk'],
    interval: '2026-11-19T01:00:00+01:00/2026-11-20T01:00+0100',
    timeZone: 'America/New_York',
  });
  expect(answer.results?.[0]?.data.map(({ interval }) => interval)).toEqual([wholeDay]);
});

test('a date-time without offset is one of the time zone', async () => {
  const { aggregates } = await openAnalytics([
    conversation('c', '09:00', { metrics: [metric('tTalk', 7, '04:59'), metric('tTalk', 8, '05:00')] }),
  ]);
  const answer = await aggregates({
    metrics: ['tTalk'],
    interval: '2026-11-19T00:00:00/2026-11-20T00:00:00',
    timeZone: 'America/New_York',
  });
  expect(answer.results?.[0]?.data).toMatchObject([
    { interval: '2026-11-19T05:00:00.000Z/2026-11-20T05:00:00.000Z', metrics: [{ stats: { sum: 8 } }] },
  ]);
});

test('sourceOf serves what starts in the asked span', () => {
  expect(sourceOf(all).startedBetween(Date.parse(at('09:00')), Date.parse(at('10:00')))).toEqual([sold]);
});
