import { describe, expect, it } from 'vitest';
import { schemaAt } from '#core/contract/schema.ts';
import publishedAggregates from '#schemas/api/enums/conversations.aggregates.query.json' with { type: 'json' };
import publishedDetails from '#schemas/api/enums/conversations.details.query.json' with { type: 'json' };
import { compileQuery, whereKeys } from '#core/query/compile/index.ts';
import { takesTimeZone } from '#core/query/compile/kinds.ts';
import { aggregates, compiled, context, details, ids, queryOf } from './world.ts';

const matches = (dimension: string, value: string): object => ({
  type: 'dimension',
  dimension,
  operator: 'matches',
  value,
});

describe('where', () => {
  it('says nothing: nothing is filtered', () => {
    expect(details('where: {}').body).toEqual({ interval: '2026-11-19T00:00:00+01:00/2026-11-20T00:00:00+01:00' });
  });

  it('one value is one predicate', () => {
    expect(details('where: { mediaType: voice }').body).toMatchObject({
      segmentFilters: [{ type: 'and', predicates: [matches('mediaType', 'voice')] }],
    });
  });

  it('several values are an or', () => {
    expect(details('where: { queue: [Support Voice, Billing] }').body).toMatchObject({
      segmentFilters: [{ type: 'or', predicates: [matches('queueId', ids.support), matches('queueId', ids.billing)] }],
    });
  });

  it('keys of a segment stay in one filter, for they speak of one segment', () => {
    const { body } = details('where: { queue: [Support Voice, Billing], agent: Anna, mediaType: [voice, message] }');
    expect(body.segmentFilters).toEqual([
      {
        type: 'and',
        clauses: [
          { type: 'or', predicates: [matches('queueId', ids.support), matches('queueId', ids.billing)] },
          { type: 'or', predicates: [matches('mediaType', 'voice'), matches('mediaType', 'message')] },
        ],
        predicates: [matches('userId', ids.anna)],
      },
    ]);
  });

  it('keys of other things go to the filters of their family', () => {
    const { body } = details(`where:
  division: Sales
  mediaType: voice
  survey: { surveyStatus: Finished, oSurveyTotalScore: { lt: 50 } }
  evaluation: { released: true }
  resolution: { nNextContactAvoided: exists }
`);
    expect(body).toMatchObject({
      conversationFilters: [{ type: 'and', predicates: [matches('divisionId', ids.sales)] }],
      segmentFilters: [{ type: 'and', predicates: [matches('mediaType', 'voice')] }],
      surveyFilters: [
        {
          type: 'and',
          predicates: [
            matches('surveyStatus', 'Finished'),
            { type: 'metric', metric: 'oSurveyTotalScore', operator: 'matches', range: { lt: 50 } },
          ],
        },
      ],
      evaluationFilters: [{ type: 'and', predicates: [matches('released', 'true')] }],
      resolutionFilters: [
        { type: 'and', predicates: [{ type: 'metric', metric: 'nNextContactAvoided', operator: 'exists' }] },
      ],
    });
  });

  it('exists and missing ask whether there is a value, and are values in a list', () => {
    expect(details('where: { conversationEnd: exists }').body.conversationFilters).toEqual([
      { type: 'and', predicates: [{ type: 'dimension', dimension: 'conversationEnd', operator: 'exists' }] },
    ]);
    expect(details('where: { wrapUpCode: missing }').body.segmentFilters).toEqual([
      { type: 'and', predicates: [{ type: 'dimension', dimension: 'wrapUpCode', operator: 'notExists' }] },
    ]);
    expect(details('where: { subject: [missing] }').body.segmentFilters).toEqual([
      { type: 'and', predicates: [matches('subject', 'missing')] },
    ]);
  });

  it('values become text, since the API has text only', () => {
    expect(aggregates('where: { agentOwned: true, routingPriority: [1, 2.5] }').body.filter).toEqual({
      type: 'and',
      clauses: [{ type: 'or', predicates: [matches('routingPriority', '1'), matches('routingPriority', '2.5')] }],
      predicates: [matches('agentOwned', 'true')],
    });
  });

  it('durations become milliseconds', () => {
    expect(details('where: { tHandle: { gte: 5m, lt: 1.5h }, tAcw: { gt: 250 } }').body.conversationFilters).toEqual([
      {
        type: 'and',
        predicates: [
          { type: 'metric', metric: 'tHandle', operator: 'matches', range: { gte: 300_000, lt: 5_400_000 } },
          { type: 'metric', metric: 'tAcw', operator: 'matches', range: { gt: 250 } },
        ],
      },
    ]);
  });

  it.each([
    ['{ tHandle: { gte: 5 parsecs } }', ['where', 'tHandle', 'gte'], '"5 parsecs" is no duration.'],
    ['{ nOffered: { gte: 5m } }', ['where', 'nOffered', 'gte'], '"5m" is no number'],
    ['{ tHandle: long }', ['where', 'tHandle'], "Write a range here, for example '{ gte: 5m }'"],
    ['{ survey: {} }', ['where', 'survey'], 'Say what the survey must be'],
    ['{ wrapUpCode: {} }', ['where', 'wrapUpCode'], "Say what 'wrapUpCode' must be."],
  ])('%s is a problem with its place', (where, path, message) => {
    const result = compileQuery(queryOf(`kind: ConversationDetails\ninterval: today\nwhere: ${where}`), context);
    expect(result).toMatchObject({ ok: false, problems: [{ path, message: expect.stringContaining(message) }] });
  });

  it('stands beside filters of the API, and both hold', () => {
    const own =
      '{ type: or, predicates: [{ dimension: mediaType, value: voice }, { dimension: mediaType, value: email }] }';
    expect(details(`segmentFilters: [${own}]\nwhere: { agent: Anna }`).body.segmentFilters).toEqual([
      {
        type: 'or',
        predicates: [
          { dimension: 'mediaType', value: 'voice' },
          { dimension: 'mediaType', value: 'email' },
        ],
      },
      { type: 'and', predicates: [matches('userId', ids.anna)] },
    ]);
    expect(aggregates(`filter: ${own}\nwhere: { agent: Anna }`).body.filter).toEqual({
      type: 'and',
      clauses: [
        {
          type: 'or',
          predicates: [
            { dimension: 'mediaType', value: 'voice' },
            { dimension: 'mediaType', value: 'email' },
          ],
        },
      ],
      predicates: [matches('userId', ids.anna)],
    });
  });

  it('says so where an aggregate cannot hold both', () => {
    const list = Array.from({ length: 101 }, (_, index) => `p${index}`).join(', ');
    const and =
      '{ type: and, predicates: [{ dimension: mediaType, value: voice }, { dimension: direction, value: inbound }] }';
    const clauses = `[${and}, ${and}]`;
    const text = `kind: ConversationAggregates\ninterval: today\nmetrics: [nOffered]\nfilter: { type: or, clauses: ${clauses} }\nwhere: { provider: [${list}] }`;
    expect(compileQuery(queryOf(text), context)).toMatchObject({
      ok: false,
      problems: [{ path: ['filter'], message: expect.stringContaining('two levels') }],
    });
  });

  it('an empty list matches nothing, so nothing is sent', () => {
    // The schema refuses it; a caller that skips the schema must not get a query without a filter.
    const file = queryOf('kind: ConversationDetails\ninterval: today\nwhere: { mediaType: [voice] }');
    const result = compileQuery({ ...file, value: { ...file.value, where: { mediaType: [] } } }, context);
    expect(result).toMatchObject({
      ok: true,
      query: {
        nothing: "The list of 'where.mediaType' is empty, so nothing could match and nothing is sent.",
        body: { segmentFilters: [{ type: 'and', predicates: [matches('mediaType', '<no value>')] }] },
      },
    });
  });
});

