/** Survey rules as a whole: clean ones are, generated ones have no errors, and each planted mistake is found. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check, type CheckContext, type Problem } from '#core/check/index.ts';
import { allowedValues } from '#core/contract/descriptions.ts';
import type { CatalogCode } from '#core/query/model.ts';
import { readSource } from '#core/text/parse.ts';
import { now, sharedCodes } from '../fixtures/context.ts';
import { allResponses, interpret, ruleFile, space } from '../survey/interpreter.ts';

const context: CheckContext = { now, catalogs: sharedCodes() };

function problems(text: string, within: CheckContext = context): readonly Problem[] {
  return check(readSource('test.survey.yaml', text), within);
}

const codesIn = (text: string, within?: CheckContext): readonly string[] =>
  problems(text, within).map(({ code }) => code);

const tutorial = `kind: SurveyRules
responses: file                      # or org: { form: Post-call CSAT, status: [Finished] }
conversationId: interactionId
target: surveyedAgent                # or lastAgent: whose wrap-up it is
fields:                              # what a response holds; from the org also nps, totalScore, question ids
  nps: { from: nps_score, type: integer, min: 0, max: 10 }
  csat: { from: csat_score, type: integer, min: 1, max: 5 }
  issue: { from: issue_type, type: string, upper: true }
rules:                               # the first that matches wins
  - { when: { nps: { lte: 6 } }, assign: WU_PROMPT_ESCALATION }
  - { when: { nps: { gte: 9 }, csat: { gte: 4 } }, assign: WU_PROMPT_SUCCESS }
  - { when: { issue: [TECHNICAL, OUTAGE] }, assign: WU_PROMPT_TECH_ISSUE }
  - { when: { any: [{ csat: missing }, { nps: missing }] }, assign: WU_PROMPT_GENERAL }
otherwise: WU_PROMPT_GENERAL         # or none
tests:
  - { given: { nps: 10, csat: 5, issue: billing }, expect: WU_PROMPT_SUCCESS }
  - { given: { csat: 5 }, expect: WU_PROMPT_GENERAL }      # a missing score is missing, never 0
`;

const fitting: readonly CatalogCode[] = ['ESCALATION', 'SUCCESS', 'TECH_ISSUE', 'GENERAL'].map((name) => ({
  name: `Survey ${name}`,
  code: `WU_PROMPT_${name}`,
  tags: [],
  formerly: [],
}));

describe('the rules of the tutorial', () => {
  test('are clean where a catalog has their codes', () => {
    expect(problems(tutorial, { now, catalogs: fitting })).toEqual([]);
  });

  test('fail their test where a missing score would count as 0', () => {
    const zero = tutorial.replace('{ given: { csat: 5 }', '{ given: { nps: 0, csat: 5 }');
    expect(codesIn(zero, { now, catalogs: fitting })).toEqual(['failing-test']);
    expect(problems(zero, { now, catalogs: fitting })[0]?.message).toBe(
      "The rules give 'WU_PROMPT_ESCALATION' and not 'WU_PROMPT_GENERAL': rule 1 matches, since 'nps' is at most 6. Change the rules, or what the test expects.",
    );
  });

  test('have codes that no other catalog has', () => {
    expect(new Set(codesIn(tutorial))).toEqual(new Set(['unknown-code']));
  });

  test('are not judged by catalogs of which one could not be read', () => {
    expect(problems(tutorial, { now })).toEqual([]);
    const failing = tutorial.replace('expect: WU_PROMPT_SUCCESS', 'expect: Survey SUCCESS');
    expect(problems(failing, { now })).toEqual([]);
  });

  test('may name their codes by name', () => {
    expect(problems(tutorial.replaceAll('WU_PROMPT_', 'survey '), { now, catalogs: fitting })).toEqual([]);
  });
});

describe('generated rules', () => {
  test('have no errors', () => {
    fc.assert(
      fc.property(ruleFile, (file) => {
        const found = problems(JSON.stringify(file, null, 2));
        expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('are never reached exactly where trying every response shows it', () => {
    const everything = allResponses(Object.keys(space));
    fc.assert(
      fc.property(ruleFile, ({ tests: _tests, ...file }) => {
        const reached = new Set(everything.map((one) => interpret(file, one).rule));
        const never = file.rules.flatMap((_, index) => (reached.has(index) ? [] : [index]));
        const text = [
          ...Object.entries({ ...file, rules: undefined }).flatMap(([key, value]) =>
            value === undefined ? [] : [`${key}: ${JSON.stringify(value)}`],
          ),
          file.rules.length === 0 ? 'rules: []' : 'rules:',
          ...file.rules.map((rule) => `- ${JSON.stringify(rule)}`),
        ];
        const first = text.indexOf('rules:') + 1;
        const found = problems(text.join('\n')).filter(({ code }) => code === 'never-reached');
        expect(found.map(({ range }) => range.start.line - first)).toEqual(never);
      }),
      { numRuns: 100 },
    );
  });

  test('get an answer in a file of very many', () => {
    const rule = (index: number): string =>
      `  - { when: { a: { gt: ${index} }, b: [${index}, ${index + 1}] }, assign: A }`;
    const test = (index: number): string => `  - { given: { a: ${index} }, expect: A }`;
    const many = Array.from({ length: 3000 }, (_, index) => index);
    const text = `kind: SurveyRules\nconversationId: id\nfields: { a: { type: integer }, b: { type: integer } }\notherwise: A\nrules:\n${many.map(rule).join('\n')}\ntests:\n${many.map(test).join('\n')}\n`;
    expect(problems(text, { now })).toEqual([]);
  });
});

test('very long lists of values, and very many fields that nobody declares, get an answer', () => {
  const texts = Array.from({ length: 20_000 }, (_, index) => `T${index}`);
  const text = [
    'kind: SurveyRules',
    'conversationId: id',
    `fields: { issue: { type: string, values: [${texts.join(', ')}] } }`,
    'otherwise: none',
    'rules:',
    `  - { when: { issue: [${texts.map((one) => `${one}x`).join(', ')}] }, assign: A }`,
    `  - { when: { issue: [${texts.join(', ')}] }, assign: A }`,
    `  - { when: { ${texts.map((one) => `${one}: missing`).join(', ')} }, assign: A }`,
  ].join('\n');
  const found = codesIn(text, { now });
  expect(found).toHaveLength(40_000);
  expect(new Set(found)).toEqual(new Set(['impossible-value', 'unknown-survey-field']));
});

const sound = `kind: SurveyRules
conversationId: interactionId
target: lastAgent
fields:
  nps: { from: nps_score, type: integer, min: 0, max: 10 }
  csat: { type: number, max: 5 }
  issue: { type: string, upper: true }
  vip: { type: boolean }
rules:
  - { when: { nps: { lte: 6 } }, assign: ESC_TECH }
  - { when: { csat: { gte: 4 }, vip: true }, assign: RESOLVED }
  - { when: { any: [{ issue: OUTAGE }, { csat: missing }] }, assign: Sold }
otherwise: none
overwrite: true
tests:
  - { given: { nps: 3 }, expect: ESC_TECH }
  - { given: { nps: 8, csat: 4.5, vip: true }, expect: Issue Resolved }
`;

const planted: readonly (readonly [string, string, string])[] = [
  ['SurveyRules', 'SurveyRule', 'unknown-kind'],
  ['kind: SurveyRules\n', '', 'missing-field'],
  ['conversationId: interactionId\n', '', 'missing-field'],
  ['target: lastAgent', 'target: nobody', 'unknown-value'],
  ['type: number', 'type: float', 'unknown-value'],
  ['type: boolean', 'typ: boolean', 'unknown-field'],
  ['type: boolean', 'default: true, type: boolean', 'invented-field'],
  ['  vip: {', '  any: {', 'taken-field-name'],
  ['  vip: {', '  "": {', 'empty-key'],
  ['  vip: {', '  csat: {', 'duplicate-key'],
  ['min: 0, max: 10', 'min: 10, max: 0', 'limits-reversed'],
  ['upper: true', 'min: 3', 'unused-field-option'],
  ['upper: true', 'values: [a, a]', 'repeated-value'],
  ['upper: true', 'upper: true, values: [outage]', 'impossible-value'],
  ['nps: { lte: 6 }', 'npss: { lte: 6 }', 'unknown-survey-field'],
  ['nps: { lte: 6 }', 'not: { nps: 6 }', 'unknown-survey-field'],
  ['nps: { lte: 6 }', 'nps: { le: 6 }', 'invented-field'],
  ['nps: { lte: 6 }', 'nps: { lte: "6" }', 'wrong-type'],
  ['nps: { lte: 6 }', 'nps: { gt: 6, lt: 2 }', 'empty-range'],
  ['nps: { lte: 6 }', 'nps: { gt: 6, lt: 7 }', 'impossible-value'],
  ['nps: { lte: 6 }', 'nps: { lt: 0 }', 'impossible-value'],
  ['nps: { lte: 6 }', 'nps: 12', 'impossible-value'],
  ['nps: { lte: 6 }', 'nps: 5.5', 'value-type'],
  ['nps: { lte: 6 }', 'nps: low', 'value-type'],
  ['nps: { lte: 6 }', 'nps: {}', 'empty-list'],
  ['nps: { lte: 6 }', 'nps: []', 'empty-list'],
  ['nps: { lte: 6 }', 'nps:', 'missing-value'],
  ['{ nps: { lte: 6 } }', '{}', 'empty-list'],
  ['{ nps: { lte: 6 } }', '[nps]', 'wrong-type'],
  ['{ nps: { lte: 6 } }', '{ nps: 1, all: [{ nps: 2 }] }', 'never-reached'],
  ['csat: { gte: 4 }, vip: true', 'nps: { lt: 4 }', 'never-reached'],
  ['vip: true }, assign', 'vip: yes }, assign', 'value-type'],
  ['issue: OUTAGE', 'issue: { gte: 1 }', 'range-on-text'],
  ['issue: OUTAGE', 'issue: outage', 'impossible-value'],
  ['issue: OUTAGE', 'issue: 7', 'value-type'],
  ['assign: Sold', 'assign: Sodl', 'unknown-code'],
  ['assign: Sold', 'assign: 44444444-4444-4444-8444-444444444444', 'id-instead-of-name'],
  ['assign: Sold', 'assign: " Sold"', 'outer-space'],
  ['assign: Sold', 'assign: 404', 'yaml-trap'],
  ['assign: Sold', 'then: Sold', 'invented-field'],
  [', assign: Sold', '', 'missing-field'],
  ['otherwise: none\n', '', 'missing-otherwise'],
  ['otherwise: none', 'otherwise: no', 'yaml-ambiguous'],
  ['overwrite: true', 'overwrite: "true"', 'wrong-type'],
  ['expect: ESC_TECH', 'expect: SOLD', 'failing-test'],
  ['expect: ESC_TECH', 'expect: none', 'failing-test'],
  ['expect: ESC_TECH', 'expect: ESC_TEHC', 'unknown-code'],
  ['given: { nps: 3 }', 'given: { nps: 8, csat: 4.5, vip: true }', 'repeated-test'],
  ['given: { nps: 3 }', 'given: { nps_score: 3 }', 'unknown-survey-field'],
  ['given: { nps: 3 }', 'given: { nps: 30 }', 'impossible-value'],
  ['given: { nps: 3 }', 'given: { nps: "3" }', 'value-type'],
];

describe('planted mistakes', () => {
  test('are not in the sound file', () => {
    expect(problems(sound)).toEqual([]);
  });

  test.each(planted)('%s → %s is %s', (right, wrong, code) => {
    expect(sound).toContain(right);
    expect(codesIn(sound.replace(right, wrong))).toContain(code);
  });

  test('are no reason to fail at any stage of typing', () => {
    for (let length = 0; length <= sound.length; length += 3)
      expect(codesIn(sound.slice(0, length))).not.toContain('internal-error');
  });
});

test('the states of a survey are the published ones', () => {
  const file = readFileSync(new URL('../../schemas/api/models.json', import.meta.url), 'utf8');
  const { models } = JSON.parse(file) as {
    readonly models: { readonly Survey: { readonly status: { enum: string[] } } };
  };
  const ours = allowedValues('SurveyRules', ['responses', 'org', 'status', '*']).map(({ value }) => value);
  expect(ours).toEqual(models.Survey.status.enum);
});
