import { describe, expect, it } from 'vitest';
import { definitionsAt, highlightsAt, referencesAt } from '#core/workspace/navigate/index.ts';
import { withCursor } from './files.ts';
import { opened, shown, type Files } from './project.ts';

function referencesIn(files: Files): readonly string[] {
  const { files: all, file, position } = opened(files);
  return shown(all, referencesAt(file, position, all));
}

function definitionsIn(files: Files): readonly string[] {
  const { files: all, file, position } = opened(files);
  return shown(all, definitionsAt(file, position, all));
}

describe('references', () => {
  it.each([
    [
      'the name of a code',
      'name: Re¦fund',
      [
        'a.wrapup.yaml:12 Refund',
        'b.query.yaml:8 Refund',
        'b.query.yaml:13 Refund',
        'b.query.yaml:18 refund',
        'c.survey.yaml:6 Refund',
        'c.survey.yaml:10 Refund',
      ],
    ],
    [
      'the `code` of a code',
      'code: ¦WU_LEAD',
      ['a.wrapup.yaml:22 WU_LEAD', 'b.query.yaml:8 WU_LEAD', 'b.query.yaml:18 WU_LEAD', 'c.survey.yaml:7 WU_LEAD'],
    ],
    [
      'a category',
      'support¦: [resolved',
      [
        'a.wrapup.yaml:5 support',
        'a.wrapup.yaml:14 support',
        'a.wrapup.yaml:18 support',
        'a.wrapup.yaml:28 support',
        'b.query.yaml:6 support',
        'b.query.yaml:6 support',
      ],
    ],
    [
      'a subcategory of its own category alone',
      'subcategory: other¦\n    reportingTags',
      ['a.wrapup.yaml:5 other', 'a.wrapup.yaml:29 other', 'b.query.yaml:6 other'],
    ],
    [
      'a tag',
      '- priority:hi¦gh',
      ['a.wrapup.yaml:18 priority:high', 'a.wrapup.yaml:31 priority:high', 'b.query.yaml:6 priority:high'],
    ],
    [
      'a queue, however it is spelled',
      '[¦support  voice',
      [
        'a.wrapup.yaml:7 Support Voice',
        'a.wrapup.yaml:10 Support Voice',
        'a.wrapup.yaml:17 support  voice',
        'b.query.yaml:4 Support Voice',
        'genesys.yaml:5 Support Voice',
      ],
    ],
    [
      'a division',
      'division: Supp¦ort',
      ['a.wrapup.yaml:2 Support', 'b.query.yaml:8 Support', 'genesys.yaml:5 Support'],
    ],
    ['an environment', 'environments: [dev, pro¦d]', ['a.wrapup.yaml:25 prod', 'genesys.yaml:8 prod']],
  ])('of %s are in all files', (_what, place, expected) => {
    expect(referencesIn(withCursor('a.wrapup.yaml', place)).toSorted()).toEqual(expected.toSorted());
  });

  it.each([
    [
      'b.query.yaml',
      'sub:res¦olved',
      ['a.wrapup.yaml:5 resolved', 'a.wrapup.yaml:15 resolved', 'b.query.yaml:6 resolved'],
    ],
    [
      'b.query.yaml',
      '¦cat:sales',
      ['a.wrapup.yaml:4 sales', 'a.wrapup.yaml:23 sales', 'b.query.yaml:8 sales', 'b.query.yaml:8 sales'],
    ],
    [
      'c.survey.yaml',
      'assign: WU_ESC¦',
      ['a.wrapup.yaml:27 WU_ESC', 'c.survey.yaml:5 WU_ESC', 'c.survey.yaml:9 WU_ESC'],
    ],
    ['genesys.yaml', 'pro¦d:', ['a.wrapup.yaml:25 prod', 'genesys.yaml:8 prod']],
    [
      'genesys.yaml',
      'queues: { ¦Support Voice',
      [
        'a.wrapup.yaml:7 Support Voice',
        'a.wrapup.yaml:10 Support Voice',
        'a.wrapup.yaml:17 support  voice',
        'b.query.yaml:4 Support Voice',
        'genesys.yaml:5 Support Voice',
      ],
    ],
  ] as const)('from %s at %s', (file, place, expected) => {
    expect(referencesIn(withCursor(file, place)).toSorted()).toEqual([...expected].toSorted());
  });

  it('say which of them gives the name', () => {
    const { files, file, position } = opened(withCursor('c.survey.yaml', 'assign: Refund¦'));
    expect(referencesAt(file, position, files).map(({ role }) => role)).toEqual([
      'declaration',
      'reference',
      'reference',
      'reference',
      'reference',
      'reference',
    ]);
  });

  it.each(['¦kind: WrapUpCatalog', 'membership: ¦exact', 'categories¦:', 'region: mypure¦cloud.ie'])(
    'there are none of %s',
    (place) => {
      const text = `kind: WrapUpCatalog\ncategories: {}\nqueues: { A: { membership: exact } }\nregion: mypurecloud.ie\n`;
      expect(referencesIn({ 'a.wrapup.yaml': text.replace(place.replace('¦', ''), place) })).toEqual([]);
    },
  );

  it('are found through an alias, once', () => {
    const text = `kind: WrapUpCatalog
queues: { Billing: {}, Claims: {} }
defaults: { queues: &all [Billing, Claims] }
codes:
  - { name: A, queues: *all }
  - { name: B, queues: [¦Claims] }
`;
    expect(referencesIn({ 'a.wrapup.yaml': text })).toEqual([
      'a.wrapup.yaml:2 Claims',
      'a.wrapup.yaml:3 Claims',
      'a.wrapup.yaml:6 Claims',
    ]);
  });

  it('do not mistake ids, words of queries and the system for names', () => {
    const text = `kind: ConversationDetails
interval: today
where:
  queue: exists
  division: 6f1f0c52-7d3b-4c1e-9a57-2f8d3e5b1a90
  wrapUpCode: [ININ-WRAP-UP-TIMEOUT, Default Wrap-up Code]
`;
    for (const word of ['exists', '6f1f0c52', 'ININ-WRAP', 'Default'])
      expect(referencesIn({ 'a.query.yaml': text.replace(word, `¦${word}`) })).toEqual([]);
  });

  it('know __proto__ and constructor as names like others', () => {
    const text = `kind: WrapUpCatalog
categories: { __proto__: [constructor] }
codes:
  - { name: toString, category: __pro¦to__, subcategory: constructor }
`;
    expect(referencesIn({ 'a.wrapup.yaml': text })).toEqual(['a.wrapup.yaml:2 __proto__', 'a.wrapup.yaml:4 __proto__']);
  });
});

