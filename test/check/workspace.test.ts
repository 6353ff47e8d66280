import { expect, test } from 'vitest';
import { readSource } from '#core/text/parse.ts';
import { declaredQueues, fileKindOf, isOurFile, readCatalogs, readProject } from '#core/workspace/index.ts';

const catalog = (text: string) => readSource('x.wrapup.yaml', `kind: WrapUpCatalog\n${text}`);

test('a file name says what a file is', () => {
  expect(
    [
      'a/b.wrapup.yaml',
      'B.WRAPUP.YML',
      'file:///x/genesys.yml',
      'c\\d.query.json',
      'e.survey.yaml',
      'f.yaml',
      'wrapup.yaml',
    ].map(fileKindOf),
  ).toEqual(['WrapUpCatalog', 'WrapUpCatalog', 'GenesysProject', 'query', 'SurveyRules', undefined, undefined]);
  expect(isOurFile('x.wrapup.yaml')).toBe(true);
});

test('a catalog gives its data, what was not written being absent', () => {
  expect(
    readCatalogs(
      catalog('codes:\n  - { name: One, queues: &q [A], description: "" }\n  - { name: Two, queues: *q }\n'),
    ),
  ).toEqual([
    {
      kind: 'WrapUpCatalog',
      codes: [
        { name: 'One', queues: ['A'], description: '' },
        { name: 'Two', queues: ['A'] },
      ],
    },
  ]);
});

test('a repeated value is a warning and costs no data', () => {
  expect(readCatalogs(catalog('codes:\n  - { name: One, queues: [A, A] }\n'))[0]?.codes[0]?.queues).toEqual(['A']);
});

test('a file that is broken or does not fit gives none', () => {
  expect(readCatalogs(catalog('codes:\n  - { name: 7 }\n'))).toEqual([]);
  expect(readCatalogs(catalog('codes: [\n'))).toEqual([]);
  expect(readCatalogs(catalog('codes: []\nqueues: { A: , A: }\n'))).toEqual([]);
  expect(readProject(readSource('genesys.yaml', 'kind: GenesysProject\nsecret: x\n'))).toBeUndefined();
});

test('a project file gives its data', () => {
  expect(readProject(readSource('genesys.yaml', 'kind: GenesysProject\nnaming: platform\n'))).toEqual({
    kind: 'GenesysProject',
    naming: 'platform',
  });
});

test('the queues that files declare are known whatever else is wrong with them', () => {
  const [one, two] = [
    catalog('queues: { Billing: {}, Shared: {} }\ncodes: []\n'),
    catalog('queues: { Claims: {}, shared: {} }\ncodes: [\n'),
  ];
  expect(declaredQueues([one, two])).toEqual(new Set(['billing', 'shared', 'claims']));
});
