/** Answers hold nothing that the published models do not have, in the published types. */
import { expect, test } from 'vitest';
import { misfits } from '../misfits.ts';
import { openSandbox, testClock } from '../support.ts';
import { analyticsOf } from './support.ts';

const days = '2026-11-14T00:00:00Z/2026-11-21T00:00:00Z';

test('of details, with counts', async () => {
  const { details } = await analyticsOf(await openSandbox({ clock: testClock(), conversationsPerDay: 60 }));
  const aggregations = [
    { type: 'termFrequency', dimension: 'queueId' },
    { type: 'numericRange', metric: 'tTalk', ranges: [{ lt: 60_000 }, { gte: 60_000, lt: 600_000 }] },
  ];
  const answer = await details({ interval: days, aggregations, paging: { pageSize: 100, pageNumber: 1 } });
  expect(answer.conversations).toHaveLength(100);
  expect(misfits('AnalyticsConversationQueryResponse', answer)).toEqual([]);
});

test('of aggregates, with views and a service level', async () => {
  const { aggregates } = await analyticsOf(await openSandbox({ clock: testClock(), conversationsPerDay: 60 }));
  const answer = await aggregates({
    interval: days,
    metrics: ['nOffered', 'tTalk', 'oServiceLevel', 'nConversations'],
    groupBy: ['queueId', 'requestedRoutingSkillId'],
    granularity: 'P1D',
    views: [{ name: 'long', target: 'tTalk', function: 'rangeBound', range: { gte: 600_000 } }],
  });
  expect(answer.results?.length).toBeGreaterThan(5);
  expect(misfits('ConversationAggregateQueryResponse', answer)).toEqual([]);
});
