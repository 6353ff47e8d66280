/** What can be done with one code, or some, and what becomes of them. */
import { expect, test } from 'vitest';
import { refactorings } from '#core/refactor/index.ts';
import { readSource } from '#core/text/parse.ts';
import { now } from '../fixtures/context.ts';
import { after, applied, marked, titles } from './refactored.ts';

const lines = (...text: readonly string[]): string => `${text.join('\n')}\n`;

const two = lines(
  'kind: WrapUpCatalog',
  'division: Support',
  'defaults: { queues: [A, B] }',
  'codes:',
  '  # first',
  '  - name: ‸One # why',
  '    queues: [B, A]',
  '',
  '  - { name: Two, state: retired }‸',
);

test('a code is retired, deleted and brought back', () => {
  const code = 'codes:\n  - name: On‸e # why\n    description: |\n      text\n';
  const retired = after(code, 'Retire this code');
  expect(retired).toBe('codes:\n  - name: One # why\n    state: retired\n    description: |\n      text\n');
  expect(after(retired.replace('One', 'On‸e'), 'Mark this code as deleted')).toBe(
    retired.replace('retired', 'deleted'),
  );
  expect(after(retired.replace('One', 'On‸e'), 'Reactivate this code')).toBe(code.replace('‸', ''));
});

test('only what is in another state changes', () => {
  expect(titles(two)).toContain('Retire this code');
  expect(titles(two)).toContain('Mark these 2 codes as deleted');
  expect(after(two, 'Mark these 2 codes as deleted')).toContain('  - { name: Two, state: deleted }\n');
  expect(after(two, 'Reactivate this code')).toContain('  - { name: Two }\n');
});

test('a code gets its key and a description from its name', () => {
  expect(
    after('codes:\n  - name: Café “Nord”‸ # why\n    state: active\n', "Add 'code' and 'description' from the name"),
  ).toBe('codes:\n  - name: Café “Nord” # why\n    code: CAFE_NORD\n    description: Café “Nord”\n    state: active\n');
  expect(after('codes:\n  - { name: A, code: ‸X }\n', "Add 'description' from the name")).toBe(
    'codes:\n  - { name: A, description: A, code: X }\n',
  );
});

test('a key that is taken is not given again', () => {
  const { source, range } = marked('codes:\n  - name: ‸A B\n    description: x\n');
  const other = { name: 'Other', code: 'a_b', tags: [], formerly: [] };
  expect(refactorings(source, range, { now }).map(({ title }) => title)).toContain("Add 'code' from the name");
  expect(refactorings(source, range, { now, catalogs: [other] }).map(({ title }) => title)).not.toContain(
    "Add 'code' from the name",
  );
});

test('what the catalog says is written into a code, and taken from it again', () => {
  const inlined = after(two, "Write the catalog's queues into this code");
  expect(inlined).toContain('  - { name: Two, state: retired, queues: [A, B] }\n');
  const both = after(two, "Write the catalog's division into these 2 codes");
  expect(both).toContain('  - name: One # why\n    queues: [B, A]\n    division: Support\n');
  expect(after(two, 'Take the queues of this code from the catalog')).toContain('  - name: One # why\n\n');
});

test('what others use is not taken away', () => {
  const text = 'defaults: { queues: [A] }\ncodes:\n  - name: ‸One\n    queues: &q [A]\n  - name: Two\n    queues: *q\n';
  expect(titles(text)).not.toContain('Take the queues of this code from the catalog');
});

test('a code goes from braces into lines and back', () => {
  const inBraces = 'codes:\n  - { name: One, queues: [A, B], "code": X }‸ # why\n';
  const inLines = 'codes:\n  - name: One # why\n    queues: [A, B]\n    "code": X\n';
  expect(after(inBraces, 'Write this code over several lines')).toBe(inLines);
  expect(after('codes:\n  - name: ‸One\n    queues: [A, B]\n', 'Write this code on one line')).toBe(
    'codes:\n  - { name: One, queues: [A, B] }\n',
  );
  expect(titles(inLines.replace('One', '‸One'))).not.toContain('Write this code on one line');
});

test('a list goes into brackets and out of them, as lists are indented in this file', () => {
  const text = 'queues: {}\ncodes:\n- name: One\n  queues: [A‸, "B, C"] # why\n- name: Two\n  formerly:\n  - X\n';
  const below = after(text, 'Write this list over several lines');
  expect(below).toBe(
    'queues: {}\ncodes:\n- name: One\n  queues: # why\n  - A\n  - "B, C"\n- name: Two\n  formerly:\n  - X\n',
  );
  expect(
    after('codes:\n  - name: One\n    formerly:\n      - A, ‸B\n      - 12\n', 'Write this list on one line'),
  ).toBe('codes:\n  - name: One\n    formerly: ["A, B", 12]\n');
});

test.each([
  'codes:\n  - name: One\n    formerly:\n      - ‸A # why\n      - B\n',
  'codes:\n  - name: One\n    formerly:\n      - ‸A\n      - |\n        B\n',
  'codes:\n  - name: One\n    formerly: &f\n      - ‸A\n      - B\n',
  `codes:\n  - name: One\n    formerly:\n      - ‸${'A'.repeat(130)}\n`,
  'codes:\n  - name: One\n    formerly: [‸A, # why\n      B]\n',
  'codes:\n  - name: One\n    formerly: [‸]\n',
])('a list that would lose something stays as it is: %j', (text) => {
  expect(titles(text).filter((title) => title.includes('this list'))).toEqual([]);
});

test('quotes go on and off', () => {
  expect(after('codes:\n  - name: O‸ne # why\n', 'Put quotes around the text')).toBe('codes:\n  - name: "One" # why\n');
  expect(after("codes:\n  - name: 'it''s'‸\n", 'Remove the quotes')).toBe("codes:\n  - name: it's\n");
  expect(titles('codes:\n  - name: "n‸o"\n')).not.toContain('Remove the quotes');
  expect(titles('codes:\n  - { name: "a‸, b" }\n')).not.toContain('Remove the quotes');
  expect(after('codes:\n  - name: "a‸, b"\n', 'Remove the quotes')).toBe('codes:\n  - name: a, b\n');
});

test('in queries, lists and maps change their form too', () => {
  const source = readSource('x.query.yaml', 'kind: ConversationDetails\nwhere:\n  queue: [A, B]\n');
  const at = source.lines.positionAt(source.text.indexOf('A,'));
  const [list] = refactorings(source, { start: at, end: at }, { now });
  expect(list && applied(source, list)).toBe('kind: ConversationDetails\nwhere:\n  queue:\n    - A\n    - B\n');
});

test('JSON and codes that cannot be read are left alone', () => {
  const source = readSource('x.query.json', '{ "where": { "queue": ["A"] } }');
  expect(refactorings(source, source.lines.rangeOf({ start: 24, end: 24 }), { now })).toEqual([]);
  expect(titles('codes:\n  - name: "O‸ne\n')).toEqual([]);
});
