import type { InventedKey, KeyRewrite, Place } from './model.ts';
import { type Row, rowsOf } from './rows.ts';

const both: readonly Place[] = ['details', 'aggregates'];

const toInterval = (part: 'from' | 'to' | 'whole'): KeyRewrite => ({ kind: 'toInterval', part });
const start = 'An interval is start and end in one, with a slash between: `interval: 2026-11-01/2026-11-08`.';
const paging = 'Pages are fetched by themselves, as many as there are. To stop earlier, use `maxRows` under `output`.';
const oneAtATime =
  'A details query lists conversations one by one. To count and add up, use the kind `ConversationAggregates`.';

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

/** Keys at the top of a query that say when, what and how much, and are not there. */
export const queryKeys: readonly InventedKey[] = rowsOf([...time, ...shape, ...otherKind]);
