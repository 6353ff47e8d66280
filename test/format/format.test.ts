/** What formatting makes of typical files. */
import { expect, test } from 'vitest';
import { formatEdits } from '#core/format/index.ts';
import { readSource } from '#core/text/parse.ts';
import { formatted } from './formatted.ts';

const lines = (...text: readonly string[]): string => `${text.join('\n')}\n`;

test('spaces behind colons and commas, and within brackets', () => {
  expect(
    formatted(
      lines('kind:   WrapUpCatalog', 'codes:', '  - {name: A ,queues: [ x,y ],formerly: [ ]}', '  - "name" :  B'),
    ),
  ).toBe(lines('kind: WrapUpCatalog', 'codes:', '  - { name: A, queues: [x, y], formerly: [] }', '  - "name": B'));
});

test('lists and maps get the indentation that most of the file has', () => {
  const before = lines(
    'queues:',
    '      Billing: {}',
    '# about codes',
    'codes:',
    '- name: A',
    '  queues:',
    '  - Billing',
    '- name: B',
    '  # why',
    '  queues:',
    '       - Billing',
    '-    name: C',
    '     description: |',
    '         One',
    '           Two',
    '     formerly:',
    '     - D',
  );
  const after = lines(
    'queues:',
    '      Billing: {}',
    '# about codes',
    'codes:',
    '- name: A',
    '  queues:',
    '  - Billing',
    '- name: B',
    '  # why',
    '  queues:',
    '  - Billing',
    '- name: C',
    '  description: |',
    '      One',
    '        Two',
    '  formerly:',
    '  - D',
  );
  expect(formatted(before)).toBe(after);
  expect(formatted(before.replaceAll('\n', '\r\n'))).toBe(after.replaceAll('\n', '\r\n'));
});

test('comments go with the lines that they are about', () => {
  const before = lines(
    'codes:',
    '  - name: A',
    '  - name: B',
    '  -    # about code',
    '       code: X',
    '       # at the end',
    '# far left',
    '  - name: C',
  );
  expect(formatted(before)).toBe(
    lines(
      'codes:',
      '  - name: A',
      '  - name: B',
      '  -    # about code',
      '    code: X',
      '    # at the end',
      '# far left',
      '  - name: C',
    ),
  );
});

test('of several empty lines one is left, and the file ends with its last line', () => {
  expect(formatted('kind: WrapUpCatalog  \n\n\n \ncodes:\n\n\n  - name: A # why  \n\n\n')).toBe(
    'kind: WrapUpCatalog\n\ncodes:\n\n  - name: A # why\n',
  );
  expect(formatted('kind: WrapUpCatalog\r\ncodes: []')).toBe('kind: WrapUpCatalog\r\ncodes: []\r\n');
});

test('texts over several lines keep what is theirs', () => {
  const text = lines('a: |', '  x  ', '', '', '  y', 'b: "one  ', '', '', '  two"', 'c: |+', '  kept', '', '');
  expect(formatted(text)).toBe(text);
});

test('an editor can ask for less', () => {
  const options = { tabSize: 2, insertFinalNewline: false, trimTrailingWhitespace: false };
  expect(formatted('a:   x  ', undefined, options)).toBe('a: x  ');
});

test('what cannot be read stays as it is, and the rest is tidied', () => {
  const text = lines('codes:', '  - name:   A', '  - name: "B', '    code:   X', '  - name:   C');
  expect(formatted(text)).toBe(lines('codes:', '  - name: A', '  - name: "B', '    code:   X', '  - name: C'));
});

test('where the edits of one entry would change what it says, the others are still made', () => {
  // Without its extra spaces the comment would be a line of the text above it.
  const text = lines(
    'codes:',
    '    - name:   A',
    '    -       b: |',
    '             x',
    '          # c',
    '    -    name:   C',
    '    - name: D',
  );
  expect(formatted(text)).toContain('    - name: A\n');
  expect(formatted(text)).toContain('    - name: C\n');
});

test('a range is formatted without the rest', () => {
  const text = lines('a:   x', 'codes:', '  - name:   A', '  -   name:   B', '      code:   C', '  - name:   D');
  const range = { start: { line: 3, character: 4 }, end: { line: 5, character: 0 } };
  expect(formatted(text, range)).toBe(
    lines('a:   x', 'codes:', '  - name:   A', '  - name: B', '    code: C', '  - name:   D'),
  );
});

test.each(['{ "a":1 }', '[ 1,2 ]'])('JSON is left alone: %s', (text) => {
  expect(formatted(text)).toBe(text);
  expect(formatEdits(readSource('x.query.json', `a:   ${text}`), undefined, { tabSize: 2 })).toEqual([]);
});

test.each(['a:   x\rb:   y', '<<<<<<< ours\na:   x\n=======\na:   y\n>>>>>>> theirs\n'])(
  'is not formatted: %j',
  (text) => {
    expect(formatted(text)).toBe(text);
  },
);

test('a big catalog with one odd entry is formatted but for it', () => {
  const entries = Array.from({ length: 300 }, (_, index) => `  -   name:   Code ${index}\n      queues: [a,b]`);
  const after = formatted(`codes:\n${entries.join('\n')}\n  - name: "Odd\n`);
  expect(after).toContain('  -   name: Code 7\n      queues: [a, b]\n');
  expect(after).toContain('  - name: "Odd\n');
});