describe('the keys of where', () => {
  it('know family, field and kind of name', () => {
    const keys = whereKeys('ConversationDetails');
    expect(keys.get('queue')).toEqual({ family: 'segment', type: 'dimension', field: 'queueId', named: 'queue' });
    expect(keys.get('division')).toEqual({
      family: 'conversation',
      type: 'dimension',
      field: 'divisionId',
      named: 'division',
    });
    expect(keys.get('survey.oSurveyTotalScore')).toEqual({
      family: 'survey',
      type: 'metric',
      field: 'oSurveyTotalScore',
    });
    expect(whereKeys('ConversationAggregates').get('agent')).toEqual({
      family: 'aggregate',
      type: 'dimension',
      field: 'userId',
      named: 'user',
    });
  });

  it('are those that the schema has', () => {
    for (const kind of ['ConversationDetails', 'ConversationAggregates'] as const) {
      const properties = Object.keys(schemaAt(kind, ['where'])?.schema.properties ?? {});
      const inSchema = properties.flatMap((key) => {
        const nested = Object.keys(schemaAt(kind, ['where', key])?.schema.properties ?? {});
        return ['survey', 'evaluation', 'resolution'].includes(key) ? nested.map((field) => `${key}.${field}`) : [key];
      });
      expect([...whereKeys(kind).keys()].sort()).toEqual(inSchema.sort());
    }
  });
});

