/** What holds for rows of any conversation of the published shape, and for all of the sandbox's. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AnalyticsConversation } from '#core/genesys/index.ts';
import type { DetailLevel } from '#core/query/run/rows/levels.ts';
import { allColumns } from '#core/query/run/index.ts';
import { openWorld } from '../../genesys/support.ts';
import { TEST_INSTANT } from '../../support/fakeClock.ts';
import { detailsQuery, iso, noNames, pagesOrg, presentQuery, run } from './support.ts';

interface Field {
  readonly type: string;
  readonly enum?: readonly string[];
}
type Model = Readonly<Record<string, Field>>;

const { models } = JSON.parse(readFileSync('schemas/api/models.json', 'utf8')) as {
  readonly models: Readonly<Record<string, Model>>;
};
const metrics = ['tHandle', 'tTalk', 'tAcw', 'nConnected', 'oMediaCount', 'tUnheardOf'];
const ids = ['q1', 'q2', 'u1', 'ININ-WRAP-UP-TIMEOUT', '7fb334b0-0e9e-11e4-9191-0800200c9a66'];

/** Some of the fields of a model, each with a value of its type. Nothing in a published answer is required. */
function ofModel(name: string, depth = 0): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const fields = Object.entries(models[name] ?? {}).map(([key, field]) => [key, ofField(key, field, depth)] as const);
  return fc.record(Object.fromEntries(fields), { requiredKeys: [] });
}

function ofField(key: string, { type, enum: values }: Field, depth: number): fc.Arbitrary<unknown> {
  const item = /^array<(.*)>$/.exec(type)?.[1];
  if (item !== undefined)
    return fc.array(ofField(key, { type: item, ...(values && { enum: values }) }, depth), { maxLength: 3 });
  if (values) return fc.constantFrom(...values);
  if (type === 'boolean') return fc.boolean();
  if (type === 'date-time')
    return fc.oneof(
      { weight: 9, arbitrary: fc.integer({ min: -7_200_000, max: 0 }).map((ms) => iso(TEST_INSTANT + ms)) },
      { weight: 1, arbitrary: fc.constant('soon') },
    );
  if (type.startsWith('integer') || type === 'number') return fc.integer({ min: 0, max: 100_000 });
  if (key === 'name') return fc.constantFrom(...metrics);
  if (models[type]) return depth > 4 ? fc.constant({}) : ofModel(type, depth + 1);
  return fc.oneof(fc.constantFrom(...ids), fc.string({ maxLength: 5 }), fc.constant(null));
}

/** Likely shapes: an agent with wrap-ups is too rare otherwise. */
const conversations = ofModel('AnalyticsConversationWithoutAttributes').map(
  (fields): AnalyticsConversation => ({
    ...fields,
    conversationId: 'c',
  }),
);
const segments = fc.array(
  fc
    .tuple(ofModel('AnalyticsConversationSegment'), fc.constantFrom('alert', 'interact', 'wrapup', 'hold', 'dialing'))
    .map(([fields, segmentType]) => ({ ...fields, segmentType })),
  { maxLength: 4 },
);
const likely = fc
  .array(
    fc.record({
      purpose: fc.constantFrom('agent', 'agent', 'customer', 'acd'),
      userId: fc.constantFrom('u1', 'u2'),
      sessions: fc.array(
        fc.record({ segments, metrics: fc.array(ofModel('AnalyticsSessionMetric'), { maxLength: 4 }) }),
        { maxLength: 3 },
      ),
    }),
    { maxLength: 3 },
  )
  .map((participants): AnalyticsConversation => ({ conversationId: 'c', participants }));
const any = fc.oneof(conversations, likely);

async function rowsOf(level: DetailLevel, conversation: AnalyticsConversation, columns: readonly string[]) {
  const org = pagesOrg((page) => ({ conversations: page === 1 ? [conversation] : [], totalHits: 1 }));
  return (await run({ query: presentQuery({ rows: level, columns }), genesys: org, names: noNames })).records;
}

const NO_CONTACT = new Set(['alert', 'contacting', 'dialing', 'monitoring', 'screenmonitoring', 'coaching']);

