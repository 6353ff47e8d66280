/** What the tutorials invent for queries, name by name: each has its message, and a fix that ends in something real. */
import { describe, expect, it } from 'vitest';
import { check, type Problem } from '#core/check/index.ts';
import { allowedKeys, allowedValues } from '#core/contract/descriptions.ts';
import { findDimensionValue, findInventedKey, findInventedValue, placeAt, places } from '#core/contract/inventions.ts';
import { dimensionWords } from '#core/contract/inventions/dimensionWords.ts';
import { metricWords } from '#core/contract/inventions/metricWords.ts';
import { queryWords } from '#core/contract/inventions/queryValues.ts';
import { scopeWords } from '#core/contract/inventions/scopeWords.ts';
import { dimensionValueWords } from '#core/contract/inventions/valueWords.ts';
import { schemaAt } from '#core/contract/schema.ts';
import { readSource } from '#core/text/parse.ts';
import endpoints from '#schemas/api/endpoints.json' with { type: 'json' };
import models from '#schemas/api/models.json' with { type: 'json' };
import { applyFix } from '../fixtures/apply.ts';
import { now } from '../fixtures/context.ts';

const name = 'invented.query.yaml';
const details = 'kind: ConversationDetails\ninterval: yesterday\n';
const noTime = 'kind: ConversationDetails\n';
const aggregates = 'kind: ConversationAggregates\ninterval: yesterday\nmetrics: [nOffered]\n';
const noMetrics = 'kind: ConversationAggregates\ninterval: yesterday\n';
const inFilter = `${aggregates}filter:\n  type: or\n  clauses:\n    - `;

