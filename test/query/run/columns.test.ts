import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { AnalyticsConversation } from '#core/genesys/index.ts';
import {
  CONVERSATION_FIELDS,
  PARTICIPANT_FIELDS,
  SEGMENT_FIELDS,
  SESSION_FIELDS,
} from '#core/query/run/rows/apiFields.ts';
import { allColumns, columnsOf } from '#core/query/run/index.ts';
import { aggregatesQuery, detailsQuery, iso, pagesOrg, presentQuery, run } from './support.ts';
import { TEST_INSTANT } from '../../support/fakeClock.ts';

const columnKeys = (...asked: Parameters<typeof allColumns>): readonly string[] =>
  allColumns(...asked).map(({ key }) => key);

interface Field {
  readonly type: string;
}
const { models } = JSON.parse(readFileSync('schemas/api/models.json', 'utf8')) as {
  readonly models: Readonly<Record<string, Readonly<Record<string, Field>>>>;
};
const levels = ['conversation', 'participant', 'session', 'segment', 'wrapUp'] as const;

const typeOf = ({ type }: Field): string => {
  if (type.startsWith('integer') || type === 'number') return 'number';
  return { boolean: 'boolean', 'date-time': 'instant' }[type] ?? 'text';
};

test.each([
  ['AnalyticsConversationWithoutAttributes', CONVERSATION_FIELDS, ['participants']],
  ['AnalyticsParticipantWithoutAttributes', PARTICIPANT_FIELDS, ['sessions']],
  ['AnalyticsSession', SESSION_FIELDS, ['segments', 'metrics']],
  ['AnalyticsConversationSegment', SEGMENT_FIELDS, []],
])('every published field of %s is a column of its type', (model, fields, below) => {
  const ours = Object.fromEntries(fields.flatMap(([type, keys]) => keys.map((key) => [key, type])));
  const published = Object.entries(models[model] ?? {}).filter(([key]) => !below.includes(key as never));
  expect(ours).toEqual(Object.fromEntries(published.map(([key, field]) => [key, typeOf(field)])));
});

