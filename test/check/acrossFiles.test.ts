/** What the catalogs of a project say about each other, read as the command line reads them. */
import { expect, test } from 'vitest';
import { check, type Problem } from '#core/check/index.ts';
import { readSource } from '#core/text/parse.ts';
import { elsewhereIn } from '#core/workspace/index.ts';
import { now } from '../fixtures/context.ts';

/** The problems of each file, all being catalogs of one project. */
function problemsIn(files: Readonly<Record<string, string>>, isWhole = true): Record<string, readonly Problem[]> {
  const sources = Object.entries(files).map(([name, text]) => readSource(name, `kind: WrapUpCatalog\n${text}`));
  const elsewhere = elsewhereIn(isWhole ? sources : [...sources, undefined]);
  return Object.fromEntries(
    sources.map((source) => [source.name, check(source, { now, elsewhere: elsewhere(source.name) })]),
  );
}

const codesIn = (problems: readonly Problem[] | undefined): readonly string[] | undefined =>
  problems?.map(({ code }) => code);

test.each([
  ['name: Refund', 'name: Refund', 'duplicate-name', "Another code in 'b.wrapup.yaml' has the name 'Refund' too."],
  ['name: Refund', 'name: refund', 'name-twin', "The name 'refund' in 'b.wrapup.yaml' differs from this one only by"],
  ['{ name: A, code: X }', '{ name: B, code: X }', 'duplicate-code', "Another wrap-up code in 'b.wrapup.yaml' has"],
  ['{ name: A, code: X }', '{ name: B, code: x }', 'code-twin', "The 'code' 'x' in 'b.wrapup.yaml' differs from"],
  ['{ name: A, formerly: [X] }', '{ name: B, formerly: [X] }', 'formerly-twice', "Another code in 'b.wrapup.yaml' was"],
])('%s and %s in two files: both ends are marked', (one, other, code, message) => {
  const problems = problemsIn({
    'w/a.wrapup.yaml': `codes:\n  - ${one}\n`,
    'w/b.wrapup.yaml': `codes:\n  - ${other}\n`,
  });
  expect(codesIn(problems['w/a.wrapup.yaml'])).toEqual([code]);
  expect(codesIn(problems['w/b.wrapup.yaml'])).toEqual([code]);
  const [problem] = problems['w/a.wrapup.yaml'] ?? [];
  expect(problem?.message).toContain(message);
  expect(problem?.related).toMatchObject([{ file: 'w/b.wrapup.yaml', range: { start: { line: 2 } } }]);
});

test('an earlier name that a code of another file has now is told where it is claimed', () => {
  const problems = problemsIn({
    'a.wrapup.yaml': 'codes:\n  - { name: New, formerly: [Refund] }\n',
    'b.wrapup.yaml': 'codes:\n  - name: Refund\n',
  });
  expect(codesIn(problems['a.wrapup.yaml'])).toEqual(['formerly-in-use']);
  expect(problems['a.wrapup.yaml']?.[0]?.message).toContain("the present name of another code in 'b.wrapup.yaml',");
  expect(problems['b.wrapup.yaml']).toEqual([]);
});

test('codes that never meet in one environment may share a name, whatever their files', () => {
  const problems = problemsIn({
    'a.wrapup.yaml': 'codes:\n  - { name: Refund, environments: [dev] }\n',
    'b.wrapup.yaml': 'codes:\n  - { name: Refund, environments: [prod] }\n',
  });
  expect(Object.values(problems).flat()).toEqual([]);
});

test('what stands in the same file is named before what stands in another', () => {
  const problems = problemsIn({
    'a.wrapup.yaml': 'codes:\n  - name: Refund\n',
    'b.wrapup.yaml': 'codes:\n  - name: Refund\n  - name: Refund\n',
  });
  expect(problems['b.wrapup.yaml']?.map(({ related }) => related?.[0]?.file)).toEqual([undefined, undefined]);
  expect(problems['a.wrapup.yaml']?.[0]?.related?.[0]).toMatchObject({
    file: 'b.wrapup.yaml',
    range: { start: { line: 2 } },
  });
});

test('a queue is declared once in a project, and used in all of it', () => {
  const problems = problemsIn({
    'a.wrapup.yaml': 'queues: { Billing: {} }\ncodes:\n  - { name: One, queues: [Claims] }\n',
    'b.wrapup.yaml': 'queues: { billing: {}, Claims: {} }\ncodes:\n  - { name: Two, queues: [Billing] }\n',
  });
  expect(codesIn(problems['a.wrapup.yaml'])).toEqual(['queue-declared-twice']);
  expect(problems['a.wrapup.yaml']?.[0]).toMatchObject({
    message: "The queue 'Billing' is also declared in 'b.wrapup.yaml'. Declare it once.",
    related: [{ file: 'b.wrapup.yaml' }],
  });
  expect(codesIn(problems['b.wrapup.yaml'])).toEqual(['queue-declared-twice']);
});

test('nothing is known to be missing while a catalog cannot be read, and what is seen twice is seen', () => {
  const files = {
    'a.wrapup.yaml': 'codes:\n  - { name: One, queues: [Nowhere] }\n',
    'b.wrapup.yaml': 'codes:\n  - name: One\n',
  };
  expect(codesIn(problemsIn(files)['a.wrapup.yaml'])).toEqual(['duplicate-name', 'undeclared-queue']);
  expect(codesIn(problemsIn(files, false)['a.wrapup.yaml'])).toEqual(['duplicate-name']);
});

test('a prompt that another file declares is told, and no fix edits that file', () => {
  const problems = problemsIn({
    'a.wrapup.yaml': 'codes:\n  - { name: One, queues: [Billing], mandatory: true }\n',
    'b.wrapup.yaml': 'queues: { Billing: { afterCallWork: { prompt: OPTIONAL } } }\ncodes: []\n',
  });
  const [problem] = problems['a.wrapup.yaml'] ?? [];
  expect(problem).toMatchObject({ code: 'mandatory-not-asked', related: [{ file: 'b.wrapup.yaml' }] });
  expect(problem?.fixes.map(({ title }) => title)).toEqual(["Change to 'false'"]);
});

/** Codes with names of their own, all on one queue by the catalog's default. */
function many(from: number, count: number, head = ''): string {
  const codes = Array.from({ length: count }, (_, index) => `  - { name: Code ${from + index} }\n`);
  return `${head}defaults: { queues: [Billing] }\ncodes:\n${codes.join('')}`;
}

test('a queue is full of the codes of all catalogs, and it is told where it is declared', () => {
  const declared = problemsIn({
    'a.wrapup.yaml': many(0, 600),
    'b.wrapup.yaml': many(600, 401, 'queues: { Billing: {} }\n'),
  });
  expect(declared['a.wrapup.yaml']).toEqual([]);
  expect(declared['b.wrapup.yaml']).toMatchObject([
    {
      code: 'queue-too-full',
      range: { start: { line: 1, character: 10 } },
      related: [{ message: 'Code number 1001' }],
    },
  ]);
});

test('a queue that nobody declares is told in the catalog whose code is one too many', () => {
  const fits = problemsIn({ 'a.wrapup.yaml': many(0, 600), 'b.wrapup.yaml': many(600, 400) }, false);
  expect(Object.values(fits).flat()).toEqual([]);
  const full = problemsIn({ 'a.wrapup.yaml': many(0, 600), 'b.wrapup.yaml': many(600, 401) }, false);
  expect(full['a.wrapup.yaml']).toEqual([]);
  expect(full['b.wrapup.yaml']).toMatchObject([{ code: 'queue-too-full', range: { start: { line: 1 } } }]);
});