/** What is invented, as a file has it; what the message says besides; and what the file has after the fixes. */
const invented: readonly (readonly [string, file: string, says: string, becomes: string | undefined])[] = [
  // The query for wrap-ups of conversations.
  ['view: interactions', `${details}view: interactions\n`, "'view' does not exist", undefined],
  ['size', `${details}size: 1000\n`, "'maxRows'", undefined],
  ['select', `${details}select: [id, participants]\n`, "'columns' under 'output'", undefined],
  ['select of wrapupcode', `${details}select: [wrapupcode]\n`, "'wrapUpCode'", undefined],
  [
    'select of wrapupcode.id',
    `${details}select: [wrapupcode.id, wrapupcode.name, wrapupcode.code]\n`,
    "'wrapUpCode'",
    undefined,
  ],
  [
    'where as a list',
    `${details}where: [{ path: type, operator: in, value: [voice, chat] }]\n`,
    "'where' is no list",
    'mediaType: [voice, chat]',
  ],
  [
    'path in a predicate',
    `${details}segmentFilters: [{ type: or, predicates: [{ path: type, value: voice }] }]\n`,
    "use 'dimension'",
    'dimension: mediaType',
  ],
  [
    'operator: in',
    `${details}segmentFilters: [{ type: or, predicates: [{ dimension: mediaType, operator: in, value: voice }] }]\n`,
    'no operator for several values',
    'operator: matches',
  ],
  ['nextPage', `${details}nextPage: abc\n`, 'page tokens', undefined],
  ['wrapupcode as a dimension', `${aggregates}groupBy: [wrapupcode]\n`, "'wrapUpCode'", 'groupBy: [wrapUpCode]'],
  [
    'scope analytics:conversation:view',
    `${details}scope: analytics:conversation:view\n`,
    'analytics:conversationDetail:view',
    undefined,
  ],
  [
    'the login on the API host',
    `${details}tokenUrl: https://api.mypurecloud.com/oauth/token\n`,
    'the org that one is signed in to',
    undefined,
  ],
  ['client id', `${details}client_id: abc\n`, 'sign-in', undefined],
  ['client secret', `${details}client_secret: abc\n`, 'secret must never', undefined],
  ['personal access token', `${details}personalAccessToken: abc\n`, 'secret must never', undefined],
  ['headers', `${details}headers: { Authorization: Bearer abc }\n`, 'secret must never', undefined],
  // The query for recent interactions of an agent.
  ['view: realtime', `${details}view: realtime\n`, "'realtime'", undefined],
  ['view: summary', `${details}view: summary\n`, "'summary'", undefined],
  [
    'entity',
    `${details}entity: [{ type: conversation, path: participants, selector: participantId, values: [11111111-1111-4111-8111-111111111111] }]\n`,
    "use 'where'",
    'userId: 11111111-1111-4111-8111-111111111111',
  ],
  [
    'selector',
    `${inFilter}{ selector: participantId, values: [11111111-1111-4111-8111-111111111111] }\n`,
    "'selector' does not exist",
    'dimension: userId',
  ],
  [
    'scope analytics:conversation:details:read',
    `${details}scopes: [analytics:conversation:details:read]\n`,
    'analytics:conversationDetail:view',
    undefined,
  ],
  [
    'scope interaction:wrapupcode:write',
    `${details}scopes: [interaction:wrapupcode:write]\n`,
    'conversation:participant:wrapup',
    undefined,
  ],
  [
    'scope interaction:wrapupcode:read',
    `${details}scopes: interaction:wrapupcode:read\n`,
    'routing:wrapupCode:view',
    undefined,
  ],
  [
    'scope interaction:interaction:read',
    `${details}scopes: interaction:interaction:read\n`,
    'analytics:conversationDetail:view',
    undefined,
  ],
  [
    'host us-east-1.mygen.com',
    `${details}region_host: us-east-1.mygen.com\n`,
    'the org that one is signed in to',
    undefined,
  ],
  [
    'kind ConversationDetailsQuery',
    'kind: ConversationDetailsQuery\ninterval: yesterday\n',
    "'ConversationDetails'",
    'kind: ConversationDetails\n',
  ],
  // The survey tutorial's scopes.
  ['scope interaction:view', `${details}scopes: interaction:view\n`, 'analytics:conversationDetail:view', undefined],
  ['scope interaction:write', `${details}scopes: interaction:write\n`, 'conversation:participant:wrapup', undefined],
  // The query that adds up.
  [
    'aggregation through details',
    `${details}groupBy: [queueId]\nmetrics: [nOffered]\n`,
    'ConversationAggregates',
    'kind: ConversationAggregates',
  ],
  [
    'dateFrom and dateTo',
    `${noTime}dateFrom: 2026-11-01T00:00:00Z\ndateTo: 2026-11-08T00:00:00Z\n`,
    "use 'interval'",
    'interval: 2026-11-01T00:00:00Z/2026-11-08T00:00:00Z',
  ],
  [
    'dateFrom alone',
    `${noTime}dateFrom: 2026-11-01T00:00:00Z\n`,
    "use 'interval'",
    'interval: 2026-11-01T00:00:00Z/P1D',
  ],
  ['dateTo alone', `${noTime}dateTo: 2026-11-08T00:00:00Z\n`, "use 'interval'", 'interval: P1D/2026-11-08T00:00:00Z'],
  ['groupBy queue', `${aggregates}groupBy: [queue, mediaType]\n`, "'queueId'", 'groupBy: [queueId, mediaType]'],
  ['queue.id', `${aggregates}groupBy: [queue.id]\n`, "'queueId'", 'groupBy: [queueId]'],
  ['queue.name', `${aggregates}groupBy: [queue.name]\n`, "'queueId'", 'groupBy: [queueId]'],
  ['select of metrics', `${noMetrics}select: [nOffered]\n`, "use 'metrics'", 'metrics: [nOffered]'],
  ['conversationCount', `${noMetrics}metrics: [conversationCount]\n`, "'nConversations'", 'metrics: [nConversations]'],
  ['handleTime', `${noMetrics}metrics: [handleTime]\n`, "'tHandle'", 'metrics: [tHandle]'],
  ['holdTime', `${noMetrics}metrics: [holdTime]\n`, "'tHeld'", 'metrics: [tHeld]'],
  ['talkTime', `${noMetrics}metrics: [talkTime]\n`, "'tTalk'", 'metrics: [tTalk]'],
  ['waitTime', `${noMetrics}metrics: [waitTime]\n`, "'tWait'", 'metrics: [tWait]'],
  ['wrapUpTime', `${noMetrics}metrics: [wrapUpTime]\n`, "'tAcw'", 'metrics: [tAcw]'],
  ['nWrapup', `${noMetrics}metrics: [nWrapup]\n`, "'tAcw'", 'metrics: [tAcw]'],
  ['timeGrain: none', `${aggregates}timeGrain: none\n`, "use 'granularity'", undefined],
  ['timeGrain: hourly', `${aggregates}timeGrain: hourly\n`, "use 'granularity'", 'granularity: PT1H'],
  [
    'a clause of type field',
    `${inFilter}{ type: field, field: queue.id, op: in, values: [a, b] }\n`,
    "'field' does not exist",
    'dimension: queueId, operator: matches, value: b',
  ],
  [
    'field',
    `${inFilter}{ type: or, predicates: [{ field: queue.id, value: a }] }\n`,
    "use 'dimension'",
    'dimension: queueId',
  ],
  [
    'op',
    `${inFilter}{ type: or, predicates: [{ dimension: queueId, op: matches, value: a }] }\n`,
    "use 'operator'",
    'operator: matches',
  ],
  [
    'values',
    `${inFilter}{ type: or, predicates: [{ dimension: queueId, values: [a, b] }] }\n`,
    "use 'value'",
    'value: b',
  ],
  ['pageToken', `${aggregates}pageToken: abc\n`, 'page tokens', undefined],
  ['nextPageToken', `${aggregates}nextPageToken: abc\n`, 'page tokens', undefined],
  ['pageSize', `${aggregates}pageSize: 1000\n`, 'in one piece', undefined],
  [
    'host api.us-east-1.mypurecloud.com',
    `${aggregates}host: api.us-east-1.mypurecloud.com\n`,
    'the org that one is signed in to',
    undefined,
  ],
  [
    'scope analytics:query:read',
    `${aggregates}scopes: analytics:query:read\n`,
    'analytics:conversationAggregate:view',
    undefined,
  ],
  [
    'scope conversation:read',
    `${aggregates}scopes: [conversation:read]\n`,
    'analytics:conversationAggregate:view',
    undefined,
  ],
];

