/** Every rule has a repair, or a reason why there is none. */
import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { expect, test } from 'vitest';
import { check } from '#core/check/index.ts';
import { rules } from '#core/check/rules/index.ts';
import { readSource } from '#core/text/parse.ts';
import { contextFor } from '../fixtures/context.ts';
import { syntax, withoutFix } from './withoutFix.ts';

/** A thousand codes are no file to read. */
const withoutData = new Set(['queue-too-full']);

const folder = new URL('../../core/check/rules/', import.meta.url);
const problems = globSync('*.yaml', { cwd: folder.pathname }).flatMap((file) => {
  const text = readFileSync(new URL(file, folder), 'utf8');
  const kind = /\.(query|survey)\.yaml$/.exec(file)?.[1] ?? 'wrapup';
  const found = check(readSource(`fixture.${kind}.yaml`, text), contextFor(text));
  return found.map((problem) => ({ ...problem, file }));
});
const fixed = new Set(problems.filter(({ fixes }) => fixes.length > 0).map(({ code }) => code));
const codes = rules.map(({ code }) => code).filter((code) => !withoutData.has(code));

test('a problem without a repair has a reason', () => {
  expect(codes.filter((code) => !fixed.has(code) && withoutFix[code] === undefined)).toEqual([]);
});

test('a reason belongs to a rule that has no repair', () => {
  expect(Object.keys(withoutFix).filter((code) => !codes.includes(code) || fixed.has(code))).toEqual([]);
});

test('no problem has two repairs that are obvious', () => {
  const obvious = problems.filter(({ fixes }) => fixes.filter(({ preferred }) => preferred === true).length > 1);
  expect(obvious.map(({ file, code }) => `${file}: ${code}`)).toEqual([]);
});

test('a problem of the YAML has a repair, or a reason', () => {
  const repaired = Object.entries(syntax).flatMap(([code, entry]) => ('repaired' in entry ? [{ code, ...entry }] : []));
  for (const { code, repaired: text } of repaired) {
    const own = check(readSource('x.wrapup.yaml', text), contextFor(text)).filter((problem) => problem.code === code);
    expect({ code, fixes: own.flatMap(({ fixes }) => fixes).length > 0 }).toEqual({ code, fixes: true });
  }
});

test('a word that is still being typed gets its colon when somebody asks, and not on save', () => {
  const text = 'kind: WrapUpCatalog\ncodes:\n  - name: A\n    desc\n    code: X\n';
  const [problem] = check(readSource('x.wrapup.yaml', text), contextFor(text));
  expect(problem?.fixes.map(({ title, preferred }) => ({ title, preferred }))).toEqual([
    { title: 'Add the colon', preferred: undefined },
  ]);
});
