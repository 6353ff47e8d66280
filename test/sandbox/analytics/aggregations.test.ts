/** Counts over all that a details query finds, whatever the page. */
import { expect, test } from 'vitest';
import { conversation, metric, openAnalytics, segment } from './support.ts';

const wrapped = (id: string, codes: readonly string[], talk: number): ReturnType<typeof conversation> =>
  conversation(id, '09:00', {
    segments: codes.map((wrapUpCode) => segment('wrapup', '09:00', '09:05', { wrapUpCode })),
    metrics: [metric('tTalk', talk, '09:00')],
  });
const all = [
  wrapped('a', ['sold', 'sold', 'called'], 10),
  wrapped('b', ['sold'], 20),
  wrapped('c', ['other'], 30),
  wrapped('d', [], 40),
];

async function aggregate(aggregation: object): Promise<unknown> {
  const { details } = await openAnalytics(all);
  const answer = await details({ aggregations: [aggregation], paging: { pageSize: 1, pageNumber: 1 } });
  return answer.aggregations?.[0];
}

test('termFrequency: each conversation once for each of its values, the most frequent first', async () => {
  expect(await aggregate({ type: 'termFrequency', dimension: 'wrapUpCode' })).toEqual({
    type: 'termFrequency',
    dimension: 'wrapUpCode',
    count: 3,
    results: [
      { value: 'sold', count: 2 },
      { value: 'called', count: 1 },
      { value: 'other', count: 1 },
    ],
  });
  expect(await aggregate({ type: 'termFrequency', dimension: 'wrapUpCode', size: 1 })).toMatchObject({
    results: [{ value: 'sold', count: 2 }],
  });
});

test.each([
  ['metric', 'tTalk', 4, [2, 1, 0]],
  ['metric', 'tSegmentDuration', 3, [0, 0, 3]],
  ['dimension', 'mediaCount', 0, [0, 0, 0]],
  ['dimension', 'canonicalExternalContactId', 0, [0, 0, 0]],
] as const)('numericRange of the %s %s', async (kind, name, count, counts) => {
  const ranges = [{ gte: 20, lt: 40 }, { lt: 20 }, { gte: 300_000 }];
  expect(await aggregate({ type: 'numericRange', [kind]: name, ranges })).toEqual({
    type: 'numericRange',
    [kind]: name,
    count,
    results: ranges.map((range, index) => ({ ...range, count: counts[index] })),
  });
});
