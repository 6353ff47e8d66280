/** What can be done with all codes of a catalog. */
import { expect, test } from 'vitest';
import { wholeFileActions } from '#core/refactor/index.ts';
import { afterAll, marked } from './refactored.ts';

const lines = (...text: readonly string[]): string => `${text.join('\n')}\n`;
const offered = (written: string): readonly string[] => {
  const { source, range } = marked(written);
  return wholeFileActions(source, range).map(({ id }) => id);
};

test('codes are sorted with the comments above them, and empty lines stay where they are', () => {
  const text = lines(
    'kind: WrapUpCatalog',
    '# about all of them',
    '',
    'codes:‸',
    '  # of c',
    '  - name: c',
    '    # code: C',
    '',
    '  - { name: B10 }',
    '  - name: b2 # why',
    '    description: |',
    '      text',
    '',
    '',
    '  # a section of its own',
    '',
    '  # of a',
    '  # too',
    '  - name: A',
    '  # the end',
    'naming: platform',
  );
  const sorted = lines(
    'kind: WrapUpCatalog',
    '# about all of them',
    '',
    'codes:',
    '  # of a',
    '  # too',
    '  - name: A',
    '',
    '  - name: b2 # why',
    '    description: |',
    '      text',
    '  - { name: B10 }',
    '',
    '',
    '  # a section of its own',
    '',
    '  # of c',
    '  - name: c',
    '    # code: C',
    '  # the end',
    'naming: platform',
  );
  expect(afterAll(text, 'sort-by-name')).toBe(sorted);
  expect(afterAll(text.replaceAll('\n', '\r\n'), 'sort-by-name')).toBe(sorted.replaceAll('\n', '\r\n'));
  expect(afterAll(text.trimEnd(), 'sort-by-name')).toBe(sorted.trimEnd());
  expect(afterAll(`‸${sorted}`, 'sort-by-name')).toBe('The codes are in this order already.');
});

test('a comment below an empty line goes with the code whose fields it is indented like', () => {
  const text = '‸kind: WrapUpCatalog\ncodes:\n  - name: B\n    code: b\n\n    # of B\n  # of A\n  - name: A\n';
  expect(afterAll(text, 'sort-by-name')).toBe(
    'kind: WrapUpCatalog\ncodes:\n  # of A\n  - name: A\n  - name: B\n    code: b\n\n    # of B\n',
  );
});

test('codes are sorted by code, and by category and name; those without come last', () => {
  const text = lines(
    'codes:‸',
    '- { name: 1st, code: Z, category: b }',
    '- { name: 2nd }',
    '- { name: 3rd, code: a, category: B }',
    '- { name: 4th, code: A, category: a }',
  );
  const names = (sorted: string): readonly string[] =>
    [...sorted.matchAll(/name: (\w+)/g)].map(([, name]) => name ?? '');
  expect(names(afterAll(text, 'sort-by-code'))).toEqual(['3rd', '4th', '1st', '2nd']);
  expect(names(afterAll(text, 'sort-by-category'))).toEqual(['4th', '1st', '3rd', '2nd']);
});

test('codes that refer to each other are not sorted', () => {
  const text = lines('codes:‸', '  - name: B', '    queues: &q [X]', '  - name: A', '    queues: *q');
  expect(afterAll(text, 'sort-by-name')).toMatch(/^The codes refer to each other with anchors/);
  const head = lines('division: &d X', 'codes:‸', '  - name: B', '    division: *d', '  - name: A');
  expect(afterAll(head, 'sort-by-name')).toBe(
    lines('division: &d X', 'codes:', '  - name: A', '  - name: B', '    division: *d'),
  );
});

test.each([
  [
    'codes: [{ name: B }, { name: A }]‸\n',
    'The codes do not have lines of their own. Write each one below its own dash first.',
  ],
  ['codes:‸\n  - name: "B\n  - name: A\n', 'This file has YAML problems. Repair them first, so that nothing is lost.'],
  ['kind: GenesysProject‸\n', 'There is no list of codes here.'],
])('%j is not sorted', (text, why) => {
  expect(afterAll(text, 'sort-by-name')).toBe(why);
});

test('only the catalog at the cursor is sorted', () => {
  const text = lines('codes:', '- name: B', '- name: A', '---', 'codes:', '- name: D‸', '- name: C');
  expect(afterAll(text, 'sort-by-name')).toBe(
    lines('codes:', '- name: B', '- name: A', '---', 'codes:', '- name: C', '- name: D'),
  );
});

const shared = lines(
  'kind: WrapUpCatalog',
  'queues: { A: {}, B: {} }',
  'codes:',
  '  - name: On‸e # why',
  '    queues: [A, B] # both',
  '    division: X',
  '  - { name: Two, queues: [B, A], division: X }',
  '  - name: Three',
  '    queues: [A]',
  '    division: Y',
);

test('queues that codes share become those of the catalog, and go back into the codes', () => {
  expect(offered(shared)).toContain('extract-queues');
  const extracted = afterAll(shared, 'extract-queues');
  expect(extracted).toBe(
    lines(
      'kind: WrapUpCatalog',
      'queues: { A: {}, B: {} }',
      'defaults: { queues: [A, B] }',
      'codes:',
      '  - name: One # why',
      '    # both',
      '    division: X',
      '  - { name: Two, division: X }',
      '  - name: Three',
      '    queues: [A]',
      '    division: Y',
    ),
  );
  expect(offered(extracted.replace('defaults', 'def‸aults'))).toContain('inline-queues');
  const inlined = afterAll(extracted.replace('defaults', 'def‸aults'), 'inline-queues');
  expect(inlined).not.toContain('defaults');
  expect(inlined).toContain('  - { name: Two, division: X, queues: [A, B] }\n');
});

test('a division that codes share becomes that of the catalog, and goes back into the codes', () => {
  const extracted = afterAll(shared, 'extract-division');
  expect(extracted).toContain('kind: WrapUpCatalog\ndivision: X\n');
  expect(extracted.match(/division: X/g)).toHaveLength(1);
  const inlined = afterAll(extracted.replace('\ndivision', '\n‸division'), 'inline-division');
  expect(inlined.match(/division: X/g)).toHaveLength(2);
});

test('nothing is given to codes that do not have it', () => {
  expect(afterAll(`${shared}  - name: Four\n    division: X\n`, 'extract-queues')).toBe(
    'One code has no queues and would get these. Give every code its queues first.',
  );
});

test('actions are offered where they belong', () => {
  expect(offered(shared.replace('codes:', 'codes:‸').replace('On‸e', 'One'))).toEqual([
    'sort-by-name',
    'sort-by-code',
    'sort-by-category',
  ]);
  expect(offered('kind: GenesysProject‸\n')).toEqual([]);
  expect(
    offered(shared.replace('kind: WrapUpCatalog', 'kind: WrapUpCatalog\ndefaults: { queues: [C] }')),
  ).not.toContain('extract-queues');
});
