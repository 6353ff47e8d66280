/** Answers that are not quite what is published: no value may stop a run, and none may turn into another silently. */
import { expect, test } from 'vitest';
import { createRowStore } from '#core/query/run/store/index.ts';
import { columnsOf } from '#core/query/run/index.ts';
import { openWorld } from '../../genesys/support.ts';
import { detailsQuery, pagesOrg, run } from './support.ts';

const PATH = '/api/v2/analytics/conversations/details/query';

test('values of another type than the published one are made to fit, or are missing and told of', async () => {
  const columns = ['externalTag', 'mediaStatsMinConversationMos', 'customerParticipation', 'conferenceStart'];
  const query = detailsQuery(1, { rows: 'conversation', columns });
  const [externalTag, mos, customerParticipation, conferenceStart] = columns;
  const fields = (...values: readonly unknown[]) =>
    Object.fromEntries([externalTag, mos, customerParticipation, conferenceStart].map((key, at) => [key, values[at]]));
  const conversations = [
    { conversationId: 'a', ...fields(5, '4.25', 'true', '2026-11-19T10:00:00Z') },
    { conversationId: 'b', ...fields(false, 'good', 'perhaps', 'soon') },
    { conversationId: 'c', ...fields({ a: 1 }, ['4'], 1, 1_700_000_000_000) },
    { conversationId: 'd', ...fields(null, null, null, null) },
    { conversationId: 'e', ...fields('1e999', Number.POSITIVE_INFINITY) },
  ];
  const genesys = pagesOrg((page) => ({ conversations: page === 1 ? conversations : [], totalHits: 5 }));
  const store = createRowStore(columnsOf(query));
  const { rows, outcome } = await run({ query, genesys });
  expect(rows).toEqual([
    ['5', 4.25, true, Date.UTC(2026, 10, 19, 10)],
    ['false', undefined, undefined, undefined],
    ['{"a":1}', 4, undefined, 1_700_000_000_000],
    [null, null, null, null],
    ['1e999', undefined, undefined, undefined],
  ]);
  expect(() => store.append(rows)).not.toThrow();
  expect(outcome.notes).toContain('5 values of the answer were not of the published type: the cells are empty.');
});

test('a list that is null is one that is absent, at every depth', async () => {
  const conversations = [
    { conversationId: 'a', participants: null },
    { conversationId: 'b', participants: [{ purpose: 'agent', sessions: null }] },
    { conversationId: 'c', participants: [{ purpose: 'agent', sessions: [{ segments: null, metrics: null }] }] },
  ];
  const body = { conversations, totalHits: 3 };
  const { genesys } = await openWorld({
    fault: ({ path }) => (path === PATH ? { kind: 'answer', when: 'before', status: 200, body } : undefined),
  });
  for (const rows of ['conversation', 'participant', 'session', 'segment', 'wrapUp'] as const) {
    const { records, outcome } = await run({ query: detailsQuery(1, { rows, columns: ['conversationId'] }), genesys });
    expect(outcome.complete).toBe(true);
    if (rows === 'wrapUp') expect(records.map(({ conversationId }) => conversationId)).toEqual(['a', 'b', 'c']);
  }
});

test('a segment that is no map makes a page unreadable: a row less would mislead', async () => {
  const participants = [{ sessions: [{ segments: [null] }] }];
  const body = { conversations: [{ conversationId: 'a', participants }], totalHits: 1 };
  const { genesys } = await openWorld({
    fault: ({ path }) => (path === PATH ? { kind: 'answer', when: 'before', status: 200, body } : undefined),
  });
  await expect(run({ query: detailsQuery(1), genesys })).rejects.toThrow('The answer is not a page of conversations.');
});
