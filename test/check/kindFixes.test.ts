/** Files that are no catalog yet: what a request to the API holds, and lists without a head. */
import { expect, test } from 'vitest';
import { check } from '#core/check/index.ts';
import { readSource } from '#core/text/parse.ts';
import { fixAll } from '../fixtures/apply.ts';
import { now } from '../fixtures/context.ts';

test.each<[string, string, string]>([
  [
    'a request of a tutorial, with its comments',
    '# from the script\n{\n  "codeName": "Voicemail", # shown\n  "mandatoryField": false,\n  "validFrom": null\n}\n# end\n',
    '# from the script\nkind: WrapUpCatalog\ncodes:\n  - {\n      "name": "Voicemail", # shown\n      "mandatory": false\n    }\n# end\n',
  ],
  [
    'a code that forgot its list',
    'kind: WrapUpCatalog\n\n# one\nname: One # why\nformerly:\n  - Old\n',
    'kind: WrapUpCatalog\n\n# one\ncodes:\n  - name: One # why\n    formerly:\n      - Old\n',
  ],
  [
    'a list of codes',
    '# mine\n- name: One\n  code: X\n',
    '# mine\nkind: WrapUpCatalog\ncodes:\n  - name: One\n    code: X\n',
  ],
  ['a list in JSON', '[\n  { "name": "One" }\n]\n', 'kind: WrapUpCatalog\ncodes:\n  [\n    { "name": "One" }\n  ]\n'],
  [
    'an answer of the API',
    '{\n  "entities": [{ "name": "One", "selfUri": "/x" }],\n  "pageSize": 25\n}\n',
    '{\n  "kind": "WrapUpCatalog",\n  "codes": [{ "name": "One" }]\n}\n',
  ],
  [
    'queues as a list',
    'kind: WrapUpCatalog\nqueues:\n  - Billing # all day\n  - "A: B"\ncodes:\n  - { name: One, queues: [Billing] }\n',
    'kind: WrapUpCatalog\nqueues:\n  Billing: {} # all day\n  "A: B": {}\ncodes:\n  - { name: One, queues: [Billing] }\n',
  ],
  [
    'queues as a list in a line',
    'kind: WrapUpCatalog\nqueues: [Billing, Claims]\ncodes: []\n',
    'kind: WrapUpCatalog\nqueues: {Billing: {}, Claims: {}}\ncodes: []\n',
  ],
  [
    'a code without its dash',
    'kind: WrapUpCatalog\ncodes:\n  name: One # why\n\n  # key\n  code: X\n',
    'kind: WrapUpCatalog\ncodes:\n  - name: One # why\n\n    # key\n    code: X\n',
  ],
  [
    'a code without its list',
    'kind: WrapUpCatalog\ncodes: { name: One }\n',
    'kind: WrapUpCatalog\ncodes: [{ name: One }]\n',
  ],
  [
    'a queue without its colon',
    'kind: WrapUpCatalog\nqueues:\n  Billing # all day\ncodes: []\n',
    'kind: WrapUpCatalog\nqueues:\n  Billing: {} # all day\ncodes: []\n',
  ],
  [
    'a key that is half of the right one',
    'kind: WrapUpCatalog\ncode:\n  - name: One\n',
    'kind: WrapUpCatalog\ncodes:\n  - name: One\n',
  ],
  ['an empty kind', 'kind:\ncodes: []\n', 'kind: WrapUpCatalog\ncodes: []\n'],
])('%s becomes a catalog', (_what, text, fixed) => {
  for (const eol of ['\n', '\r\n']) {
    const result = fixAll('x.wrapup.yaml', text.replaceAll('\n', eol), { now });
    expect(result).toBe(fixed.replaceAll('\n', eol));
    expect(check(readSource('x.wrapup.yaml', result), { now })).toEqual([]);
  }
});

test('what follows from a mistake is not told beside it', () => {
  const codesOf = (text: string): string[] => check(readSource('x.wrapup.yaml', text), { now }).map(({ code }) => code);
  expect(codesOf('kind: WrapUpCatalog\ncode:\n  - name: One\n')).toEqual(['unknown-field']);
  expect(codesOf('kind: WrapUpCatalog\ncodes:\n  - nam: One\n')).toEqual(['unknown-field']);
  expect(codesOf('kind: WrapUpCatalog\nname: Mine\ncategories: {}\n')).toEqual(['missing-field', 'unknown-field']);
  expect(codesOf('codeName: One\nroutingQueue: { id: x }\n')).toEqual(['code-at-top']);
  expect(codesOf('kind: WrapUpCatalog\nqueues: [Billing]\ncodes:\n  - { name: One, queues: [Billing] }\n')).toEqual([
    'wrong-type',
  ]);
  expect(
    codesOf('kind: WrapUpCatalog\nqueus: { Billing: {} }\ncodes:\n  - { name: One, queues: [Billing] }\n'),
  ).toEqual(['unknown-field']);
  expect(
    codesOf(
      'kind: WrapUpCatalog\ncategories:\n  sales: lead\ncodes:\n  - { name: One, category: sales, subcategory: lead }\n',
    ),
  ).toEqual(['wrong-type']);
  expect(codesOf('kind: WrapUpCatalog\ncodes:\n  - name: &\n')).toEqual(['yaml-syntax']);
});