describe('the rest of the body', () => {
  it('goes through untouched, paging too', () => {
    const { body } = compiled(
      'kind: ConversationDetails\ninterval: 2026-11-01/P1D\norder: desc\npaging: { pageSize: 50, pageNumber: 3 }\noutput: { rows: segment }',
    );
    expect(body).toEqual({
      interval: '2026-11-01T00:00:00+01:00/2026-11-02T00:00:00+01:00',
      order: 'desc',
      paging: { pageSize: 50, pageNumber: 3 },
    });
  });

  it('has a time zone where the API takes one and the interval needed it', () => {
    expect(aggregates('').body.timeZone).toBe('Europe/Amsterdam');
    expect(aggregates('timeZone: Asia/Tokyo').body.timeZone).toBe('Asia/Tokyo');
    expect(details('').body).not.toHaveProperty('timeZone');
    expect(details('').timeZone).toBe('Europe/Amsterdam');
    const sentAsWritten =
      'kind: ConversationAggregates\ninterval: 2026-11-01T00:00:00Z/2026-11-02T00:00:00Z\nmetrics: [nOffered]';
    expect(compiled(sentAsWritten).body).not.toHaveProperty('timeZone');
  });

  it('of details has none, also where the file says one for its words', () => {
    const file = queryOf('kind: ConversationDetails\ninterval: yesterday');
    const result = compileQuery({ ...file, value: Object.assign({ timeZone: 'Asia/Tokyo' }, file.value) }, context);
    expect(result).toMatchObject({
      ok: true,
      query: {
        body: { interval: '2026-11-19T00:00:00+09:00/2026-11-20T00:00:00+09:00' },
        timeZone: 'Asia/Tokyo',
      },
    });
    expect(result).not.toHaveProperty('query.body.timeZone');
  });

  it('takes a time zone where the published request model does', () => {
    expect(takesTimeZone).toEqual({
      ConversationDetails: 'timeZone' in publishedDetails.models.ConversationQuery,
      ConversationAggregates: 'timeZone' in publishedAggregates.models.ConversationAggregationQuery,
    });
  });

  it('names its endpoint', () => {
    expect(details('')).toMatchObject({ method: 'POST', path: '/api/v2/analytics/conversations/details/query' });
    expect(aggregates('')).toMatchObject({ method: 'POST', path: '/api/v2/analytics/conversations/aggregates/query' });
  });

  it('is not sent with an interval that cannot be read', () => {
    const result = compileQuery(queryOf('kind: ConversationDetails\ninterval: lst week'), context);
    expect(result).toMatchObject({ ok: false, problems: [{ path: ['interval'] }] });
  });
});

describe('output', () => {
  it('has defaults', () => {
    const plan = { columns: [], match: 'conversations', exclude: {} };
    expect(details('').output).toEqual({ ...plan, rows: 'wrapUp' });
    expect(aggregates('').output).toEqual({ ...plan, rows: 'aggregate' });
  });

  it('is as written, with lists for single values', () => {
    const { output } = details(
      'output: { rows: segment, columns: [queue], maxRows: 5, match: rows, exclude: { mediaType: callback, n: [1, true] }, chart: { type: bar, x: queue } }',
    );
    expect(output).toEqual({
      rows: 'segment',
      columns: ['queue'],
      maxRows: 5,
      match: 'rows',
      exclude: { mediaType: ['callback'], n: [1, true] },
      chart: { type: 'bar', x: 'queue' },
    });
  });
});
