import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compilePattern } from '#core/check/pattern.ts';

function found(source: string, text: string): boolean | string {
  const result = compilePattern(source);
  return 'pattern' in result ? result.pattern.found(text) : result.error;
}

test('patterns that stop a backtracking engine end at once', () => {
  const long = 'a'.repeat(256);
  for (const source of ['^(a+)+$', '^(a|aa)+$', '^(a*)*b', '(.*)*(.*)*(.*)*x', '^(\\w+\\s?)*$']) {
    expect(found(source, `${long}!`)).toBe(false);
  }
});

test('named groups match, and what cannot be used is said in words', () => {
  expect(found('(', '')).toMatch(/not a valid regular expression/);
  expect(found('(?<=a)b', '')).toMatch(/looks ahead or behind/);
  expect(found('(?i:a)b', '')).toMatch(/flags|not a valid/);
  expect(found('(a)\\1', '')).toMatch(/refers back/);
  expect(found('(?<word>a)b', 'ab')).toBe(true);
  expect(found('((a{200}){200}){200}', '')).toMatch(/repeats too much/);
});

/** Patterns from pieces that both engines know. */
const piece = fc.constantFrom(
  'a',
  'b',
  '.',
  '\\d',
  '[ab]',
  '[^a]',
  '\\bA',
  '(?:ab|c)',
  '\\p{Lu}',
  '\\.',
  '^',
  '$',
  '\\u{41}',
  'é',
);
const repeated = fc
  .tuple(piece, fc.constantFrom('', '', '*', '+', '?', '{2}', '{1,3}', '{2,}', '+?'))
  .map(([part, sign]) => (/^(?:\^|\$)$/.test(part) ? part : part + sign));
const patterns = fc
  .array(fc.array(repeated, { maxLength: 4 }), { minLength: 1, maxLength: 3 })
  .map((ways) => ways.map((way) => way.join('')).join('|'));

test('agrees with JavaScript on what is found', () => {
  fc.assert(
    fc.property(
      patterns,
      fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'x', '.', '1', 'A', 'é', ' ', '😀'), maxLength: 8 }),
      (source, text) => {
        expect(found(source, text)).toBe(new RegExp(source, 'u').test(text));
      },
    ),
  );
});
