/** What a details query finds. */
import { expect, test } from 'vitest';
import { at, conversation, metric, openAnalytics, segment, session } from './support.ts';

const one = (predicate: object): object => ({ type: 'and', predicates: [predicate] });
const dimension = (name: string, value: string): object => ({ type: 'dimension', dimension: name, value });

const twoLegs = conversation(
  'two-legs',
  '09:00',
  {},
  {
    conversationEnd: at('09:30'),
    participants: [
      {
        participantId: 'p1',
        purpose: 'agent',
        userId: 'ann',
        sessions: [
          session('s1', {
            segments: [
              segment('interact', '09:00', '09:10', { queueId: 'sales' }),
              segment('wrapup', '09:10', '09:12', { queueId: 'sales', wrapUpCode: 'sold' }),
            ],
            metrics: [metric('tTalk', 600_000, '09:10'), metric('tAcw', 120_000, '09:12')],
          }),
        ],
      },
      {
        participantId: 'p2',
        purpose: 'agent',
        userId: 'bob',
        sessions: [
          session('s2', {
            segments: [
              segment('interact', '09:10', '09:20', { queueId: 'claims' }),
              segment('wrapup', '09:20', '09:30', { queueId: 'claims', wrapUpCode: 'filed' }),
            ],
            metrics: [metric('tTalk', 500_000, '09:20')],
          }),
        ],
      },
    ],
  },
);

const chat = conversation(
  'chat',
  '10:00',
  {
    mediaType: 'chat',
    requestedRoutings: ['Preferred', 'Standard'],
    segments: [segment('interact', '10:00', undefined, { queueId: 'sales', requestedRoutingSkillIds: ['nl', 'fr'] })],
  },
  { originatingDirection: 'outbound', customerParticipation: true, mediaStatsMinConversationMos: 4.2 },
);

const surveyed = conversation(
  'surveyed',
  '11:00',
  { segments: [segment('interact', '11:00', '11:05', { queueId: 'claims' })] },
  {
    conversationEnd: at('11:05'),
    surveys: [
      {
        surveyId: 'v1',
        surveyFormId: 'form',
        surveyFormName: 'Form',
        surveyStatus: 'Finished',
        surveyType: 'Voice',
        eventTime: at('11:10'),
        queueId: 'claims',
        userId: 'ann',
        oSurveyTotalScore: 80,
      },
    ],
    evaluations: [
      {
        evaluationId: 'e1',
        evaluatorId: 'eve',
        eventTime: at('11:20'),
        formId: 'f1',
        formName: 'Quality',
        queueId: 'claims',
        released: true,
        userId: 'ann',
        oTotalScore: 70,
        oTotalCriticalScore: 60,
      },
    ],
    resolutions: [{ eventTime: at('11:30'), queueId: 'claims', userId: 'ann', nNextContactAvoided: 1 }],
  },
);

const all = [twoLegs, chat, surveyed];

