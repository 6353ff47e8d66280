import type { InventedWord } from './model.ts';

const messaging =
  'Messaging of every sort has the media type `message`; which sort it is, such as WhatsApp or SMS, is the dimension `messageType`.';

/** Words for the values of a dimension, which the API takes as they are and then finds nothing for. */
export const dimensionValueWords: Readonly<Record<string, readonly InventedWord[]>> = {
  mediaType: [
    {
      names: ['phone', 'telephone', 'telephony', 'call', 'calls', 'voip', 'voices', 'phoneCall', 'voiceCall'],
      real: 'voice',
    },
    { names: ['chats', 'webchat', 'livechat'], real: 'chat' },
    { names: ['emails', 'mail', 'mails'], real: 'email' },
    { names: ['callbacks', 'call_back'], real: 'callback' },
    {
      names: [
        'messages',
        'messaging',
        'sms',
        'text',
        'whatsapp',
        'facebook',
        'twitter',
        'instagram',
        'line',
        'webmessaging',
        'webmessage',
        'openMessaging',
        'social',
      ],
      real: 'message',
      explanation: messaging,
    },
    { names: ['screen_share'], real: 'screenshare' },
    { names: ['videos', 'videoCall'], real: 'video' },
  ],
  direction: [
    { names: ['in', 'incoming', 'inbounds', 'received'], real: 'inbound' },
    { names: ['out', 'outgoing', 'outbounds', 'dialed', 'dialled'], real: 'outbound' },
  ],
  segmentType: [
    { names: ['acw', 'afterCallWork', 'wrapUps'], real: 'wrapup' },
    { names: ['talk', 'talking', 'interaction'], real: 'interact' },
    { names: ['held', 'onHold'], real: 'hold' },
    { names: ['alerting', 'ringing', 'ring'], real: 'alert' },
  ],
  purpose: [
    { names: ['agents', 'user_agent'], real: 'agent' },
    { names: ['customers', 'caller'], real: 'customer' },
    { names: ['queue', 'queues'], real: 'acd' },
  ],
};

/** How tools say what a condition asks. `real` is the form that the condition gets here; the API's operators are three. */
export const operatorWords: readonly InventedWord[] = [
  { names: ['eq', 'equals', 'equal', 'equalTo', 'is', 'match', '=', '=='], real: 'matches' },
  {
    names: ['in', 'anyOf', 'oneOf', 'isOneOf', 'any', 'isIn'],
    real: 'matches',
    explanation:
      'There is no operator for several values: each is a predicate of its own, and they are joined by `or`.',
  },
  {
    names: ['contains', 'like', 'startsWith', 'beginsWith', 'endsWith', 'regex', 'search'],
    real: 'matches',
    explanation: 'There is no operator for parts of a text. `matches` compares with the value.',
  },
  { names: ['isNotNull', 'notNull', 'present', 'isPresent', 'isSet', 'notEmpty'], real: 'exists' },
  { names: ['isNull', 'null', 'missing', 'absent', 'empty', 'doesNotExist', 'not_exists'], real: 'notExists' },
];

/** Operators that turn a condition round. The API has no such thing. */
export const negations: ReadonlySet<string> = new Set(
  [
    'not',
    'ne',
    'neq',
    'notEquals',
    'notEqual',
    'notIn',
    'nin',
    'isNot',
    'notMatches',
    'doesNotMatch',
    'notContains',
  ].map((word) => word.toLowerCase()),
);

/** Comparisons, which are a `range` in the API. */
export const comparisons: Readonly<Record<string, 'gt' | 'gte' | 'lt' | 'lte'>> = {
  gt: 'gt',
  greaterthan: 'gt',
  '>': 'gt',
  gte: 'gte',
  greaterthanorequal: 'gte',
  greaterthanorequals: 'gte',
  '>=': 'gte',
  min: 'gte',
  atleast: 'gte',
  lt: 'lt',
  lessthan: 'lt',
  '<': 'lt',
  lte: 'lte',
  lessthanorequal: 'lte',
  lessthanorequals: 'lte',
  '<=': 'lte',
  max: 'lte',
  atmost: 'lte',
};

export const predicateTypeWords: readonly InventedWord[] = [
  {
    names: [
      'field',
      'dimensions',
      'filter',
      'term',
      'terms',
      'equals',
      'eq',
      'matches',
      'predicate',
      'string',
      'entity',
    ],
    real: 'dimension',
  },
  { names: ['metrics', 'number', 'numeric', 'range'], real: 'metric' },
  { names: ['properties', 'attribute'], real: 'property' },
];

export const filterTypeWords: readonly InventedWord[] = [
  { names: ['all', 'must', 'every', 'conjunction', '&&'], real: 'and' },
  { names: ['any', 'should', 'some', 'in', 'disjunction', '||'], real: 'or' },
];

export const orderWords: readonly InventedWord[] = [
  { names: ['ascending', 'ascend', 'oldest', 'up'], real: 'asc' },
  { names: ['descending', 'descend', 'newest', 'down'], real: 'desc' },
  { names: ['none'], real: 'unordered' },
];

export const orderByWords: readonly InventedWord[] = [
  {
    names: [
      'startTime',
      'start',
      'date',
      'time',
      'startDate',
      'conversationStartTime',
      'timestamp',
      'created',
      'dateCreated',
    ],
    real: 'conversationStart',
  },
  { names: ['endTime', 'end', 'endDate', 'conversationEndTime'], real: 'conversationEnd' },
  { names: ['segmentStartTime'], real: 'segmentStart' },
  { names: ['segmentEndTime'], real: 'segmentEnd' },
];

/** Periods in words. An empty text stands for the whole interval, which is what is meant where there is no `granularity`. */
export const granularityWords: readonly InventedWord[] = [
  { names: ['none', 'total', 'summary', 'all', 'whole', 'interval'], real: '' },
  { names: ['hourly', 'hour', 'hours', '1h', '60m', 'byHour', 'perHour', '3600'], real: 'PT1H' },
  { names: ['daily', 'day', 'days', '1d', '24h', 'byDay', 'perDay', '86400'], real: 'P1D' },
  { names: ['weekly', 'week', 'weeks', '1w', '7d', 'byWeek'], real: 'P1W' },
  { names: ['monthly', 'month', 'months', '1mo', 'byMonth'], real: 'P1M' },
  { names: ['halfHour', 'halfHourly', '30m', '30min', '30minutes', '1800'], real: 'PT30M' },
  { names: ['quarterHour', '15m', '15min', '15minutes', '900'], real: 'PT15M' },
];
