import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { check } from '#core/check/index.ts';
import { readSource } from '#core/text/parse.ts';

const PATH = 'client/media/sample.wrapup.yaml';
/** An unsaved file has no name that tells its kind. */
const source = readSource('Untitled-1', readFileSync(PATH, 'utf8'));

test('the sample has the one mistake that the walkthrough speaks of, with a fix', () => {
  const problems = check(source, { now: Date.UTC(2026, 10, 20) });
  const underlined = problems.map(({ range }) =>
    source.text.slice(source.lines.offsetAt(range.start), source.lines.offsetAt(range.end)),
  );
  expect(underlined).toEqual(['suport']);
  expect(problems[0]?.fixes.map(({ edits }) => edits.map(({ newText }) => newText))).toContainEqual(['support']);
});
