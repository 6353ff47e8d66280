/** The same repair for all problems of a kind. */
import { expect, test } from 'vitest';
import { check } from '#core/check/index.ts';
import { fixesOfKind, fixesTitled } from '#core/check/fixes/jointFix.ts';
import { readSource } from '#core/text/parse.ts';
import { applyFix } from '../fixtures/apply.ts';
import { now } from '../fixtures/context.ts';

const text = [
  'kind: WrapUpCatalog',
  'naming: platform',
  'codes:',
  '  - { name: One, colour: red, formerly: [One, Two] }',
  '  - { name: Two, descripton: x, validThrough: 2020-01-01T00:00:00Z }',
  '  - { name: Three, descripton: y, formerly: [Two], validThrough: 2020-01-01T00:00:00Z }',
  '',
].join('\n');
const source = readSource('x.wrapup.yaml', text);
const problems = check(source, { now });
const codes = (fixed: readonly { readonly code: string }[]): readonly string[] => fixed.map(({ code }) => code);

test('the obvious repair of a kind is made everywhere, and no other', () => {
  const { fixed, edits } = fixesOfKind(problems, 'unknown-field');
  expect(codes(fixed)).toEqual(['unknown-field', 'unknown-field']);
  const after = applyFix(source, { title: '', edits });
  expect(after).toBe(text.replaceAll('descripton', 'description'));
});

test('a repair that was chosen is made everywhere', () => {
  const { fixed, edits } = fixesTitled(problems, 'code-expired', "Retire the code: 'state: retired'");
  expect(fixed).toHaveLength(2);
  expect(applyFix(source, { title: '', edits }).match(/state: retired/g)).toHaveLength(2);
  expect(fixesOfKind(problems, 'code-expired').edits).toEqual([]);
});

test('of repairs that meet one is made', () => {
  const names = 'kind: WrapUpCatalog\ncodes:\n  - name: A?\n  - name: B?\n';
  const found = check(readSource('x.wrapup.yaml', names), { now });
  const title = "Accept every name that Genesys accepts: 'naming: platform'";
  expect(found.filter(({ fixes }) => fixes.some((fix) => fix.title === title))).toHaveLength(2);
  expect(fixesTitled(found, 'name-characters', title).fixed).toHaveLength(1);
});
