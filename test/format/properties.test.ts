/** What must hold for every file that is formatted. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { globSync } from 'tinyglobby';
import { expect, test } from 'vitest';
import { formatEdits } from '#core/format/index.ts';
import { readSource } from '#core/text/parse.ts';
import type { Range } from '#core/text/position.ts';
import { toValue } from '#core/text/walk.ts';
import { brokenCatalogs, torn } from '../fixtures/broken.ts';
import { brokenQueries } from '../fixtures/brokenQueries.ts';
import { catalogTexts } from '../support/randomTexts.ts';
import { formatted } from './formatted.ts';
import { untidy } from './untidy.ts';

const files = globSync('{examples,test,core,client/media}/**/*.yaml', {
  cwd: new URL('../..', import.meta.url).pathname,
});
const textOf = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const withoutSpace = (text: string): string => text.replaceAll(/\s/g, '');
const valuesOf = (text: string): unknown => readSource('x.yaml', text).documents.map(({ root }) => toValue(root));
const problemsOf = (text: string): unknown => readSource('x.yaml', text).problems.map(({ code }) => code);

function expectOnlyWhiteSpace(text: string, after: string): void {
  expect(withoutSpace(after)).toBe(withoutSpace(text));
  expect(valuesOf(after)).toEqual(valuesOf(text));
  expect(problemsOf(after)).toEqual(problemsOf(text));
}

const texts = fc.oneof(
  { arbitrary: untidy, weight: 3 },
  brokenCatalogs,
  brokenQueries,
  torn(untidy),
  torn(brokenCatalogs),
  catalogTexts(),
);

test('only white space changes, and no value', () => {
  fc.assert(
    fc.property(texts, (text) => expectOnlyWhiteSpace(text, formatted(text))),
    { numRuns: 500, examples: [['a: x\n---\n{ c :  "a, b" ,  "b"{ :  x }']] },
  );
});

test('what was formatted stays as it is', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const once = formatted(text);
      expect(formatted(once)).toBe(once);
    }),
    {
      numRuns: 500,
      examples: [['a:\n-\n   - [\n \r\n       x,\n\n  { k: x }   ]\n   - x\n- x\n'], ['a: { b: &a  }']],
    },
  );
});

test('a range changes its own lines only', () => {
  fc.assert(
    fc.property(texts, fc.nat(), fc.nat(), (text, a, b) => {
      const source = readSource('x.yaml', text);
      const [start, end] = [a % (text.length + 1), b % (text.length + 1)].toSorted((x, y) => x - y);
      const range: Range = source.lines.rangeOf({ start: start ?? 0, end: end ?? 0 });
      for (const edit of formatEdits(source, range, { tabSize: 2 })) {
        expect(edit.range.start.line).toBeGreaterThanOrEqual(range.start.line);
        expect(edit.range.end.line).toBeLessThanOrEqual(range.end.line);
      }
      expectOnlyWhiteSpace(text, formatted(text, range));
    }),
    { numRuns: 500 },
  );
});

test('every file of the repository keeps its values and comments', () => {
  for (const path of files) {
    const text = textOf(path);
    for (const written of [text, text.replaceAll('\n', '\r\n')]) {
      const after = formatted(written);
      expectOnlyWhiteSpace(written, after);
      expect({ path, after: formatted(after) }).toEqual({ path, after });
    }
  }
});

test('a tidy file needs nothing', () => {
  for (const path of files.filter((file) => /^examples\/[^/]+$|client\/media/.test(file)))
    expect({ path, text: formatted(textOf(path)) }).toEqual({ path, text: textOf(path) });
});
