/**
 * `where` means what it says: a random `where` is judged by its words on random conversations, and the API's filter that
 * it compiles to is judged by the API's rules on the same ones. The two judges share the comparison of numbers only.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileQuery } from '#core/query/compile/index.ts';
import type { JsonObject } from '#core/query/model.ts';
import { apiKeeps, holds, type Conversation, type Filter, type Thing } from './apiJudge.ts';
import { fitsAll, wordsKeep, type Where } from './wordsJudge.ts';
import { context, ids, queryOf } from './world.ts';

/** A few keys of many: all at once nearly nothing would match. */
function someOf(keys: Readonly<Record<string, fc.Arbitrary<unknown>>>, minLength: number): fc.Arbitrary<Where> {
  return fc
    .subarray(Object.keys(keys), { minLength, maxLength: Math.min(3, Object.keys(keys).length) })
    .chain((chosen) => fc.record(Object.fromEntries(chosen.map((key) => [key, keys[key] ?? fc.constant(null)]))));
}

const oneOrMore = (...values: readonly (string | number | boolean)[]): fc.Arbitrary<unknown> =>
  fc.oneof(
    fc.constantFrom(...values, 'exists', 'missing'),
    fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 }),
  );
const range = (...limits: readonly (number | string)[]): fc.Arbitrary<unknown> =>
  fc.oneof(
    fc.constantFrom('exists', 'missing'),
    fc.record(
      { gt: fc.constantFrom(...limits), lte: fc.constantFrom(...limits) },
      { requiredKeys: ['lte'], noNullPrototype: true },
    ),
    fc.record(
      { gte: fc.constantFrom(...limits), lt: fc.constantFrom(...limits) },
      { requiredKeys: ['gte'], noNullPrototype: true },
    ),
  );
const selected = someOf(
  {
    category: fc.constantFrom('support', 'sales', ['support', 'sales'], 'later', 'nowhere'),
    subcategory: fc.constantFrom('resolved', ['escalation', 'lead']),
    tag: fc.constantFrom('priority:high', 'cat:sales', ['sub:lead', 'sub:resolved']),
    code: fc.constantFrom('ESC', ['RES', 'LEAD'], 'NEVER'),
    name: fc.constantFrom('Prospect', ['Lead', 'Escalation']),
  },
  1,
);

const ofSegment = {
  queue: oneOrMore('Support Voice', 'billing', 'Nowhere'),
  agent: oneOrMore('Anna', 'ANNA'),
  wrapUpCode: fc.oneof(oneOrMore('Escalation', 'Lead', 'Prospect', 'ININ-WRAP-UP-TIMEOUT'), selected),
  mediaType: oneOrMore('voice', 'message'),
};
const detailsWhere = someOf(
  {
    ...ofSegment,
    division: oneOrMore('Home', 'sales'),
    conversationInitiator: oneOrMore('customer', 'agent'),
    mediaStatsMinConversationMos: range(1, 2.5, 4),
    tSegmentDuration: range(500, '1s', '2m'),
    tHandle: range(500, '1s', '2m'),
    nOffered: range(1, 2),
    survey: someOf({ surveyStatus: oneOrMore('Finished', 'Sent'), oSurveyTotalScore: range(10, 50) }, 1),
    evaluation: someOf({ released: oneOrMore(true, false) }, 1),
    resolution: someOf({ nNextContactAvoided: range(1) }, 1),
  },
  0,
);
const aggregatesWhere = someOf(
  { ...ofSegment, division: oneOrMore('Home', 'sales'), routingPriority: fc.oneof(oneOrMore(1, 2), range(1, 2)) },
  0,
);

