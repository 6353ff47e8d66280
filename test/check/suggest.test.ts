import fc from 'fast-check';
import { expect, test } from 'vitest';
import { closest, newSuggest } from '#core/check/suggest.ts';

test.each([
  ['Biling', ['Claims', 'Billing'], 'Billing'],
  ['support_voice', ['Sales', 'Support Voice'], 'Support Voice'],
  ['agnet', ['queue', 'agent'], 'agent'],
  ['success', ['BUSINESS_SUCCESS', 'FAILURE'], 'BUSINESS_SUCCESS'],
  ['Zürich Süd', ['Zürich Nord', 'Zurich Süd'], 'Zurich Süd'],
  ['entirely else', ['Billing', 'Claims'], undefined],
  [
    'A very long name of a queue with a typinf mistake',
    ['A very long name of a queue with a typing mistake'],
    'A very long name of a queue with a typing mistake',
  ],
])('%j among %j is meant as %j', (text, known, meant) => {
  expect(closest(text, known)).toBe(meant);
});

/** Edits between two texts by the plainest of ways, a swap of neighbours being one. */
function edits(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_x, j) => i + j));
  const at = (i: number, j: number): number => table[i]?.[j] ?? Infinity;
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Infinity;
      const row = table[i];
      if (row)
        row[j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1), swap);
    }
  return at(a.length, b.length);
}

test('no other name is nearer than the one that is suggested', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é'), minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(word, fc.array(word, { maxLength: 8 }), (text, known) => {
      const limit = Math.max(1, Math.floor(text.length / 3)) + 1;
      const near = known.filter((name) => name !== text && edits(text, name) < limit);
      const meant = newSuggest()(text, known);
      if (near.length === 0) expect(meant === undefined || meant.includes(text)).toBe(true);
      else expect(edits(text, meant ?? '')).toBe(Math.min(...near.map((name) => edits(text, name))));
    }),
    { numRuns: 2000 },
  );
});

test('what is suggested does not depend on what was asked before', () => {
  const known = Array.from({ length: 1000 }, (_, at) => `Queue number ${at}`);
  const suggest = newSuggest();
  for (let at = 0; at < 500; at++) suggest(`Queeu numbr ${at}`, known);
  expect(suggest('Queeu number 999', known)).toBe('Queue number 999');
});