/** Wrap-up segments, and agents' sessions with contact and without one; one row where there is neither. */
function expectedRows({ participants = [] }: AnalyticsConversation): number {
  const counts = participants.flatMap(({ purpose, sessions = [] }) =>
    sessions.map(({ segments: all = [] }) => {
      const wrapUps = all.filter(
        ({ segmentType, wrapUpCode }) => segmentType === 'wrapup' || Boolean(wrapUpCode),
      ).length;
      const contact = all.length === 0 || all.some(({ segmentType }) => !NO_CONTACT.has(segmentType ?? ''));
      return wrapUps > 0 ? wrapUps : purpose === 'agent' && contact ? 1 : 0;
    }),
  );
  return Math.max(
    1,
    counts.reduce((sum, one) => sum + one, 0),
  );
}

test('a row for each wrap-up and each agent session without one, a code or a reason in each', async () => {
  await fc.assert(
    fc.asyncProperty(any, async (conversation) => {
      const rows = await rowsOf('wrapUp', conversation, ['wrapUpCode', 'emptyReason', 'tHandle']);
      expect(rows).toHaveLength(expectedRows(conversation));
      for (const { wrapUpCode, emptyReason } of rows) {
        const hasCode = typeof wrapUpCode === 'string' && wrapUpCode !== '';
        expect(emptyReason === undefined).toBe(hasCode);
      }
    }),
    { numRuns: 300 },
  );
});

const held = { text: 'string', number: 'number', duration: 'number', instant: 'number', boolean: 'boolean' } as const;

test('rows of every level have every column without a failure, as many as the answer has places', async () => {
  const levels = ['conversation', 'participant', 'session', 'segment', 'wrapUp'] as const;
  const columns = new Map(
    levels.map((level) => [level, allColumns('ConversationDetails', level).map(({ key }) => key)]),
  );
  await fc.assert(
    fc.asyncProperty(any, fc.constantFrom(...levels), async (conversation, level) => {
      const rows = await rowsOf(level, conversation, columns.get(level) ?? []);
      for (const { key, type } of allColumns('ConversationDetails', level))
        for (const row of rows)
          if (row[key] !== undefined && row[key] !== null) expect([key, typeof row[key]]).toEqual([key, held[type]]);
      const { participants = [] } = conversation;
      const sessions = participants.flatMap((one) => one.sessions ?? []);
      const counts = {
        conversation: 1,
        participant: participants.length,
        session: sessions.length,
        segment: sessions.flatMap((one) => one.segments ?? []).length,
        wrapUp: expectedRows(conversation),
      };
      expect(rows).toHaveLength(counts[level]);
    }),
    { numRuns: 150 },
  );
});

test('a metric adds up to the same at every level, and over wrap-ups to that of their sessions', async () => {
  await fc.assert(
    fc.asyncProperty(any, fc.constantFrom('tHandle', 'nConnected', 'oMediaCount'), async (conversation, metric) => {
      const total = async (level: DetailLevel): Promise<number> =>
        (await rowsOf(level, conversation, [metric])).reduce((sum, row) => sum + Number(row[metric] ?? 0), 0);
      const whole = await total('conversation');
      expect(await total('participant')).toBe(whole);
      expect(await total('session')).toBe(whole);
      expect(await total('wrapUp')).toBeLessThanOrEqual(whole);
    }),
    { numRuns: 150 },
  );
});

test('the rows of a day of the sandbox obey the same law', async () => {
  const { genesys, clock } = await openWorld();
  const query = detailsQuery(1, { columns: ['conversationId', 'wrapUpCode', 'emptyReason'] });
  const all = new Map<string, AnalyticsConversation>();
  const watching = {
    analytics: {
      ...genesys.analytics,
      conversationDetails: async (body: object) => {
        const page = await genesys.analytics.conversationDetails(body);
        for (const one of page.conversations) all.set(one.conversationId, one);
        return page;
      },
    },
  };
  const { records } = await run({ query, genesys: watching, clock });
  expect(all.size).toBeGreaterThan(300);
  for (const [id, conversation] of all)
    expect(records.filter(({ conversationId }) => conversationId === id)).toHaveLength(expectedRows(conversation));
  for (const { wrapUpCode, emptyReason } of records) expect(emptyReason === undefined).toBe(wrapUpCode !== undefined);
});
