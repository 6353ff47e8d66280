import type { FilterFamily, InventedKey, KeyRewrite, Place } from './model.ts';
import { filterKeys } from './places.ts';
import { type Row, rowsOf } from './rows.ts';

const both: readonly Place[] = ['details', 'aggregates'];

const toInterval = (part: 'from' | 'to' | 'whole'): KeyRewrite => ({ kind: 'toInterval', part });
const start = 'An interval is start and end in one, with a slash between: `interval: 2026-11-01/2026-11-08`.';
const paging = 'Pages are fetched by themselves, as many as there are. To stop earlier, use `maxRows` under `output`.';
const oneAtATime =
  'A details query lists conversations one by one. To count and add up, use the kind `ConversationAggregates`.';
const addsUp =
  'A query of this kind only adds up. To see conversations one by one, use the kind `ConversationDetails`.';

const time: readonly Row[] = [
  {
    names: [
      'dateFrom',
      'from',
      'fromDate',
      'startDate',
      'start',
      'startTime',
      'dateStart',
      'since',
      'begin',
      'intervalStart',
    ],
    where: both,
    key: 'interval',
    explanation: start,
    rewrite: toInterval('from'),
  },
  {
    names: ['dateTo', 'to', 'toDate', 'endDate', 'end', 'endTime', 'dateEnd', 'until', 'intervalEnd'],
    where: both,
    key: 'interval',
    explanation: start,
    rewrite: toInterval('to'),
  },
  {
    names: [
      'dateRange',
      'timeRange',
      'timeFrame',
      'timePeriod',
      'period',
      'dates',
      'range',
      'intervals',
      'timeInterval',
      'dateInterval',
    ],
    where: both,
    key: 'interval',
    explanation: start,
    rewrite: toInterval('whole'),
  },
  {
    names: [
      'timeGrain',
      'grain',
      'timeBucket',
      'bucket',
      'bucketSize',
      'resolution',
      'frequency',
      'intervalSize',
      'granularities',
    ],
    where: ['aggregates'],
    key: 'granularity',
    explanation:
      'In the API it is `granularity`, with a period such as `PT30M`, `PT1H` or `P1D`. Left out, the interval is one piece.',
    rewrite: { kind: 'toGranularity' },
  },
  {
    names: ['tz', 'zone', 'timeZoneId', 'timeZoneName', 'ianaTimeZone'],
    where: ['aggregates'],
    key: 'timeZone',
    explanation: 'It is `timeZone`, with a name such as `Europe/Amsterdam`.',
    rewrite: { kind: 'renameKey', to: 'timeZone' },
  },
];

const shape: readonly Row[] = [
  {
    names: ['view', 'viewType', 'queryView', 'mode'],
    where: both,
    explanation:
      'There are no views such as `interactions`, `realtime` or `summary` to choose. The interval alone says which conversations, and recent ones are there too.',
    rewrite: { kind: 'removeKey' },
  },
  {
    names: ['size', 'pageSize', 'pageNumber', 'page', 'pageCount', 'perPage', 'offset', 'skip', 'maxResults', 'top'],
    where: ['details'],
    explanation: paging,
    rewrite: { kind: 'removeKey' },
  },
  { names: ['limit'], where: ['details'], explanation: paging, rewrite: { kind: 'removeKey' } },
  {
    names: [
      'size',
      'pageSize',
      'pageNumber',
      'page',
      'pageCount',
      'perPage',
      'offset',
      'skip',
      'maxResults',
      'top',
      'paging',
    ],
    where: ['aggregates'],
    explanation: 'An aggregation comes in one piece, without pages.',
    rewrite: { kind: 'removeKey' },
  },
  {
    names: [
      'nextPage',
      'nextPageToken',
      'pageToken',
      'nextToken',
      'cursor',
      'continuationToken',
      'after',
      'scrollId',
      'nextUri',
    ],
    where: both,
    explanation:
      'There are no page tokens in a query. Pages are fetched by themselves, and several of them make one result.',
    rewrite: { kind: 'removeKey' },
  },
  {
    names: [
      'select',
      'selectFields',
      'fields',
      'columns',
      'projection',
      'include',
      'includeFields',
      'attributes',
      'expand',
      'returnFields',
    ],
    where: ['details'],
    explanation:
      'There is nothing to select: the API sends whole conversations. Which columns are shown is `columns` under `output`. The code of a wrap-up stands in a segment, as `wrapUpCode`, and is text.',
    rewrite: { kind: 'toKind', to: 'ConversationAggregates', ifMetrics: true },
  },
  {
    names: [
      'select',
      'selectMetrics',
      'fields',
      'columns',
      'measures',
      'metric',
      'metricNames',
      'values',
      'aggregations',
      'aggregates',
      'aggregate',
      'kpis',
      'stats',
      'facts',
    ],
    where: ['aggregates'],
    key: 'metrics',
    explanation: 'What is counted or added up is listed in `metrics`.',
    rewrite: { kind: 'toList', to: 'metrics' },
  },
  {
    names: [
      'groups',
      'grouping',
      'groupings',
      'dimension',
      'dimensions',
      'breakdown',
      'splitBy',
      'partitionBy',
      'by',
      'groupByFields',
    ],
    where: ['aggregates'],
    key: 'groupBy',
    explanation: 'What the result is broken down by is listed in `groupBy`.',
    rewrite: { kind: 'toList', to: 'groupBy' },
  },
  {
    names: ['sort', 'sortOrder', 'orderDirection', 'direction', 'sortDirection'],
    where: ['details'],
    key: 'order',
    explanation: 'In the API it is `order`: `asc`, `desc` or `unordered`.',
    rewrite: { kind: 'renameKey', to: 'order' },
  },
  {
    names: ['sortBy', 'sortField', 'orderField', 'sortColumn'],
    where: ['details'],
    key: 'orderBy',
    explanation: 'In the API it is `orderBy`: `conversationStart`, `conversationEnd`, `segmentStart` or `segmentEnd`.',
    rewrite: { kind: 'renameKey', to: 'orderBy' },
  },
  {
    names: ['sort', 'sortBy', 'order', 'orderBy', 'sortOrder', 'orderDirection'],
    where: ['aggregates'],
    explanation:
      'An aggregation is not sorted by the API. Sort the result in its view, where every column can be clicked.',
    rewrite: { kind: 'removeKey' },
  },
];

