/** In a long file, an editor asks about the head and the entries at the cursor. */
import { expect, test } from 'vitest';
import { formatEdits } from '#core/format/index.ts';
import { refactorings, wholeFileActions, wholeFileEdits } from '#core/refactor/index.ts';
import { openText } from '#core/text/live/index.ts';
import { readSource } from '#core/text/parse.ts';
import type { Range, TextEdit } from '#core/text/position.ts';
import { applyFix } from '../fixtures/apply.ts';
import { now } from '../fixtures/context.ts';
import { name } from './refactored.ts';

const count = 300;
const text = [
  'kind: WrapUpCatalog',
  'defaults: { queues: [A] }',
  'codes:',
  ...Array.from({ length: count }, (_, index) => [
    `  # number ${index}`,
    `  - name: Code ${count - index}`,
    '    queues: [A]',
    `    description:   text ${index}   `,
  ]).flat(),
  'division: X',
  '',
].join('\n');
const live = openText(name, text);
const source = readSource(name, text);

/** The lines of two entries in the middle. */
const range: Range = { start: { line: 404, character: 6 }, end: { line: 408, character: 6 } };
const excerpt = live.excerpt(range);
const inExcerpt = (): Range => {
  const [start, end] = [excerpt.fromFile(range.start), excerpt.fromFile(range.end)];
  if (start === undefined || end === undefined) throw new Error('The excerpt does not have the range.');
  return { start, end };
};
const toFile = (edits: readonly TextEdit[]): readonly TextEdit[] =>
  edits.map((edit) => ({
    ...edit,
    range: { start: excerpt.toFile(edit.range.start), end: excerpt.toFile(edit.range.end) },
  }));

test('an excerpt is a small part of the file, and says the same about its entries', () => {
  expect(excerpt.source.text.length).toBeLessThan(text.length / 10);
  const found = refactorings(excerpt.source, inExcerpt(), { now });
  const whole = refactorings(source, range, { now });
  expect(found.map(({ title }) => title)).toContain('Take the queues of these 2 codes from the catalog');
  expect(found.map(({ title, kind, edits }) => ({ title, kind, edits: toFile(edits) }))).toEqual(whole);
  expect(wholeFileActions(excerpt.source, inExcerpt())).toEqual(wholeFileActions(source, range));
});

test('a range is formatted alike', () => {
  const options = { tabSize: 2 };
  const edits = formatEdits(excerpt.source, inExcerpt(), options);
  expect(edits.length).toBeGreaterThan(1);
  expect(toFile(edits)).toEqual(formatEdits(source, range, options));
});

test('a long file is sorted whole', () => {
  const result = wholeFileEdits('sort-by-name', source, range);
  const sorted = 'edits' in result ? applyFix(source, { title: 'Sort', edits: result.edits }) : '';
  expect(sorted.split('\n').toSorted()).toEqual(text.split('\n').toSorted());
  expect(sorted).toContain(`codes:\n  # number ${count - 1}\n  - name: Code 1\n`);
});
