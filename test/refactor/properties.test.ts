/** What must hold for every catalog and every place in it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { check } from '#core/check/index.ts';
import { meaningOf } from '#core/refactor/meaning.ts';
import { refactorings, wholeFileActions, wholeFileEdits, type WholeFileActionId } from '#core/refactor/index.ts';
import { readSource } from '#core/text/parse.ts';
import type { Range } from '#core/text/position.ts';
import type { SourceFile } from '#core/text/tree.ts';
import { childOf, toValue } from '#core/text/walk.ts';
import { applyFix } from '../fixtures/apply.ts';
import { brokenCatalogs } from '../fixtures/broken.ts';
import { brokenQueries } from '../fixtures/brokenQueries.ts';
import { now } from '../fixtures/context.ts';
import { catalogTexts, soundCatalogTexts } from '../support/randomTexts.ts';
import { applied, name } from './refactored.ts';

const texts = fc.oneof(soundCatalogTexts(), catalogTexts(), brokenCatalogs, brokenQueries);

/** Somewhere in the text, and sometimes more than a place. */
function rangeIn({ text, lines }: SourceFile, at: number, length: number): Range {
  const start = at % (text.length + 1);
  return lines.rangeOf({ start, end: Math.min(text.length, start + length) });
}

const errorsIn = (source: SourceFile): number =>
  check(source, { now }).filter(({ severity }) => severity === 'error').length;
const commentsIn = (text: string): readonly string[] =>
  [...text.matchAll(/(?<=^|\s)#[^\r\n]*/g)].map(([comment]) => comment.trimEnd()).toSorted();

/** Ways to write the same. */
const sameMeaning = /^(?:Write|Take) |quotes/;

test('a refactoring brings no error and loses no comment', () => {
  const offered = new Set<string>();
  fc.assert(
    fc.property(texts, fc.nat(), fc.nat({ max: 80 }), (text, at, length) => {
      const source = readSource(name, text);
      for (const refactoring of refactorings(source, rangeIn(source, at, length), { now })) {
        const { title } = refactoring;
        offered.add(title.replaceAll(/\d+/g, 'n'));
        const after = readSource(name, applied(source, refactoring));
        expect({ title, syntax: after.problems.length }).toEqual({ title, syntax: source.problems.length });
        expect({ title, worse: errorsIn(after) > errorsIn(source) }).toEqual({ title, worse: false });
        expect({ title, comments: commentsIn(after.text) }).toEqual({ title, comments: commentsIn(text) });
        if (sameMeaning.test(title))
          expect({ title, means: meaningOf(after) }).toEqual({ title, means: meaningOf(source) });
      }
    }),
    { numRuns: 400 },
  );
  expect(offered.size).toBeGreaterThan(12);
});

test('sorting is a permutation, and sorted codes stay as they are', () => {
  const action = fc.constantFrom<WholeFileActionId>('sort-by-name', 'sort-by-code', 'sort-by-category');
  fc.assert(
    fc.property(texts, fc.nat(), action, (text, at, id) => {
      const source = readSource(name, text);
      const range = rangeIn(source, at, 0);
      const result = wholeFileEdits(id, source, range);
      if ('refusal' in result) return;
      const after = applyFix(source, { title: id, edits: result.edits });
      const linesOf = (written: string): readonly string[] => written.split(/\r?\n/).toSorted();
      expect(linesOf(after)).toEqual(linesOf(text));
      const entries = (written: string): readonly string[] =>
        readSource(name, written).documents.flatMap(({ root }) => {
          const codes = childOf(root, 'codes');
          return codes?.kind === 'seq' ? codes.items.map((item) => JSON.stringify(toValue(item))) : [];
        });
      expect(entries(after).toSorted()).toEqual(entries(text).toSorted());
      const again = wholeFileEdits(id, readSource(name, after), range);
      expect(again).toEqual({ refusal: 'The codes are in this order already.' });
    }),
    { numRuns: 400 },
  );
});

test('what was taken out of the codes and written into them again means the same', () => {
  let count = 0;
  fc.assert(
    fc.property(texts, fc.nat(), fc.nat({ max: 200 }), (text, at, length) => {
      const source = readSource(name, text);
      const range = rangeIn(source, at, length);
      for (const { id } of wholeFileActions(source, range)) {
        if (!id.startsWith('extract') && !id.startsWith('inline')) continue;
        const result = wholeFileEdits(id, source, range);
        if ('refusal' in result) continue;
        count++;
        const after = readSource(name, applyFix(source, { title: id, edits: result.edits }));
        expect({ id, means: meaningOf(after) }).toEqual({ id, means: meaningOf(source) });
        expect({ id, comments: commentsIn(after.text) }).toEqual({ id, comments: commentsIn(text) });
        if (id.startsWith('inline')) continue;
        const back = id === 'extract-queues' ? 'inline-queues' : 'inline-division';
        const undone = wholeFileEdits(back, after, after.lines.rangeOf({ start: 0, end: 0 }));
        if ('refusal' in undone) throw new Error(undone.refusal);
        expect(meaningOf(readSource(name, applyFix(after, { title: back, edits: undone.edits })))).toBe(
          meaningOf(source),
        );
      }
    }),
    { numRuns: 400 },
  );
  expect(count).toBeGreaterThan(5);
});
