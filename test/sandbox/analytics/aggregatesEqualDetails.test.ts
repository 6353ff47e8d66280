/**
 * What is counted and what is listed are the same conversations: for every metric, an aggregate is the sum of the
 * values in the details whose `emitDate` lies in the interval. Both sides come over HTTP; the sums here are made
 * without any code of the sandbox.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import aggregatesFile from '#schemas/api/enums/conversations.aggregates.query.json' with { type: 'json' };
import { evaluatedMetrics } from '#sandbox/analytics/generate/metrics.ts';
import type { Conversation } from '#sandbox/analytics/model.ts';
import { type Sandbox, startSandbox } from '#sandbox/server.ts';
import { testClock } from '../support.ts';
import { type AggregatesAnswer, type Analytics, analyticsOf, type Stats } from './support.ts';

const dayMs = 86_400_000;
const today = Date.UTC(2026, 10, 20);
const oldest = today - 40 * dayMs;
const iso = (ms: number): string => new Date(ms).toISOString();

let sandbox: Sandbox;
let analytics: Analytics;
let all: readonly Conversation[];
let emitted: readonly Emitted[];
/** The published metrics that the conversations have. */
let metrics: readonly string[];

beforeAll(async () => {
  sandbox = await startSandbox({ seed: 11, clock: testClock(), rate: 1_000_000, conversationsPerDay: 24 });
  analytics = await analyticsOf(sandbox);
  all = await detailsOf(oldest, today + dayMs);
  emitted = all.flatMap(emittedIn);
  const published: readonly string[] = aggregatesFile.models.ConversationAggregationQuery.metrics.enum;
  metrics = [...new Set(emitted.map((one) => one.name))].filter((name) => published.includes(name)).toSorted();
});
afterAll(() => sandbox.close());

/** All conversations of whole days, by pages of queries of seven days. */
async function detailsOf(from: number, to: number, filters: object = {}): Promise<readonly Conversation[]> {
  const found: Conversation[] = [];
  for (let start = from; start < to; start += 7 * dayMs) {
    const interval = `${iso(start)}/${iso(Math.min(to, start + 7 * dayMs))}`;
    for (let pageNumber = 1, total = 1; (pageNumber - 1) * 100 < total; pageNumber += 1) {
      const page = await analytics.details({ interval, ...filters, paging: { pageSize: 100, pageNumber } });
      found.push(...(page.conversations ?? []));
      total = page.totalHits;
    }
  }
  expect(new Set(found.map((one) => one.conversationId)).size).toBe(found.length);
  return found;
}

type Dimensions = Readonly<Record<string, readonly string[]>>;
interface Emitted {
  readonly name: string;
  readonly value: number;
  readonly at: number;
  readonly of: Dimensions;
}

/** Every metric of a conversation with what it may be grouped and filtered by. */
function emittedIn(conversation: Conversation): readonly Emitted[] {
  return conversation.participants.flatMap(({ purpose, userId, sessions }) =>
    sessions.flatMap(({ metrics: values, segments, mediaType, direction }) => {
      const ofSegments = (key: 'queueId' | 'wrapUpCode'): readonly string[] => [
        ...new Set(segments.flatMap((segment) => segment[key] ?? [])),
      ];
      const of = {
        queueId: ofSegments('queueId'),
        wrapUpCode: ofSegments('wrapUpCode'),
        mediaType: [mediaType],
        direction: [direction],
        purpose: [purpose],
        userId: userId === undefined ? [] : [userId],
        divisionId: conversation.divisionIds,
        originatingDirection: [conversation.originatingDirection],
        conversationId: [conversation.conversationId],
      };
      return values.map(({ name, value, emitDate }) => ({ name, value, at: Date.parse(emitDate), of }));
    }),
  );
}

type Sums = Record<string, Stats>;

/** `queue|media|metric` → what the details say. */
function expected(list: readonly Emitted[], wanted: readonly string[], from: number, to: number): Sums {
  const values = new Map<string, number[]>();
  for (const { name, value, at, of } of list) {
    if (at < from || at >= to || !wanted.includes(name)) continue;
    expect((of['queueId'] ?? []).length).toBeLessThan(2);
    const key = [of['queueId']?.[0] ?? '', of['mediaType']?.[0] ?? '', name].join('|');
    values.set(key, [...(values.get(key) ?? []), value]);
  }
  return Object.fromEntries([...values].map(([key, list]) => [key, statsOf(key, list)]));
}

function statsOf(key: string, values: readonly number[]): Stats {
  const sum = values.reduce((total, value) => total + value, 0);
  if (/\|n[A-Z]\w*$/.test(key)) return { count: sum };
  return { count: values.length, sum, min: Math.min(...values), max: Math.max(...values) };
}

/** The same of an answer; counts and sums of parts are added up. */
function answered({ results = [] }: AggregatesAnswer): Sums {
  const sums: Sums = {};
  for (const { group, data } of results) {
    for (const { metric, stats } of data.flatMap((one) => one.metrics)) {
      const key = [group['queueId'] ?? '', group['mediaType'] ?? '', metric].join('|');
      sums[key] = key in sums ? joined(sums[key] ?? {}, stats) : stats;
    }
  }
  return sums;
}

function joined(left: Stats, right: Stats): Stats {
  const count = (left.count ?? 0) + (right.count ?? 0);
  if (left.sum === undefined || right.sum === undefined) return { count };
  return {
    count,
    sum: left.sum + right.sum,
    min: Math.min(left.min ?? 0, right.min ?? 0),
    max: Math.max(left.max ?? 0, right.max ?? 0),
  };
}

