import { expect, test } from 'vitest';
import { check } from '#core/check/index.ts';
import { readSource } from '#core/text/parse.ts';
import { applyFix } from '../fixtures/apply.ts';
import { now } from '../fixtures/context.ts';

function catalog(count: number, state = 'active'): string {
  const codes = Array.from({ length: count }, (_, index) => `  - { name: Code ${index}, state: ${state} }\n`);
  return `kind: WrapUpCatalog\nqueues: { Billing: {} }\ndefaults: { queues: [Billing] }\ncodes:\n${codes.join('')}`;
}

function codesOf(text: string): string[] {
  return check(readSource('x.wrapup.yaml', text), { now }).map(({ code }) => code);
}

test('a thousand codes on a queue are fine, one more is not', () => {
  expect(codesOf(catalog(1000))).toEqual([]);
  expect(codesOf(catalog(1001))).toEqual(['queue-too-full']);
});

test('retired codes do not count', () => {
  expect(codesOf(catalog(1001, 'retired'))).toEqual([]);
});

test('the finding marks the declaration and offers the platform policy', () => {
  const source = readSource('x.wrapup.yaml', catalog(1001));
  const [problem] = check(source, { now });
  expect(problem?.range).toEqual({ start: { line: 1, character: 10 }, end: { line: 1, character: 17 } });
  const [fix] = problem?.fixes ?? [];
  expect(fix && codesOf(applyFix(source, fix))).toEqual([]);
});
