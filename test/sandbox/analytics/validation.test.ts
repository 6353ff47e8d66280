/** What the two queries take and refuse: every published name, and no other. */
import { beforeAll, describe, expect, test } from 'vitest';
import aggregatesFile from '#schemas/api/enums/conversations.aggregates.query.json' with { type: 'json' };
import detailsFile from '#schemas/api/enums/conversations.details.query.json' with { type: 'json' };
import { type Sandbox, startSandbox } from '#sandbox/server.ts';
import { openSandbox } from '../support.ts';
import { type Analytics, analyticsOf, conversation, openAnalytics, sourceOf, wholeDay } from './support.ts';

interface Field {
  readonly type: string;
  readonly required: boolean;
  readonly enum?: readonly string[] | undefined;
}
type Models = Readonly<Record<string, Readonly<Record<string, Field>>>>;
const models: { readonly details: Models; readonly aggregates: Models } = {
  details: detailsFile.models,
  aggregates: aggregatesFile.models,
};
type Kind = keyof typeof models;

let sandbox: Sandbox;
let analytics: Analytics;
beforeAll(async () => {
  sandbox = await startSandbox({ rate: 1_000_000, conversations: sourceOf([]) });
  analytics = await analyticsOf(sandbox);
  return () => sandbox.close();
});

const base = { details: { interval: wholeDay }, aggregates: { interval: wholeDay, metrics: ['nOffered'] } } as const;
const status = async (kind: Kind, more: object): Promise<number> =>
  (await analytics.refusal(kind, { ...base[kind], ...more })).status;

const matches = { value: 'x' };
const inRange = { range: { gte: 1 } };
const predicateIn = (family: string, predicate: object): object => ({
  [family]: [{ type: 'or', predicates: [predicate] }],
});
const families: Readonly<Record<string, string>> = {
  conversationFilters: 'ConversationDetailQueryPredicate',
  segmentFilters: 'SegmentDetailQueryPredicate',
  evaluationFilters: 'EvaluationDetailQueryPredicate',
  surveyFilters: 'SurveyDetailQueryPredicate',
  resolutionFilters: 'ResolutionDetailQueryPredicate',
};
const enumOf = (kind: Kind, model: string, field: string): readonly string[] =>
  models[kind][model]?.[field]?.enum ?? [];

/** Every place with a fixed set of values: what a body looks like that has one of them there. */
interface Place {
  readonly kind: Kind;
  readonly field: string;
  readonly values: readonly string[];
  readonly body: (value: string) => object;
}

function filterPlaces(family: string, model: string): readonly Place[] {
  const dimension = enumOf('details', model, 'dimension')[0];
  const plain =
    dimension === undefined ? { metric: enumOf('details', model, 'metric')[0], ...inRange } : { dimension, ...matches };
  const of = (field: string, body: (value: string) => object): Place => ({
    kind: 'details',
    field: `${family} ${field}`,
    values: enumOf('details', model, field),
    body,
  });
  const clauseModel = model.replace('Predicate', 'Clause');
  return [
    of('dimension', (value) => predicateIn(family, { dimension: value, ...matches })),
    of('metric', (value) => predicateIn(family, { type: 'metric', metric: value, ...inRange })),
    of('operator', (value) =>
      predicateIn(family, value === 'matches' ? { ...plain, operator: value } : withoutRight(plain, value)),
    ),
    of('propertyType', (value) =>
      predicateIn(family, { type: 'property', property: 'p', propertyType: value, ...matches }),
    ),
    {
      kind: 'details',
      field: `${family} clause type`,
      values: enumOf('details', clauseModel, 'type'),
      body: (value) => ({ [family]: [{ type: 'or', clauses: [{ type: value, predicates: [plain] }] }] }),
    },
    {
      kind: 'details',
      field: `${family} filter type`,
      values: enumOf('details', model.replace('Predicate', 'Filter'), 'type'),
      body: (value) => ({ [family]: [{ type: value, predicates: [plain] }] }),
    },
  ];
}

function withoutRight(predicate: object, operator: string): object {
  const left = Object.entries(predicate).filter(([key]) => key !== 'value' && key !== 'range');
  return { ...Object.fromEntries(left), operator };
}