const otherKind: readonly Row[] = [
  {
    names: [
      'groupBy',
      'groups',
      'groupings',
      'metrics',
      'measures',
      'granularity',
      'timeGrain',
      'grain',
      'timeBucket',
      'views',
      'flattenMultivaluedDimensions',
      'sortMetric',
      'queryType',
      'alternateTimeDimension',
    ],
    where: ['details'],
    explanation: oneAtATime,
    rewrite: { kind: 'toKind', to: 'ConversationAggregates' },
  },
];

const filters: readonly Row[] = [
  {
    names: [
      'entity',
      'entities',
      'filters',
      'predicates',
      'predicate',
      'clauses',
      'conditions',
      'criteria',
      'constraints',
      'query',
    ],
    where: both,
    key: 'where',
    explanation: 'Write under `where` which conversations are meant, one line each: `queueId: [an id, another]`.',
    rewrite: { kind: 'toWhere' },
  },
  {
    names: ['filter'],
    where: ['details'],
    key: 'where',
    explanation:
      'A details query has several lists of filters, such as `segmentFilters`. Under `where` one line each is enough, and goes where it belongs.',
    rewrite: { kind: 'toWhere' },
  },
  ...singular('conversation', ['conversationFilter', 'conversationPredicates']),
  ...singular('segment', ['segmentFilter', 'segmentPredicates', 'participantFilters', 'sessionFilters']),
  ...singular('evaluation', ['evaluationFilter']),
  ...singular('survey', ['surveyFilter']),
  ...singular('resolution', ['resolutionFilter']),
  {
    names: [
      'conversationFilters',
      'segmentFilters',
      'conversationFilter',
      'segmentFilter',
      'evaluationFilters',
      'surveyFilters',
      'resolutionFilters',
    ],
    where: ['aggregates'],
    key: 'where',
    explanation: `An aggregation has one \`filter\`, or lines under \`where\`. ${addsUp}`,
    rewrite: { kind: 'toWhere' },
  },
];

function singular(family: Exclude<FilterFamily, 'aggregate'>, names: readonly string[]): readonly Row[] {
  const key = filterKeys[family];
  const explanation = `It is \`${key}\`, and a list.`;
  return [{ names, where: ['details'], key, explanation, rewrite: { kind: 'renameKey', to: key } }];
}

const request: readonly Row[] = [
  {
    names: [
      'url',
      'uri',
      'host',
      'hostname',
      'regionHost',
      'apiHost',
      'baseUrl',
      'basePath',
      'apiUrl',
      'endpoint',
      'path',
      'method',
      'region',
      'domain',
      'tokenUrl',
      'oauthUrl',
      'loginUrl',
    ],
    where: both,
    explanation:
      'A query says what is asked, and not where: `kind` stands for the path, and it goes to the org that one is signed in to.',
    rewrite: { kind: 'removeKey' },
  },
  {
    names: ['headers', 'authorization', 'bearer', 'personalAccessToken', 'authToken', 'jwt'],
    where: both,
    explanation:
      'A secret must never stand in a file, and headers hold one. Remove it here, replace it in the org if the file was shared, and sign in through the editor.',
    rewrite: { kind: 'removeKey' },
    secret: true,
  },
  {
    names: ['scope', 'scopes', 'requiredScopes', 'oauthScopes', 'permission', 'permissions'],
    where: both,
    explanation:
      'A query names no scope. What one may ask follows from roles: `analytics:conversationDetail:view` for details, `analytics:conversationAggregate:view` for aggregations. The scope of an OAuth client is `analytics:readonly`.',
    rewrite: { kind: 'removeKey' },
  },
  {
    names: ['contentType', 'accept', 'timeout', 'retries', 'maxRetries', 'retryAfter', 'rateLimit'],
    where: both,
    explanation: 'How a query is sent is not part of it: retries and waiting are done by themselves.',
    rewrite: { kind: 'removeKey' },
  },
];

/** Keys that are written at the top of a query and are not there. */
export const queryKeys: readonly InventedKey[] = rowsOf([...time, ...shape, ...otherKind, ...filters, ...request]);