test.each([
  ['a conversation dimension', { conversationFilters: [one(dimension('originatingDirection', 'outbound'))] }, ['chat']],
  ['a boolean', { conversationFilters: [one(dimension('customerParticipation', 'true'))] }, ['chat']],
  [
    'what exists, without a type',
    { conversationFilters: [one({ dimension: 'conversationEnd', operator: 'exists' })] },
    ['two-legs', 'surveyed'],
  ],
  [
    'what does not exist',
    { conversationFilters: [one({ type: 'dimension', dimension: 'conversationEnd', operator: 'notExists' })] },
    ['chat'],
  ],
  [
    'a number in a range',
    { conversationFilters: [one({ dimension: 'mediaStatsMinConversationMos', range: { gt: 4, lte: 4.2 } })] },
    ['chat'],
  ],
  [
    'a date in a range of milliseconds',
    { conversationFilters: [one({ dimension: 'conversationStart', range: { lt: Date.parse(at('10:00')) } })] },
    ['two-legs'],
  ],
  [
    'a date written with an offset',
    { conversationFilters: [one(dimension('conversationStart', '2026-11-19T10:00:00+01:00'))] },
    ['two-legs'],
  ],
  [
    'one value of a metric',
    { conversationFilters: [one({ type: 'metric', metric: 'tTalk', range: { gte: 600_000 } })] },
    ['two-legs'],
  ],
  [
    'a duration that no session has as a metric',
    { conversationFilters: [one({ type: 'metric', metric: 'tConversationDuration', range: { lt: 600_000 } })] },
    ['surveyed'],
  ],
  ['a segment dimension', { segmentFilters: [one(dimension('wrapUpCode', 'sold'))] }, ['two-legs']],
  ['a participant’s', { segmentFilters: [one(dimension('userId', 'bob'))] }, ['two-legs']],
  ['one of several values', { segmentFilters: [one(dimension('requestedRoutingSkillId', 'fr'))] }, ['chat']],
  ['one of several of a session', { segmentFilters: [one(dimension('requestedRouting', 'Standard'))] }, ['chat']],
  [
    'the length of a segment',
    { segmentFilters: [one({ type: 'metric', metric: 'tSegmentDuration', range: { gte: 600_000 } })] },
    ['two-legs'],
  ],
  [
    'a dimension without a field',
    { segmentFilters: [one({ dimension: 'canonicalExternalContactId', operator: 'exists' })] },
    [],
  ],
  [
    'a property, which no segment has',
    {
      segmentFilters: [one({ type: 'property', property: 'x', propertyType: 'string', operator: 'exists' })],
    },
    [],
  ],
  [
    'a survey',
    { surveyFilters: [one({ type: 'metric', metric: 'oSurveyTotalScore', range: { gte: 80 } })] },
    ['surveyed'],
  ],
  ['a survey of another user', { surveyFilters: [one(dimension('userId', 'bob'))] }, []],
  ['an evaluation', { evaluationFilters: [one(dimension('released', 'true'))] }, ['surveyed']],
  [
    'a resolution',
    { resolutionFilters: [one({ type: 'metric', metric: 'nNextContactAvoided', range: { gte: 1 } })] },
    ['surveyed'],
  ],
] as const)('finds by %s', async (_, body, ids) => {
  expect(await (await openAnalytics(all)).found(body)).toEqual(ids);
});

test('one segment has to satisfy a whole filter, two filters may find two segments', async () => {
  const { found } = await openAnalytics(all);
  const [sold, claims] = [dimension('wrapUpCode', 'sold'), dimension('queueId', 'claims')];
  expect(await found({ segmentFilters: [{ type: 'and', predicates: [sold, claims] }] })).toEqual([]);
  expect(await found({ segmentFilters: [one(sold), one(claims)] })).toEqual(['two-legs']);
  expect(await found({ segmentFilters: [{ type: 'or', predicates: [sold, claims] }] })).toEqual([
    'two-legs',
    'surveyed',
  ]);
});

test('a filter joins its clauses and its predicates', async () => {
  const { found } = await openAnalytics(all);
  const sales = dimension('queueId', 'sales');
  const wrapped = { type: 'or', predicates: [dimension('wrapUpCode', 'sold'), dimension('wrapUpCode', 'filed')] };
  expect(await found({ segmentFilters: [{ type: 'and', clauses: [wrapped], predicates: [sales] }] })).toEqual([
    'two-legs',
  ]);
  expect(await found({ segmentFilters: [{ type: 'or', clauses: [wrapped], predicates: [sales] }] })).toEqual([
    'two-legs',
    'chat',
  ]);
});

test('filters of all families are joined', async () => {
  const { found } = await openAnalytics(all);
  const surveyFilters = [one(dimension('surveyStatus', 'Finished'))];
  expect(await found({ surveyFilters, segmentFilters: [one(dimension('queueId', 'claims'))] })).toEqual(['surveyed']);
  expect(await found({ surveyFilters, segmentFilters: [one(dimension('queueId', 'sales'))] })).toEqual([]);
});

test('conversations go out with the fields that they have and no others', async () => {
  const { details } = await openAnalytics(all);
  expect((await details({})).conversations).toEqual(all);
});

test.each([
  ['exact', []],
  ['ignored', ['two-legs', 'chat', 'surveyed']],
] as const)('predicateCase %s', async (predicateCase, ids) => {
  const { found } = await openAnalytics(all, { switches: { predicateCase } });
  expect(await found({ segmentFilters: [one(dimension('purpose', 'Agent'))] })).toEqual(ids);
});

test.each([
  ['anyValue', []],
  ['sum', ['two-legs']],
] as const)('metricPredicate %s', async (metricPredicate, ids) => {
  const { found } = await openAnalytics(all, { switches: { metricPredicate } });
  const longTalk = one({ type: 'metric', metric: 'tTalk', range: { gt: 1_000_000 } });
  expect(await found({ conversationFilters: [longTalk] })).toEqual(ids);
  // A conversation without the metric has no sum of nothing.
  const noTalk = one({ type: 'metric', metric: 'tTalk', range: { lt: 1 } });
  expect(await found({ conversationFilters: [noTalk] })).toEqual([]);
});