const query = 'ConversationAggregationQuery';
const places: readonly Place[] = [
  ...Object.entries(families).flatMap(([family, model]) => filterPlaces(family, model)),
  {
    kind: 'details',
    field: 'order',
    values: enumOf('details', 'ConversationQuery', 'order'),
    body: (order) => ({ order }),
  },
  {
    kind: 'details',
    field: 'orderBy',
    values: enumOf('details', 'ConversationQuery', 'orderBy'),
    body: (orderBy) => ({ orderBy }),
  },
  {
    kind: 'details',
    field: 'aggregation type',
    values: enumOf('details', 'AnalyticsQueryAggregation', 'type'),
    body: (type) => ({ aggregations: [{ type, dimension: 'queueId', ranges: [{ lt: 5 }] }] }),
  },
  {
    kind: 'aggregates',
    field: 'metrics',
    values: enumOf('aggregates', query, 'metrics'),
    body: (value) => ({ metrics: ['tTalk', value] }),
  },
  {
    kind: 'aggregates',
    field: 'groupBy',
    values: enumOf('aggregates', query, 'groupBy'),
    body: (value) => ({ groupBy: ['queueId', value] }),
  },
  {
    kind: 'aggregates',
    field: 'queryType',
    values: enumOf('aggregates', query, 'queryType'),
    body: (queryType) => ({
      queryType,
      groupBy: ['queueId'],
      limit: 5,
      sortMetric: { name: 'nOffered', function: 'count' },
    }),
  },
  {
    kind: 'aggregates',
    field: 'alternateTimeDimension',
    values: enumOf('aggregates', query, 'alternateTimeDimension'),
    body: (alternateTimeDimension) => ({ alternateTimeDimension }),
  },
  {
    kind: 'aggregates',
    field: 'filter dimension',
    values: enumOf('aggregates', 'ConversationAggregateQueryPredicate', 'dimension'),
    body: (dimension) => ({ filter: { type: 'and', predicates: [{ dimension, ...matches }] } }),
  },
  {
    kind: 'aggregates',
    field: 'sort metric',
    values: enumOf('aggregates', 'ConversationAggregationSort', 'name'),
    body: (name) => ({ sortMetric: { name, function: 'sum' } }),
  },
  {
    kind: 'aggregates',
    field: 'sort function',
    values: enumOf('aggregates', 'ConversationAggregationSort', 'function'),
    body: (value) => ({ sortMetric: { name: 'tTalk', function: value } }),
  },
  {
    kind: 'aggregates',
    field: 'view function',
    values: enumOf('aggregates', 'ConversationAggregationView', 'function'),
    body: (value) => ({ views: [{ name: 'v', target: 'tTalk', function: value, range: { lt: 5 } }] }),
  },
];

describe('a value of a published set', () => {
  test.each(places.filter(({ values }) => values.length > 0))(
    '$kind, $field: each is taken, another is refused as the published error says',
    async ({ kind, values, body }) => {
      for (const value of values) expect([value, await status(kind, body(value))]).toEqual([value, 200]);
      const answer = await analytics.refusal(kind, { ...base[kind], ...body('tWrapUpTime') });
      expect(answer.status).toBe(400);
      expect(answer.body).toMatchObject({ code: 'invalid.value', messageParams: { value: 'tWrapUpTime' } });
      expect(answer.body['message']).toContain('Value [tWrapUpTime] is not valid for field type');
      // One in another case is another value.
      expect(await status(kind, body((values[0] ?? '').toUpperCase()))).toBe(400);
    },
  );

  test('a view is of any published timer', async () => {
    const targets = enumOf('aggregates', 'ConversationAggregationView', 'target');
    for (const target of targets) {
      const views = [{ name: 'v', target, function: 'rangeBound', range: { gte: 5 } }];
      expect([target, await status('aggregates', { views })]).toEqual([target, target.startsWith('t') ? 200 : 400]);
    }
  });
});