test.each(levels)('rows of the level %s have columns with a title and a description, each key once', (level) => {
  const columns = allColumns('ConversationDetails', level);
  const keys = columnKeys('ConversationDetails', level);
  expect(columns.map(({ key }) => key)).toEqual(keys);
  expect(new Set(keys).size).toBe(keys.length);
  for (const { title, description } of columns) {
    expect(title).not.toBe('');
    expect(description).toMatch(/^[A-Z`].*[.]$/);
  }
  // What is shown by default exists.
  expect(columnsOf(detailsQuery(1, { rows: level })).length).toBeGreaterThan(8);
});

test('every published metric is a column of the levels that have sessions', () => {
  const read = (
    kind: string,
  ): { readonly models: Readonly<Record<string, Readonly<Record<string, { readonly enum?: readonly string[] }>>>> } =>
    JSON.parse(readFileSync(`schemas/api/enums/conversations.${kind}.query.json`, 'utf8'));
  const details = read('details').models['ConversationDetailQueryPredicate']?.['metric']?.enum ?? [];
  const aggregates = read('aggregates').models['ConversationAggregationQuery']?.['metrics']?.enum ?? [];
  expect([details.length, aggregates.length]).toEqual([86, 80]);
  for (const level of ['conversation', 'participant', 'session', 'wrapUp'] as const)
    expect(columnKeys('ConversationDetails', level)).toEqual(expect.arrayContaining([...details, ...aggregates]));
  expect(columnKeys('ConversationDetails', 'segment')).not.toContain('tHandle');
  const types = new Map(allColumns('ConversationDetails', 'session').map(({ key, type }) => [key, type]));
  expect([types.get('tHandle'), types.get('nConnected'), types.get('oMediaCount')]).toEqual([
    'duration',
    'number',
    'number',
  ]);
});

test('a column that rows do not have is refused with its name', () => {
  expect(() => columnsOf(detailsQuery(1, { columns: ['wrapUpNmae'] }))).toThrow('There is no column "wrapUpNmae"');
  expect(() => columnsOf(detailsQuery(1, { rows: 'conversation', columns: ['emptyReason'] }))).toThrow('"emptyReason"');
});

test('a column to exclude by that rows do not have is refused before anything is sent', async () => {
  const genesys = pagesOrg(() => {
    throw new Error('This must not be asked.');
  });
  const query = detailsQuery(1, { exclude: { mediatype: ['voice'] } });
  await expect(run({ query, genesys })).rejects.toThrow('There is no column "mediatype"');
});

const at = (seconds: number): string => iso(TEST_INSTANT - 3_600_000 + seconds * 1000);
const conversation: AnalyticsConversation = {
  conversationId: 'c',
  conversationStart: at(0),
  conversationEnd: at(300),
  divisionIds: ['d1', 'd2'],
  externalTag: null,
  participants: [
    {
      purpose: 'customer',
      participantName: 'Ann Lee',
      sessions: [
        { mediaType: 'voice', direction: 'inbound', ani: 'tel:+31205550123', dnis: 'tel:+31205550100', segments: [] },
      ],
    },
    {
      purpose: 'agent',
      userId: 'u1',
      sessions: [
        {
          mediaType: 'voice',
          direction: 'inbound',
          requestedRoutings: ['Standard', 'Bullseye'],
          metrics: [
            { name: 'tTalk', value: 1000, emitDate: at(10) },
            { name: 'tTalk', value: 500, emitDate: at(20) },
            { name: 'tHandle', emitDate: at(30) },
          ],
          segments: [
            { segmentType: 'interact', segmentStart: at(0), segmentEnd: at(60), queueId: 'q1', disconnectType: 'peer' },
            {
              segmentType: 'wrapup',
              segmentStart: at(60),
              segmentEnd: at(75),
              wrapUpCode: 'w1',
              wrapUpNote: 'Calls back.',
              wrapUpTags: ['a', 'b'],
            },
          ],
        },
      ],
    },
  ],
};
const genesys = pagesOrg((page) => ({ conversations: page === 1 ? [conversation] : [], totalHits: 1 }));

test('cells are what the answer has: durations in ms, instants in ms, lists as text, null and missing apart', async () => {
  const expected = {
    conversationStart: TEST_INSTANT - 3_600_000,
    duration: 300_000,
    sessionStart: TEST_INSTANT - 3_600_000,
    wrapUpDuration: 15_000,
    queueId: 'q1',
    division: 'd1; d2',
    divisionIds: 'd1; d2',
    customer: 'Ann Lee',
    customerAni: 'tel:+31205550123',
    customerDnis: 'tel:+31205550100',
    requestedRoutings: 'Standard; Bullseye',
    wrapUpNote: 'Calls back.',
    wrapUpTags: 'a; b',
    path: 'participants[1].sessions[0].segments[1]',
    tTalk: 1500,
    tHandle: undefined,
    tAcw: undefined,
    externalTag: null,
    ani: undefined,
    emptyReason: undefined,
  };
  const { records } = await run({ query: presentQuery({ columns: Object.keys(expected) }), genesys });
  expect(records).toEqual([expected]);
});

test('above the level of a field its different values are joined', async () => {
  const columns = ['mediaType', 'purpose', 'segmentType', 'queue', 'agent', 'wrapUpCode', 'wrapUpDuration', 'tTalk'];
  const { records } = await run({ query: presentQuery({ rows: 'conversation', columns }), genesys });
  expect(records).toEqual([
    {
      mediaType: 'voice',
      purpose: 'customer; agent',
      segmentType: 'interact; wrapup',
      queue: 'q1',
      agent: 'u1',
      wrapUpCode: 'w1',
      wrapUpDuration: 15_000,
      tTalk: 1500,
    },
  ]);
});

test('columns of an aggregate are those of its groups, metrics and views', () => {
  const query = aggregatesQuery(1, {
    groupBy: ['queueId', 'mediaType'],
    granularity: 'P1D',
    metrics: ['nOffered', 'tHandle', 'oServiceLevel'],
    views: [{ name: 'short', target: 'tHandle', function: 'rangeBound', range: { lt: 30_000 } }],
  });
  const shown = columnsOf(query).map(({ key }) => key);
  expect(shown).toEqual([
    'queue',
    'mediaType',
    'intervalStart',
    'nOffered',
    'tHandle',
    'tHandle.avg',
    'oServiceLevel',
    'views.short',
    'views.short.avg',
  ]);
  const keys = columnKeys('ConversationAggregates', 'aggregate', query.body);
  expect(keys).toEqual(
    expect.arrayContaining(['queueId', 'tHandle.count', 'tHandle.p95', 'views.short.count', 'qualifier']),
  );
  expect(keys).not.toContain('tTalk');
  expect(columnKeys('ConversationAggregates', 'aggregate')).toEqual(
    expect.arrayContaining(['agent', 'tTalk', 'wrapUpName']),
  );
});