interface Predicate {
  readonly dimension: string;
  readonly operator?: 'matches' | 'exists' | 'notExists';
  readonly value?: string;
}
interface Filter {
  readonly type: 'and' | 'or';
  readonly predicates?: readonly Predicate[];
  readonly clauses?: readonly { readonly type: 'and' | 'or'; readonly predicates: readonly Predicate[] }[];
}

function holds(filter: Filter, of: Dimensions): boolean {
  const one = ({ dimension, operator = 'matches', value = '' }: Predicate): boolean => {
    const values = of[dimension] ?? [];
    if (operator === 'exists') return values.length > 0;
    return operator === 'notExists' ? values.length === 0 : values.includes(value);
  };
  const join = (type: 'and' | 'or', parts: readonly boolean[]): boolean =>
    type === 'and' ? parts.every(Boolean) : parts.some(Boolean);
  const clauses = (filter.clauses ?? []).map((clause) => join(clause.type, clause.predicates.map(one)));
  return join(filter.type, [...clauses, ...(filter.predicates ?? []).map(one)]);
}

const type = fc.constantFrom('and' as const, 'or' as const);

/** Predicates on values that occur, and on some that do not. */
function predicates(dimensions: readonly string[]): fc.Arbitrary<Predicate> {
  return fc.constantFrom(...dimensions).chain((dimension) => {
    const values = [...new Set(emitted.flatMap((one) => one.of[dimension] ?? []))].toSorted();
    return fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...values, 'nothing').map((value) => ({ dimension, value })) },
      {
        weight: 1,
        arbitrary: fc
          .constantFrom('exists' as const, 'notExists' as const)
          .map((operator) => ({ dimension, operator })),
      },
    );
  });
}

function filters(dimensions: readonly string[]): fc.Arbitrary<Filter> {
  const some = fc.array(predicates(dimensions), { minLength: 1, maxLength: 4 });
  const clauses = fc.array(fc.record({ type, predicates: some }), { minLength: 1, maxLength: 2 });
  return fc.oneof(
    fc.record({ type, predicates: some }),
    fc.record({ type, clauses }),
    fc.record({ type, clauses, predicates: some }),
  );
}

/** Intervals of any length in the last 35 days; both ends may be the very moment of a metric. */
function intervals(): fc.Arbitrary<readonly [number, number]> {
  const moment = fc.oneof(
    fc.integer({ min: oldest, max: today + dayMs }),
    fc.constantFrom(...emitted.map((one) => one.at)),
  );
  return fc
    .tuple(moment, moment)
    .map(([one, other]): readonly [number, number] => [Math.min(one, other), Math.max(one, other)])
    .filter(([from, to]) => from < to);
}

/** The same instant, written in UTC or with an offset. */
function written(ms: number, hours: number): string {
  if (hours === 0) return iso(ms);
  const sign = hours < 0 ? '-' : '+';
  return iso(ms + hours * 3_600_000).replace('Z', `${sign}${String(Math.abs(hours)).padStart(2, '0')}:00`);
}

const groupBy = ['queueId', 'mediaType'];

test('every metric that the conversations have, by queue and media, over any interval and filter', async () => {
  expect(metrics).toEqual([...evaluatedMetrics].toSorted());
  const dimensions = Object.keys(emitted[0]?.of ?? {});
  await fc.assert(
    fc.asyncProperty(
      intervals(),
      fc.option(filters(dimensions), { nil: undefined }),
      fc.subarray([...metrics], { minLength: 1 }),
      fc.integer({ min: -11, max: 13 }),
      async ([from, to], filter, wanted, hours) => {
        const interval = `${written(from, hours)}/${iso(to)}`;
        const body = { interval, metrics: wanted, groupBy, ...(filter ? { filter } : {}) };
        const taken = filter ? emitted.filter((one) => holds(filter, one.of)) : emitted;
        expect(answered(await analytics.aggregates(body))).toEqual(expected(taken, wanted, from, to));
      },
    ),
    { numRuns: 60, examples: [[[oldest, today + dayMs], undefined, [...metrics], 0]] },
  );
});

test('a filter on the conversation gives the same to both queries', async () => {
  await fc.assert(
    fc.asyncProperty(
      intervals(),
      filters(['divisionId', 'originatingDirection', 'conversationId']),
      async ([from, to], filter) => {
        const found = await detailsOf(oldest, today + dayMs, { conversationFilters: [filter] });
        const body = { interval: `${iso(from)}/${iso(to)}`, metrics, groupBy, filter };
        const sums = expected(found.flatMap(emittedIn), metrics, from, to);
        expect(answered(await analytics.aggregates(body))).toEqual(sums);
      },
    ),
    { numRuns: 10 },
  );
});

test('the parts of an interval add up to the whole, in any time zone', async () => {
  await fc.assert(
    fc.asyncProperty(
      intervals(),
      fc.constantFrom('PT30M', 'PT1H', 'PT6H', 'P1D', 'P3D', 'P1W', 'P1M'),
      fc.constantFrom('UTC', 'Europe/Amsterdam', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe'),
      async ([from, to], granularity, timeZone) => {
        const interval = `${iso(from)}/${iso(to)}`;
        const answer = await analytics.aggregates({ interval, metrics, groupBy, granularity, timeZone });
        expect(answered(answer)).toEqual(expected(emitted, metrics, from, to));
        for (const { data } of answer.results ?? []) {
          const times = data.flatMap((one) => one.interval.split('/').map((time) => Date.parse(time)));
          expect(times).toEqual(times.toSorted((left, right) => left - right));
          expect([times[0], times.at(-1)].every((time) => time !== undefined && time >= from && time <= to)).toBe(true);
        }
      },
    ),
    { numRuns: 30 },
  );
});
