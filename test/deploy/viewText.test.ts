import fc from 'fast-check';
import { expect, test } from 'vitest';
import { itemText, libraryText, viewSection } from '#core/deploy/viewText.ts';

const words = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'N', 'o', ' ', '-', '.', '#', ':', ',', '_', '1', '(', '/') }),
  fc.constantFrom(
    'true',
    'Null',
    'FALSE',
    'yes',
    'No',
    'null',
    '~',
    'e1',
    'Support Voice',
    'A-1 (x)',
    '*',
    '',
    ' a',
    'a ',
  ),
);

test('an ordinary item is written as the library writes it', () => {
  const item = fc.dictionary(
    fc.constantFrom('name', 'description', 'tags', 'queues', 'no', '7'),
    fc.oneof(words, fc.integer(), fc.boolean(), fc.array(words, { maxLength: 30 })),
  );
  fc.assert(
    fc.property(item, (one) => {
      expect(itemText(one)).toBe(libraryText(one));
    }),
    { numRuns: 1000 },
  );
});

test('a heading stands also where there is no item', () => {
  expect(viewSection('codes', [{ heading: 'A' }, { heading: 'B', text: itemText({ name: 'B' }) }])).toBe(
    'codes:\n  # A\n  # B\n  - name: B\n',
  );
  expect(viewSection('codes', [])).toBe('codes: []\n');
});