test.each([
  ['details', {}, 'interval'],
  ['details', { interval: wholeDay, paging: { pageSize: 5 } }, 'paging.pageNumber'],
  ['details', { interval: wholeDay, segmentFilters: [{ predicates: [] }] }, 'segmentFilters[0].type'],
  [
    'details',
    { interval: wholeDay, segmentFilters: [{ type: 'and', clauses: [{ type: 'or', clauses: [] }] }] },
    'segmentFilters[0].clauses[0].predicates',
  ],
  ['aggregates', { interval: wholeDay }, 'metrics'],
  ['aggregates', { metrics: ['tTalk'] }, 'interval'],
  ['aggregates', { interval: wholeDay, metrics: ['tTalk'], sortMetric: { name: 'tTalk' } }, 'sortMetric.function'],
  ['aggregates', { interval: wholeDay, metrics: ['tTalk'], views: [{ name: 'v' }] }, 'views[0].target'],
] as const)('%s: %j lacks a required field', async (kind, body, fieldName) => {
  expect((await analytics.refusal(kind, body)).body).toMatchObject({
    status: 400,
    code: 'required.field.missing',
    details: [{ fieldName }],
  });
});

const dimensionPredicate = { type: 'dimension', dimension: 'queueId' };
test.each([
  ['a predicate without what its type names', { type: 'dimension', value: 'x' }],
  ['nothing at all', {}],
  ['a metric predicate without a metric', { type: 'metric', range: { gt: 1 } }],
  ['a metric predicate with a value', { type: 'metric', metric: 'tSegmentDuration', value: '5' }],
  ['a metric and a dimension', { ...dimensionPredicate, metric: 'tSegmentDuration', range: { gt: 1 } }],
  ['a property without its type', { type: 'property', property: 'p', value: 'x' }],
  ['a match without a right side', dimensionPredicate],
  ['a match with two right sides', { ...dimensionPredicate, value: 'x', range: { gt: 1 } }],
  ['exists with a value', { ...dimensionPredicate, operator: 'exists', value: 'x' }],
  ['a range without a bound', { ...dimensionPredicate, range: {} }],
  ['a range with two lower bounds', { ...dimensionPredicate, range: { gt: 1, gte: 1 } }],
  ['a range with two upper bounds', { ...dimensionPredicate, range: { lt: 1, lte: 1 } }],
  ['a range of text', { ...dimensionPredicate, range: { lt: '1' } }],
  ['a value that is no text', { ...dimensionPredicate, value: 5 }],
  ['a list of values', { ...dimensionPredicate, value: ['x'] }],
])('%s is refused', async (_, predicate) => {
  expect(await status('details', predicateIn('segmentFilters', predicate))).toBe(400);
});

test.each(['conversationFilters', 'evaluationFilters', 'surveyFilters', 'resolutionFilters'])(
  '%s have no properties, though their type may say so',
  async (family) => {
    const predicate = { type: 'property', property: 'queueId', propertyType: 'string', value: 'x' };
    expect(await status('details', predicateIn(family, predicate))).toBe(400);
    expect(await status('details', predicateIn(family, { type: 'property' }))).toBe(400);
  },
);