const maybe = <T>(...values: readonly T[]): fc.Arbitrary<T | undefined> => fc.constantFrom(...values, undefined);
const segment: fc.Arbitrary<Thing> = fc.record({
  queueId: maybe(ids.support, ids.billing),
  userId: maybe(ids.anna, ids.bob),
  wrapUpCode: maybe(ids.escalation, ids.escalationDeleted, ids.resolved, ids.lead, ids.oldLead, 'ININ-WRAP-UP-TIMEOUT'),
  mediaType: maybe('voice', 'message'),
  tSegmentDuration: maybe(499, 500, 1000, 120_000, 120_001),
});
const conversation: fc.Arbitrary<Conversation> = fc.record({
  own: fc.record({
    divisionId: maybe(ids.home, ids.sales),
    conversationInitiator: maybe('customer', 'agent'),
    mediaStatsMinConversationMos: maybe(1, 2, 4.5),
    tHandle: maybe(500, 1000, 120_000),
    nOffered: maybe(1, 2),
  }),
  segments: fc.array(segment, { maxLength: 3 }),
  surveys: fc.array(fc.record({ surveyStatus: maybe('Finished', 'Sent'), oSurveyTotalScore: maybe(10, 49, 50) }), {
    maxLength: 2,
  }),
  evaluations: fc.array(fc.record({ released: maybe('true', 'false') }), { maxLength: 2 }),
  resolutions: fc.array(fc.record({ nNextContactAvoided: maybe(0, 1, 2) }), { maxLength: 1 }),
});
const row: fc.Arbitrary<Thing> = fc
  .tuple(segment, fc.record({ divisionId: maybe(ids.home, ids.sales), routingPriority: maybe(1, 2) }))
  .map(([one, other]) => ({ ...one, ...other }));

const ownPredicate = fc.constantFrom<JsonObject>(
  { type: 'dimension', dimension: 'mediaType', operator: 'matches', value: 'voice' },
  { type: 'dimension', dimension: 'queueId', operator: 'exists' },
  { type: 'dimension', dimension: 'userId', operator: 'notExists' },
);
const type = fc.constantFrom('and', 'or');
const ownFilter: fc.Arbitrary<Filter> = fc.record(
  {
    type,
    clauses: fc.array(fc.record({ type, predicates: fc.array(ownPredicate, { minLength: 1, maxLength: 2 }) }), {
      maxLength: 2,
    }),
    predicates: fc.array(ownPredicate, { minLength: 1, maxLength: 2 }),
  },
  { requiredKeys: ['type', 'predicates'], noNullPrototype: true },
);

/** Runs the query's text through all that stands between an editor and the API. */
function bodyOf(query: object): { readonly body: JsonObject; readonly nothing: boolean } {
  const result = compileQuery(queryOf(JSON.stringify(query)), context);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return { body: result.query.body, nothing: result.query.nothing !== undefined };
}

describe('where', () => {
  it('of details keeps the conversations that it says', () => {
    let kept = 0;
    fc.assert(
      fc.property(
        detailsWhere,
        fc.array(ownFilter, { maxLength: 1 }),
        fc.array(conversation, { minLength: 20, maxLength: 20 }),
        (where, segmentFilters, conversations) => {
          const { body, nothing } = bodyOf({
            kind: 'ConversationDetails',
            interval: 'yesterday',
            segmentFilters,
            where,
          });
          for (const one of conversations) {
            const ownKeeps = apiKeeps({ segmentFilters: segmentFilters }, one);
            const keeps = ownKeeps && wordsKeep(where, one);
            expect(apiKeeps(body, one)).toBe(keeps);
            if (nothing) expect(keeps).toBe(false);
            if (keeps) kept++;
          }
        },
      ),
      { numRuns: 200 },
    );
    expect(kept).toBeGreaterThan(100);
  });

  it('of aggregates counts the rows that it says', () => {
    let kept = 0;
    fc.assert(
      fc.property(
        aggregatesWhere,
        fc.option(ownFilter, { nil: undefined }),
        fc.array(row, { minLength: 20, maxLength: 20 }),
        (where, filter, rows) => {
          const query = { kind: 'ConversationAggregates', interval: 'yesterday', metrics: ['nOffered'], filter, where };
          const { body } = bodyOf(query);
          for (const one of rows) {
            const keeps = (filter === undefined || holds(filter, one)) && fitsAll(where, one);
            expect(body.filter === undefined || holds(body.filter as unknown as Filter, one)).toBe(keeps);
            if (keeps) kept++;
          }
        },
      ),
      { numRuns: 200 },
    );
    expect(kept).toBeGreaterThan(100);
  });
});
