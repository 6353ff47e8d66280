import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decide, readSurveyRules, type SurveyRulesFile, type SurveyValue } from '#core/survey/index.ts';
import { readSource } from '#core/text/parse.ts';
import { interpret, response, ruleFile } from './interpreter.ts';

const text = `kind: SurveyRules
conversationId: interactionId
fields:
  nps: { from: nps_score, type: integer, min: 0, max: 10 }
  csat: { from: csat_score, type: integer, min: 1, max: 5 }
  issue: { from: issue_type, type: string, upper: true }
rules:
  - { when: { nps: { lte: 6 } }, assign: WU_PROMPT_ESCALATION }
  - { when: { nps: { gte: 9 }, csat: { gte: 4 } }, assign: WU_PROMPT_SUCCESS }
  - { when: { issue: [TECHNICAL, OUTAGE] }, assign: WU_PROMPT_TECH_ISSUE }
  - { when: { any: [{ csat: missing }, { nps: missing }] }, assign: WU_PROMPT_GENERAL }
otherwise: none
tests:
  - { given: { nps: 10, csat: 5, issue: billing }, expect: WU_PROMPT_SUCCESS }
  - { given: { csat: 5 }, expect: none }
`;

function read(written: string): SurveyRulesFile {
  const [file] = readSurveyRules(readSource('test.survey.yaml', written));
  if (file === undefined) throw new Error('These are no survey rules.');
  return file;
}

function decided(given: Readonly<Record<string, SurveyValue>>): ReturnType<typeof decide> {
  return decide(read(text), new Map(Object.entries(given)));
}

describe('a decision', () => {
  test('is that of the first rule that matches', () => {
    expect(decided({ nps: 6, csat: 5, issue: 'TECHNICAL' })).toMatchObject({ code: 'WU_PROMPT_ESCALATION', rule: 0 });
    expect(decided({ nps: 9, csat: 4, issue: 'TECHNICAL' })).toMatchObject({ code: 'WU_PROMPT_SUCCESS', rule: 1 });
    expect(decided({ nps: 9, csat: 3, issue: 'TECHNICAL' })).toMatchObject({ code: 'WU_PROMPT_TECH_ISSUE', rule: 2 });
  });

  test('takes a missing score for missing, and never for 0', () => {
    expect(decided({ csat: 5 })).toMatchObject({ code: 'WU_PROMPT_GENERAL', rule: 3 });
    expect(decided({})).toMatchObject({ code: 'WU_PROMPT_GENERAL', rule: 3 });
  });

  test('takes an empty text for a missing value', () => {
    const file = read(text.replace('[TECHNICAL, OUTAGE]', 'missing'));
    expect(
      decide(
        file,
        new Map<string, SurveyValue>([
          ['nps', 8],
          ['issue', ''],
        ]),
      ),
    ).toMatchObject({ rule: 2 });
  });

  test('compares a text in capitals where its field says so', () => {
    expect(decided({ nps: 8, csat: 2, issue: 'outage' })).toMatchObject({ rule: 2 });
  });

  test('is `otherwise` where no rule matches, which may be no code', () => {
    expect(decided({ nps: 8, csat: 2, issue: 'billing' })).toMatchObject({ code: undefined, rule: undefined });
  });

  test('shows which rules were tried, and what did not hold', () => {
    expect(decided({ nps: 10, csat: 2, issue: 'OUTAGE' }).path).toEqual([
      { rule: 0, matches: false, failed: { kind: 'field', field: 'nps', match: { kind: 'range', lte: 6 } } },
      { rule: 1, matches: false, failed: { kind: 'field', field: 'csat', match: { kind: 'range', gte: 4 } } },
      { rule: 2, matches: true },
    ]);
  });

  test('is what the plainest reading of the file gives', () => {
    fc.assert(
      fc.property(ruleFile, response, (file, given) => {
        const expected = interpret(file, given);
        const decision = decide(read(JSON.stringify(file)), new Map(Object.entries(given)));
        expect(decision.code ?? 'none').toBe(expected.code);
        expect(decision.rule ?? -1).toBe(expected.rule);
        expect(decision.path.map(({ rule }) => rule)).toEqual(
          file.rules.map((_, index) => index).slice(0, expected.rule === -1 ? undefined : expected.rule + 1),
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('reading a file', () => {
  test('gives its fields, rules and tests, and the document as it is written', () => {
    const file = read(text);
    expect([...file.fields.keys()]).toEqual(['nps', 'csat', 'issue']);
    expect(file.fields.get('issue')).toEqual({ type: 'string', from: 'issue_type', upper: true });
    expect(file.rules).toHaveLength(4);
    expect(file.otherwise).toBeUndefined();
    expect(file.tests.map(({ expect: code }) => code)).toEqual(['WU_PROMPT_SUCCESS', undefined]);
    expect(file.value.conversationId).toBe('interactionId');
  });

  test('leaves out a document with an error in it, and keeps the others', () => {
    const broken = text.replace('assign: WU_PROMPT_SUCCESS', 'asign: X');
    const files = readSurveyRules(readSource('test.survey.yaml', `${broken}---\n${text}`));
    expect(files.map(({ document }) => document)).toEqual([1]);
  });

  test('takes the words `exists` and `missing` for values in a list', () => {
    const file = read(text.replace('[TECHNICAL, OUTAGE]', '[missing]'));
    expect(file.rules[2]?.when).toEqual({
      kind: 'field',
      field: 'issue',
      match: { kind: 'oneOf', values: ['missing'] },
    });
  });
});
