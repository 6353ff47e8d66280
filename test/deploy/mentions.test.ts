import { expect, test } from 'vitest';
import { deletes, projectAround } from '#core/deploy/index.ts';
import { readSource } from '#core/text/parse.ts';
import { catalog } from './support.ts';

const QUERIES = `kind: ConversationAggregates
interval: last 7 days
metrics: [nOffered]
where: { queue: Billing, wrapUpCode: { category: support } }
---
kind: ConversationDetails
interval: last 7 days
where: { wrapUpCode: [Refund, Refund, exists] }
---
kind: ConversationDetails
where: { wrapUpCode: { code: ESC_1 } }
output: { exclude: { wrapUpName: Voicemail } }
`;
const RULES = `kind: SurveyRules
fields: { nps: { type: integer } }
rules:
  - { when: { nps: 1 }, assign: none }
  - { when: { nps: 2 }, assign: ESC_1 }
otherwise: Refund
tests:
  - { given: { nps: 2 }, expect: Voicemail }
`;

test('queries and rules that name a code are found with their place, as they are run and tried', () => {
  const sources = [readSource('a.query.yaml', QUERIES), readSource('b.survey.yaml', RULES)];
  const { mentions } = projectAround([], sources);
  expect(mentions.map((one) => `${one.path}, ${one.what}: ${one.by} ${one.text}`)).toEqual([
    'a.query.yaml, query 2: name Refund',
    'a.query.yaml, query 2: name exists',
    'a.query.yaml, query 3: code ESC_1',
    'a.query.yaml, query 3: name Voicemail',
    'b.survey.yaml, rule 2: either ESC_1',
    'b.survey.yaml, otherwise: either Refund',
  ]);
});

test('a file that is half typed still says what it can', () => {
  const broken = readSource('b.survey.yaml', `${RULES}oops: [`);
  expect(projectAround([], [broken]).mentions).toHaveLength(2);
});

test('other catalogs of the project are told apart by whether they can be read', () => {
  const around = projectAround(
    [
      { path: 'a.wrapup.yaml', source: readSource('a.wrapup.yaml', 'kind: WrapUpCatalog\ncodes: [{ name: A }]\n') },
      { path: 'b.wrapup.yaml', source: readSource('b.wrapup.yaml', 'kind: WrapUpCatalog\ncodes: [{ nmae: A }]\n') },
      { path: 'c.wrapup.yaml', source: undefined },
    ],
    [],
  );
  expect(around.catalogs).toEqual([catalog([{ name: 'A' }])]);
  expect(around.unreadable).toEqual(['b.wrapup.yaml', 'c.wrapup.yaml']);
});

test('who names a code matters where one is deleted', () => {
  expect(deletes([catalog([{ name: 'A' }, { name: 'B', state: 'retired' }])])).toBe(false);
  expect(deletes([catalog([{ name: 'A', state: 'deleted' }])])).toBe(true);
});
