import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findResponse, holds, readSurveyRules, type Budget, type Condition, type RuleSet } from '#core/survey/index.ts';
import { readSource } from '#core/text/parse.ts';
import { allResponses, fields, isMet, space, when, type When } from './interpreter.ts';

function compiled(conditions: readonly When[]): RuleSet {
  const rules = conditions.map((condition) => ({ when: condition, assign: 'A' }));
  const file = { kind: 'SurveyRules', conversationId: 'id', fields, rules, otherwise: 'none' };
  const [read] = readSurveyRules(readSource('test.survey.yaml', JSON.stringify(file)));
  if (read === undefined) throw new Error('These are no survey rules.');
  return read;
}

const plenty = (): Budget => ({ left: 10_000_000 });
const never: Condition = { kind: 'any', of: [] };

describe('a search for a response', () => {
  test('finds one exactly where trying all of them does', () => {
    const everything = allResponses(Object.keys(space));
    fc.assert(
      fc.property(when, fc.array(when, { maxLength: 3 }), (wanted, butNot) => {
        const { fields: known, rules } = compiled([wanted, ...butNot]);
        const [first = never, ...others] = rules.map((rule) => rule.when);
        const found = findResponse(known, first, others, plenty());
        const brute = everything.find((one) => isMet(wanted, one) && !butNot.some((other) => isMet(other, one)));
        expect(found.kind).toBe(brute === undefined ? 'none' : 'found');
        if (found.kind !== 'found') return;
        expect(holds(first, found.response)).toBe(true);
        expect(others.some((other) => holds(other, found.response))).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  test('knows nothing of a field that is not declared', () => {
    const condition: Condition = { kind: 'field', field: 'colour', match: { kind: 'exists' } };
    expect(findResponse(new Map(), condition, [], plenty())).toEqual({ kind: 'unknown' });
  });

  test('stops when it has cost enough', () => {
    const { fields: known, rules } = compiled([{ nps: { gte: 1 }, score: { gte: 1 } }, { nps: { gte: 0 } }]);
    const [first = never, second = never] = rules.map((rule) => rule.when);
    expect(findResponse(known, first, [second], { left: 3 })).toEqual({ kind: 'unknown' });
    expect(findResponse(known, first, [second], plenty())).toEqual({ kind: 'none' });
  });

  test('says nothing of numbers that cannot be told from their neighbours', () => {
    const known: RuleSet['fields'] = new Map([['id', { type: 'integer', from: 'id', upper: false }]]);
    const condition: Condition = {
      kind: 'field',
      field: 'id',
      match: { kind: 'range', gt: 2 ** 60, lt: 2 ** 60 + 512 },
    };
    expect(findResponse(known, condition, [], plenty())).toEqual({ kind: 'unknown' });
  });

  test.each([{ gt: 3 }, { lt: -3 }, { gt: 0.25, lt: 0.5 }])(
    'finds a number for %j where the field has no limits',
    (range) => {
      const known: RuleSet['fields'] = new Map([['n', { type: 'number', from: 'n', upper: false }]]);
      const condition: Condition = { kind: 'field', field: 'n', match: { kind: 'range', ...range } };
      expect(findResponse(known, condition, [], plenty()).kind).toBe('found');
    },
  );

  test('knows that between two whole numbers there is no other', () => {
    const between: Condition = { kind: 'field', field: 'n', match: { kind: 'range', gt: 3, lt: 4 } };
    const field = (type: 'integer' | 'number'): RuleSet['fields'] =>
      new Map([['n', { type, from: 'n', upper: false }]]);
    expect(findResponse(field('integer'), between, [], plenty()).kind).toBe('none');
    expect(findResponse(field('number'), between, [], plenty()).kind).toBe('found');
  });
});
