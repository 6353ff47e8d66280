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

  it.each(['+31201234567', '0031612345678', '31612345678901234567', '1.0', '1e5', '0x10'])(
    'ask for the number %s as it is written',
    (number) => {
      const value = {
        where: { ani: number, dnis: ['a', number] },
        output: { exclude: { ani: [number], dnis: number } },
      };
      const text = `where: { ani: ${number}, dnis: [a, ${number}] }\noutput: { exclude: { ani: [${number}], dnis: ${number} } }`;
      expect(readQueries(readSource('a.query.yaml', `${details}${text}`))[0]?.value).toMatchObject(value);
    },
  );

  it('keep the limits of ranges as numbers, and what is no number as it is', () => {
    const where = '{ tTalk: { gte: 1.50, lt: 0x10 }, flowVersion: 12, recording: True }';
    expect(readQueries(readSource('a.query.yaml', `${details}where: ${where}`))[0]?.value).toMatchObject({
      where: { tTalk: { gte: 1.5, lt: 16 }, flowVersion: 12, recording: true },
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
