import { describe, expect, it } from 'vitest';
import { readSource } from '#core/text/parse.ts';
import { readQueries } from '#core/workspace/index.ts';

function read(text: string, name = 'a.query.yaml'): readonly unknown[] {
  return readQueries(readSource(name, text)).map(({ kind, document }) => [kind, document]);
}

const details = 'kind: ConversationDetails\ninterval: today\n';
const aggregates = 'kind: ConversationAggregates\ninterval: today\nmetrics: [nOffered, nOffered]\n';

describe('the queries of a file', () => {
  it('are its documents, each with its place', () => {
    expect(read(`${details}---\n${aggregates}`)).toEqual([
      ['ConversationDetails', 0],
      ['ConversationAggregates', 1],
    ]);
  });

  it('are as written, repeated values too', () => {
    expect(readQueries(readSource('a.query.yaml', aggregates))[0]?.value).toEqual({
      kind: 'ConversationAggregates',
      interval: 'today',
      metrics: ['nOffered', 'nOffered'],
    });
  });

  it('may be JSON', () => {
    expect(read('{ "kind": "ConversationDetails", "interval": "today" }', 'a.query.json')).toEqual([
      ['ConversationDetails', 0],
    ]);
  });

  it('are left out alone where one does not fit its schema', () => {
    expect(read(`${details}select: [id]\n---\n${aggregates}`)).toEqual([['ConversationAggregates', 1]]);
  });

  it('are left out alone where the YAML of one is broken', () => {
    expect(read(`${details}order: [asc\n---\n${aggregates}`)).toEqual([['ConversationAggregates', 1]]);
    expect(read(`${details}---\n${aggregates}views: "\n`)).toEqual([['ConversationDetails', 0]]);
  });

  it('do not include other kinds and documents without one', () => {
    expect(read(`interval: today\n---\nkind: SurveyRules\n---\n${details}`)).toEqual([['ConversationDetails', 2]]);
    expect(read('')).toEqual([]);
  });
});