function problemsOf(text: string): readonly Problem[] {
  return check(readSource(name, text), { now }).filter(({ severity }) => severity === 'error');
}

/** First the fixes that are certain, then one that has to be chosen, never one that only takes away what is meant. */
function fixed(text: string): string {
  let current = text;
  for (let step = 0; step < 20; step++) {
    const fixes = problemsOf(current).flatMap((problem) => problem.fixes);
    const fix =
      fixes.find(({ preferred }) => preferred === true) ?? fixes.find(({ title }) => title.startsWith('Change'));
    if (fix === undefined) return current;
    current = applyFix(readSource(name, current), fix);
  }
  throw new Error('The fixes never come to an end.');
}

describe('what the tutorials invent for queries', () => {
  it.each(invented)('%s: says what is real', (_, file, says) => {
    expect(
      problemsOf(file)
        .map(({ message }) => message)
        .join('\n'),
    ).toContain(says);
    for (const { message } of problemsOf(file)) expect(message).not.toMatch(/`|undefined|abc\b/);
  });

  it.each(invented)('%s: its fixes end in a file without errors', (_, file, __, becomes) => {
    const repaired = fixed(file);
    const base = [details, noTime, aggregates, noMetrics]
      .toSorted((a, b) => b.length - a.length)
      .find((start) => file.startsWith(start));
    expect(problemsOf(repaired).map(({ message }) => message)).toEqual([]);
    if (becomes === undefined) expect(repaired).toBe(base);
    else expect(repaired).toContain(becomes);
  });
});

describe('the words of the table', () => {
  const valuesAt = (
    kind: 'ConversationDetails' | 'ConversationAggregates',
    path: readonly string[],
  ): readonly unknown[] => allowedValues(kind, path).map(({ value }) => value);
  const metrics = [
    ...valuesAt('ConversationAggregates', ['metrics', '*']),
    ...valuesAt('ConversationDetails', ['conversationFilters', '*', 'predicates', '*', 'metric']),
  ];
  const dimensions = [
    ...valuesAt('ConversationAggregates', ['groupBy', '*']),
    ...valuesAt('ConversationDetails', ['conversationFilters', '*', 'predicates', '*', 'dimension']),
    ...valuesAt('ConversationDetails', ['segmentFilters', '*', 'predicates', '*', 'dimension']),
  ];

  it.each(metricWords)('$real is a metric', ({ real, names }) => {
    expect(metrics).toContain(real);
    for (const word of names) expect(metrics).not.toContain(word);
  });

  it.each(dimensionWords)('$real is a dimension', ({ real }) => expect(dimensions).toContain(real));

  it.each([
    ['order', 'ConversationDetails', ['order']],
    ['orderBy', 'ConversationDetails', ['orderBy']],
    ['operator', 'ConversationAggregates', ['filter', 'predicates', '*', 'operator']],
    ['predicateType', 'ConversationAggregates', ['filter', 'predicates', '*', 'type']],
    ['filterType', 'ConversationAggregates', ['filter', 'type']],
  ] as const)('%s: all that is real is possible there', (words, kind, path) => {
    for (const { real } of queryWords[words] ?? []) expect(valuesAt(kind, path)).toContain(real);
  });

  it('knows media, directions, segments and purposes as they are published', () => {
    const published = JSON.stringify(models);
    for (const { real } of Object.values(dimensionValueWords).flat()) expect(published).toContain(`"${real}"`);
  });

  it('names permissions that some endpoint asks for, in place of scopes', () => {
    const published = JSON.stringify(endpoints);
    for (const { real } of scopeWords) expect(published).toContain(`"${real}"`);
    for (const { names } of scopeWords) for (const scope of names) expect(published).not.toContain(`"${scope}"`);
  });

  it('has each spelling once in each list', () => {
    for (const words of [...Object.values(queryWords), ...Object.values(dimensionValueWords)]) {
      const names = words.flatMap((word) =>
        word.names.map((spelling) => spelling.toLowerCase().replaceAll(/[^a-z0-9<>=!|&]/g, '')),
      );
      expect(names.filter((spelling, index) => names.indexOf(spelling) !== index)).toEqual([]);
    }
  });
});

describe('findInventedValue', () => {
  it.each([
    ['aggregates', 'metrics', 'aht', 'tHandle'],
    ['aggregates', 'metrics', 'N_OFFERED', 'nOffered'],
    ['aggregates', 'metrics', 'Handle', 'tHandle'],
    ['aggregates', 'metrics', 'avgHoldTime', 'tHeld'],
    ['aggregates', 'groupBy', 'MediaType', 'mediaType'],
    ['aggregates', 'groupBy', 'wrap_up_code', 'wrapUpCode'],
    ['aggregates', 'groupBy', 'user', 'userId'],
    ['aggregates', 'groupBy', 'day', undefined],
    ['details', 'order', 'DESC', 'desc'],
    ['details', 'orderBy', 'startTime', 'conversationStart'],
    ['segment.predicate', 'dimension', 'queue.id', 'queueId'],
    ['segment.predicate', 'operator', '==', 'matches'],
    ['segment.predicate', 'operator', 'notIn', undefined],
    ['segment.predicate', 'operator', '>=', undefined],
    ['segment.predicate', 'type', 'term', 'dimension'],
    ['aggregate.filter', 'type', 'ALL', 'and'],
  ] as const)('knows %s.%s: %s', (where, key, value, real) => {
    const found = findInventedValue(where, key, value);
    expect(found?.explanation).toMatch(/^[A-Z].*\.$/);
    expect(found?.real).toBe(real);
  });

  it('never takes a published value for an invention', () => {
    for (const place of Object.values(places)) {
      const where = placeAt(place.kind, place.path);
      if (where === undefined) continue;
      for (const { key } of allowedKeys(place.kind, place.path)) {
        const path = [...place.path, key];
        const values = [...allowedValues(place.kind, path), ...allowedValues(place.kind, [...path, '*'])];
        for (const { value } of values) expect(findInventedValue(where, key, String(value))).toBeUndefined();
      }
    }
  });

  it('is silent on what nobody is known to write', () => {
    expect(findInventedValue('aggregates', 'metrics', 'xyzzy')).toBeUndefined();
    expect(findInventedValue('aggregates', 'metrics', 'constructor')).toBeUndefined();
    expect(findInventedValue('segment.predicate', 'value', 'phone')).toBeUndefined();
  });
});

describe('findDimensionValue', () => {
  it.each([
    ['mediaType', 'phone', 'voice'],
    ['mediaType', 'Voice', 'voice'],
    ['mediaType', 'WhatsApp', 'message'],
    ['mediaType', 'sms', 'message'],
    ['direction', 'INCOMING', 'inbound'],
    ['originatingDirection', 'out', 'outbound'],
    ['segmentType', 'wrap-up', 'wrapup'],
  ])('knows %s: %s', (dimension, value, real) => expect(findDimensionValue(dimension, value)?.real).toBe(real));

  it.each([
    ['mediaType', 'voice'],
    ['mediaType', 'carrier pigeon'],
    ['queueId', 'phone'],
    ['constructor', 'phone'],
  ])('is silent on %s: %s', (dimension, value) => expect(findDimensionValue(dimension, value)).toBeUndefined());
});

describe('keys of filters', () => {
  it('are known in each family, and lead to what the family has', () => {
    for (const family of ['conversation', 'segment', 'evaluation', 'survey', 'aggregate'] as const) {
      for (const part of ['predicate', 'clausePredicate'] as const) {
        const found = findInventedKey(`${family}.${part}`, 'op');
        expect(found?.real && schemaAt(found.real.kind, found.real.path)).toBeDefined();
      }
    }
  });
});