test.each([
  ['details', { segmentFilters: [{ type: 'and' }] }],
  ['details', { segmentFilters: [{ type: 'and', clauses: [{ type: 'or', predicates: [] }] }] }],
  ['details', { segmentFilters: { type: 'and', predicates: [{ ...dimensionPredicate, value: 'x' }] } }],
  ['details', { paging: { pageSize: 0, pageNumber: 1 } }],
  ['details', { paging: { pageSize: 10, pageNumber: 0 } }],
  ['details', { paging: { pageSize: 1.5, pageNumber: 1 } }],
  ['details', { aggregations: [{ type: 'termFrequency' }] }],
  ['details', { aggregations: [{ dimension: 'queueId' }] }],
  ['details', { aggregations: [{ type: 'termFrequency', dimension: 'queue' }] }],
  ['details', { aggregations: [{ type: 'numericRange', metric: 'tTalk' }] }],
  ['details', { aggregations: [{ type: 'termFrequency', dimension: 'queueId', size: 0 }] }],
  ['aggregates', { metrics: [] }],
  ['aggregates', { metrics: 'tTalk' }],
  ['aggregates', { timeZone: 'CEST2' }],
  ['aggregates', { timeZone: '+02:00' }],
  ['aggregates', { granularity: 'day' }],
  ['aggregates', { granularity: 'PT0S' }],
  ['aggregates', { granularity: 'P' }],
  ['aggregates', { granularity: '-P1D' }],
  ['aggregates', { granularity: 'PT0.5H' }],
  ['aggregates', { filter: { type: 'and', predicates: [{ type: 'metric', value: 'x' }] } }],
  ['aggregates', { filter: { type: 'and', predicates: [{ type: 'metric', metric: 'tTalk', range: { gt: 1 } }] } }],
  ['aggregates', { filter: { type: 'and', predicates: [{ type: 'property', property: 'p', value: 'x' }] } }],
  ['aggregates', { filter: [{ type: 'and', predicates: [{ ...dimensionPredicate, value: 'x' }] }] }],
  ['aggregates', { views: [{ name: 'v', target: 'tTalk', function: 'rangeBound' }] }],
  ['aggregates', { views: [{ name: 'tAcw', target: 'tTalk', function: 'rangeBound', range: { lt: 5 } }] }],
  [
    'aggregates',
    { views: [1, 2].map(() => ({ name: 'v', target: 'tTalk', function: 'rangeBound', range: { lt: 5 } })) },
  ],
  [
    'aggregates',
    {
      views: Array.from({ length: 11 }, (_, index) => ({
        name: `v${index}`,
        target: 'tTalk',
        function: 'rangeBound',
        range: { lt: 5 },
      })),
    },
  ],
  ['aggregates', { queryType: 'topN', groupBy: ['queueId'], limit: 5 }],
  ['aggregates', { queryType: 'topN', groupBy: ['queueId'], sortMetric: { name: 'tTalk', function: 'sum' } }],
  ['aggregates', { queryType: 'topN', limit: 5, sortMetric: { name: 'tTalk', function: 'sum' } }],
  ['aggregates', { limit: 0 }],
] as const)('%s: %j makes no sense', async (kind, more) => {
  expect(await status(kind, more)).toBe(400);
});

test('null counts as absent', async () => {
  expect(await status('details', { segmentFilters: null, paging: null, order: null })).toBe(200);
  expect(await status('aggregates', { groupBy: null, granularity: null, filter: null })).toBe(200);
});

test('ten views are allowed', async () => {
  const views = Array.from({ length: 10 }, (_, index) => ({
    name: `v${index}`,
    target: 'tTalk',
    function: 'rangeBound',
    range: { gte: index },
  }));
  expect(await status('aggregates', { views })).toBe(200);
});

test.each([
  ['details', { view: 'summary', size: 100 }],
  ['details', { segmentFilters: [{ type: 'and', predicates: [{ ...dimensionPredicate, value: 'x', path: 'y' }] }] }],
  ['aggregates', { dateFrom: '2026-01-01' }],
] as const)('%s: unknownFields decides on %j', async (kind, more) => {
  expect(await status(kind, more)).toBe(200);
  const strict = await openAnalytics([], { switches: { unknownFields: 'refused' } });
  expect((await strict.refusal(kind, { ...base[kind], ...more })).status).toBe(400);
});

test('a client needs one of the published permissions', async () => {
  const opened = await openSandbox({ conversations: sourceOf([conversation('c', '10:00')]) });
  const reader = await analyticsOf(opened, opened.clients.readOnly);
  expect((await reader.refusal('details', base.details)).body).toMatchObject({
    status: 403,
    code: 'missing.any.permissions',
    messageParams: { permissions: 'analytics:conversationDetail:view, analytics:agentConversationDetail:view' },
  });
  expect((await reader.refusal('aggregates', base.aggregates)).body).toMatchObject({
    status: 403,
    code: 'missing.permissions',
    messageParams: { permissions: 'analytics:conversationAggregate:view' },
  });
  expect((await reader.api.get('/api/v2/analytics/conversations/c/details')).status).toBe(403);
});