describe('the definition', () => {
  it.each([
    ['b.query.yaml', "'New Le¦ad'", ['a.wrapup.yaml:21 New Lead']],
    ['b.query.yaml', 'queue: [Support Voice, ¦Billing', ['a.wrapup.yaml:8 Billing']],
    ['b.query.yaml', 'subcategory: ¦other', ['a.wrapup.yaml:5 other']],
    ['b.query.yaml', 'priority:high¦', ['a.wrapup.yaml:18 priority:high', 'a.wrapup.yaml:31 priority:high']],
    ['c.survey.yaml', 'otherwise: WU_¦LEAD', ['a.wrapup.yaml:22 WU_LEAD']],
    ['c.survey.yaml', 'expect: ¦"Refund"', ['a.wrapup.yaml:12 Refund']],
    ['a.wrapup.yaml', '[Money Ba¦ck]', ['a.wrapup.yaml:20 Money Back']],
    ['a.wrapup.yaml', 'environments: [¦dev]', ['genesys.yaml:3 dev']],
    ['a.wrapup.yaml', 'division: H¦ome', []],
  ] as const)('from %s at %s', (file, place, expected) => {
    expect(definitionsIn(withCursor(file, place))).toEqual(expected);
  });

  it('of an earlier name is where the code keeps it', () => {
    const query = 'kind: ConversationDetails\ninterval: today\nwhere: { wrapUpCode: money¦ back }\n';
    const catalog = 'kind: WrapUpCatalog\ncodes:\n  - name: Refund\n    formerly: [Money Back]\n';
    expect(definitionsIn({ 'a.wrapup.yaml': catalog, 'b.query.yaml': query })).toEqual(['a.wrapup.yaml:4 Money Back']);
  });

  it('of a text that is the `code` of one and the name of another is both', () => {
    const catalog = 'kind: WrapUpCatalog\ncodes:\n  - { name: A, code: B }\n  - { name: B, code: C }\n';
    const survey = 'kind: SurveyRules\nfields: {}\nrules: []\notherwise: B¦\n';
    expect(definitionsIn({ 'a.wrapup.yaml': catalog, 'c.survey.yaml': survey })).toEqual([
      'a.wrapup.yaml:3 B',
      'a.wrapup.yaml:4 B',
    ]);
  });

  it('of a category without a matrix is where codes have it', () => {
    const catalog = 'kind: WrapUpCatalog\ncodes:\n  - { name: A, category: x }\n';
    const query = 'kind: ConversationDetails\ninterval: today\nwhere: { wrapUpCode: { category: ¦x } }\n';
    expect(definitionsIn({ 'a.wrapup.yaml': catalog, 'b.query.yaml': query })).toEqual(['a.wrapup.yaml:3 x']);
  });

  it.each([
    'kind: ConversationDetails\nwhere: { wrapUpCode: [Refund, Esca¦lated',
    'kind: ConversationDetails\nwhere:\n  wrapUpCode: { name: "Escalated¦\n',
    'where:\n  queue: [\n  wrapUpCode: Escalated¦\n',
    'kind: ConversationDetails\nwhere:\n  wrapUpCode:\n    name:\n      - Refund\n      - ¦Escalated\n     code\n',
  ])('is found in a half-typed file', (query) => {
    const files = { ...withCursor('a.wrapup.yaml', 'name: Refund'), 'b.query.yaml': query };
    expect(definitionsIn(files)).toEqual(['a.wrapup.yaml:26 Escalated']);
  });

  it('is found in a half-typed catalog', () => {
    const catalog =
      'kind: WrapUpCatalog\ncategories:\n  sales: [lead\ncodes:\n  - name: A\n    category: sales¦\n  - name\n';
    expect(definitionsIn({ 'a.wrapup.yaml': catalog })).toEqual(['a.wrapup.yaml:3 sales']);
  });
});

describe('highlights', () => {
  it('are those of the own file, written where the name is given', () => {
    const { file, position } = opened(withCursor('a.wrapup.yaml', 'queues: [support  voice, ¦Billing]'));
    expect(highlightsAt(file, position).map(({ range, kind }) => `${range.start.line + 1} ${kind}`)).toEqual([
      '8 write',
      '17 read',
      '33 read',
    ]);
  });

  it('mark a name without its quotes', () => {
    const text = `kind: WrapUpCatalog\ncodes:\n  - name: "It's \\"¦so\\""\n  - name: B\n    formerly: ['It''s "so"']\n`;
    const { files, file, position } = opened({ 'a.wrapup.yaml': text });
    const found = highlightsAt(file, position).map(({ range }) => ({ file: file.name, range }));
    expect(shown(files, found)).toEqual([`a.wrapup.yaml:3 It's \\"so\\"`, `a.wrapup.yaml:5 It''s "so"`]);
  });
});
