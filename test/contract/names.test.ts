import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { invisibleCharacters } from '#core/contract/invisible.ts';
import { isPrintable, lengthOf, normaliseName, offsetAfter } from '#core/contract/names.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({
    unit: fc.constantFrom(
      ' ',
      '\u00A0',
      '\t',
      '\u200B',
      '\uFEFF',
      '\u0085',
      '\u0001',
      '\uFFFC',
      'A',
      'é',
      'e\u0301',
      'Σ',
      'İ',
      'ß',
    ),
    maxLength: 12,
  }),
);

describe('normaliseName', () => {
  it('gives the same again when it is applied twice', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(normaliseName(normaliseName(text))).toBe(normaliseName(text));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['Tech Escalation', 'tech  escalation'],
    ['Tech Escalation', ' Tech\u00A0Escalation '],
    ['Café', 'Cafe\u0301'],
    ['Follow up', 'Follow\u200B up'],
    ['Follow up', '\uFEFFFollow up'],
    ['Follow up', 'Follow\tup'],
  ])('takes %j and %j for one name', (a, b) => {
    expect(normaliseName(a)).toBe(normaliseName(b));
  });

  it.each([
    ['Follow up', 'Followup'],
    ['Level 2', 'Level ²'],
    ['Resume', 'Résumé'],
  ])('keeps %j and %j apart', (a, b) => {
    expect(normaliseName(a)).not.toBe(normaliseName(b));
  });
});

describe('invisibleCharacters', () => {
  it('finds them with their place, their name and what was meant', () => {
    expect(invisibleCharacters('A\u00A0B\u200BC')).toEqual([
      { index: 1, length: 1, codePoint: 'U+00A0', name: 'no-break space', replacement: ' ' },
      { index: 3, length: 1, codePoint: 'U+200B', name: 'zero width space', replacement: '' },
    ]);
  });

  it.each(['Plain name_1-2', 'Ünïcode ½ ²', '日本語', '👨‍👩‍👧 family', '❤️', '1️⃣ first', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'می‌خواهم', 'क्‍ष'])(
    'lets %s be',
    (name) => {
      expect(invisibleCharacters(name)).toEqual([]);
    },
  );

  it.each(['\u202Eabc', 'a\u200Db', 'a\uFE0F', 'a\u0000', 'a\u2028b', 'a\u3164', '\uFEFFa', '1\uFE0F'])(
    'finds one in %j',
    (name) => {
      expect(invisibleCharacters(name)).toHaveLength(1);
    },
  );

  it('leaves a name that means the same when they are replaced', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const found = invisibleCharacters(text);
        const repaired = found
          .toReversed()
          .reduce(
            (rest, { index, length, replacement }) => rest.slice(0, index) + replacement + rest.slice(index + length),
            text,
          );
        expect(normaliseName(repaired)).toBe(normaliseName(text));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('isPrintable', () => {
  it.each(['Résumé / 50 % ½', '日本語', '👨‍👩‍👧'])('accepts %s', (name) => expect(isPrintable(name)).toBe(true));
  it.each(['a\u0007', 'a\nb', '\uD800', '\uE000', '\u2029'])('refuses %j', (name) =>
    expect(isPrintable(name)).toBe(false),
  );
});

it('counts an emoji as one character', () => expect(lengthOf('a😀')).toBe(2));

it('the offset behind some characters counts an emoji once', () => {
  expect([0, 1, 2, 3, 9].map((count) => offsetAfter('a😀b', count))).toEqual([0, 1, 3, 4, 4]);
});
