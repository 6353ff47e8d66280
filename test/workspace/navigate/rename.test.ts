import { describe, expect, it } from 'vitest';
import { openText } from '#core/text/live/index.ts';
import { prepareRename, rename } from '#core/workspace/navigate/index.ts';
import { createLiveProject } from '#core/workspace/live/index.ts';
import { withCursor } from './files.ts';
import { afterEdits, opened, type Files } from './project.ts';

/** The changed lines, as `file:line text`; or the refusal. */
function renamed(files: Files, to: string): readonly string[] | string {
  const after = filesAfter(files, to);
  if (typeof after === 'string') return after;
  return Object.entries(after).flatMap(([file, text]) => {
    const before = (files[file] ?? '').replace('¦', '').split('\n');
    return text.split('\n').flatMap((line, at) => (before.includes(line) ? [] : [`${file}:${at + 1} ${line.trim()}`]));
  });
}

function filesAfter(files: Files, to: string): Files | string {
  const { files: all, file, position } = opened(files);
  const plan = rename(file, position, to, all);
  return 'refusal' in plan ? plan.refusal : afterEdits(files, plan.edits);
}

/** One catalog. */
function catalogAfter(text: string, to: string): string {
  const after = filesAfter({ 'a.wrapup.yaml': text }, to);
  return typeof after === 'string' ? after : (after['a.wrapup.yaml'] ?? '');
}

describe('a rename', () => {
  it('of a name changes it wherever it is asked for, and keeps the old one', () => {
    expect(renamed(withCursor('a.wrapup.yaml', 'name: Re¦fund'), 'Paid Back')).toEqual([
      'a.wrapup.yaml:12 - name: Paid Back',
      'a.wrapup.yaml:20 formerly: [Money Back, Refund]',
      "b.query.yaml:8 exclude: { wrapUpName: Paid Back, category: sales, tags: 'cat:sales', queue: Billing, division: Support, code: WU_LEAD }",
      "b.query.yaml:13 wrapUpCode: [Paid Back, 'New Lead']",
      'b.query.yaml:18 wrapUpCode: { name: Paid Back, code: [WU_REFUND, WU_LEAD] }',
      'c.survey.yaml:6 - { when: { nps: { gte: 9 } }, assign: Paid Back }',
      'c.survey.yaml:10 - { given: { nps: 9 }, expect: "Paid Back" }',
    ]);
  });

  it('of a `code` leaves names and `formerly` alone', () => {
    expect(renamed(withCursor('c.survey.yaml', 'otherwise: WU_¦LEAD'), 'WU_NEW')).toEqual([
      'a.wrapup.yaml:22 code: WU_NEW',
      "b.query.yaml:8 exclude: { wrapUpName: Refund, category: sales, tags: 'cat:sales', queue: Billing, division: Support, code: WU_NEW }",
      'b.query.yaml:18 wrapUpCode: { name: refund, code: [WU_REFUND, WU_NEW] }',
      'c.survey.yaml:7 otherwise: WU_NEW',
    ]);
  });

  it('of a category changes its tags that are written out', () => {
    expect(renamed(withCursor('a.wrapup.yaml', '¦support: ['), 'care')).toEqual([
      'a.wrapup.yaml:5 care: [resolved, other]',
      'a.wrapup.yaml:14 category: care',
      'a.wrapup.yaml:18 reportingTags: [priority:high, cat:care]',
      'a.wrapup.yaml:28 category: care',
      'b.query.yaml:6 wrapUpCode: { category: care, subcategory: other, tag: [priority:high, cat:care, sub:resolved] }',
    ]);
  });

  it('of a category from a tag of a query is the same', () => {
    expect(renamed(withCursor('b.query.yaml', "'cat:sa¦les'"), 'shop')).toEqual([
      'a.wrapup.yaml:4 shop: [lead, other]',
      'a.wrapup.yaml:23 category: shop',
      "b.query.yaml:8 exclude: { wrapUpName: Refund, category: shop, tags: 'cat:shop', queue: Billing, division: Support, code: WU_LEAD }",
    ]);
  });

  it('of a subcategory leaves the one of another category alone', () => {
    expect(renamed(withCursor('a.wrapup.yaml', 'support: [resolved, othe¦r'), 'rest')).toEqual([
      'a.wrapup.yaml:5 support: [resolved, rest]',
      'a.wrapup.yaml:29 subcategory: rest',
      'b.query.yaml:6 wrapUpCode: { category: support, subcategory: rest, tag: [priority:high, cat:support, sub:resolved] }',
    ]);
  });

  it('of a subcategory that one category has changes its tags', () => {
    expect(renamed(withCursor('a.wrapup.yaml', 'subcategory: ¦resolved'), 'done')).toEqual([
      'a.wrapup.yaml:5 support: [done, other]',
      'a.wrapup.yaml:15 subcategory: done',
      'b.query.yaml:6 wrapUpCode: { category: support, subcategory: other, tag: [priority:high, cat:support, sub:done] }',
    ]);
  });

  it('of a tag, a queue, a division and an environment changes all files', () => {
    expect(renamed(withCursor('b.query.yaml', 'tag: [¦priority:high'), 'vip')).toEqual([
      'a.wrapup.yaml:18 reportingTags: [vip, cat:support]',
      'a.wrapup.yaml:31 - vip',
      'b.query.yaml:6 wrapUpCode: { category: support, subcategory: other, tag: [vip, cat:support, sub:resolved] }',
    ]);
    expect(renamed(withCursor('b.query.yaml', 'queue: [Support¦ Voice'), 'Help, Voice')).toEqual([
      'a.wrapup.yaml:7 Help, Voice: { membership: exact }',
      'a.wrapup.yaml:10 queues: ["Help, Voice"]',
      'a.wrapup.yaml:17 queues: ["Help, Voice", Billing]',
      'b.query.yaml:4 queue: ["Help, Voice", Billing]',
      'genesys.yaml:5 names: { queues: { "Help, Voice": Support Voice DEV }, divisions: { Support: Home DEV } }',
    ]);
    expect(renamed(withCursor('genesys.yaml', '¦Support: Home DEV'), 'Care')).toEqual([
      'a.wrapup.yaml:2 division: Care',
      "b.query.yaml:8 exclude: { wrapUpName: Refund, category: sales, tags: 'cat:sales', queue: Billing, division: Care, code: WU_LEAD }",
      'genesys.yaml:5 names: { queues: { Support Voice: Support Voice DEV }, divisions: { Care: Home DEV } }',
    ]);
    expect(renamed(withCursor('a.wrapup.yaml', '[¦dev]'), 'test')).toEqual([
      'a.wrapup.yaml:19 environments: [test]',
      'a.wrapup.yaml:25 environments: [test, prod]',
      'genesys.yaml:3 test:',
    ]);
  });

  it('to the same name changes nothing', () => {
    expect(renamed(withCursor('a.wrapup.yaml', 'name: Re¦fund'), 'Refund')).toEqual([]);
  });

  it('takes a text of survey rules for a `code` before a name', () => {
    const catalog = 'kind: WrapUpCatalog\ncodes:\n  - { name: A, code: B }\n  - { name: ¦B, code: C }\n';
    const survey = 'kind: SurveyRules\nfields: {}\nrules: []\notherwise: B\n';
    const files = { 'a.wrapup.yaml': catalog, 'c.survey.yaml': survey };
    expect(renamed(files, 'D')).toEqual(['a.wrapup.yaml:4 - { name: D, code: C, formerly: [B] }']);
    expect(
      renamed(
        { 'a.wrapup.yaml': catalog.replace('¦', '').replace('code: B', 'code: ¦B'), 'c.survey.yaml': survey },
        'D',
      ),
    ).toEqual(['a.wrapup.yaml:3 - { name: A, code: D }', 'c.survey.yaml:4 otherwise: D']);
  });

  it('works in a half-typed file', () => {
    const catalog =
      'kind: WrapUpCatalog\ncategories: { sales: [lead] }\ncodes:\n  - name: A\n    category: sales¦\n  - nam\n';
    const query = 'kind: ConversationDetails\nwhere: { wrapUpCode: { category: [sales, x\n';
    expect(renamed({ 'a.wrapup.yaml': catalog, 'b.query.yaml': query }, 'shop')).toEqual([
      'a.wrapup.yaml:2 categories: { shop: [lead] }',
      'a.wrapup.yaml:5 category: shop',
      'b.query.yaml:2 where: { wrapUpCode: { category: [shop, x',
    ]);
  });
});

describe('a new name is written in the style of the old one', () => {
  const hostile = `It's "so": #1, {a} 🎉`;
  it.each([
    ['plain in a block', 'name: ¦Old\n', `name: "It's \\"so\\": #1, {a} 🎉"\n`],
    ['single', "name: '¦Old'\n", `name: 'It''s "so": #1, {a} 🎉'\n`],
    ['double', 'name: "¦Old"\n', `name: "It's \\"so\\": #1, {a} 🎉"\n`],
    ['a block scalar', 'name: |-\n      O¦ld\n', `name: |-\n      ${hostile}\n`],
    ['a folded one', 'name: >-   # why\n      O¦ld\n', `name: >-   # why\n      ${hostile}\n`],
    ['a text over two lines', 'name: A ¦name\n      of mine\n', `name: "It's \\"so\\": #1, {a} 🎉"\n`],
  ])('%s', (_style, before, after) => {
    const head = 'kind: WrapUpCatalog\nnaming: platform\ncodes:\n  - code: X\n    ';
    expect(catalogAfter(head + before, hostile)).toContain(head + after);
  });

  it.each([
    ['Yes', 'name: "Yes"'],
    ['007', 'name: "007"'],
    ['- x', 'name: "- x"'],
    ['a, b', 'name: a, b'],
    ['__proto__', 'name: __proto__'],
    ['~', 'name: "~"'],
  ])('%s', (name, written) => {
    expect(catalogAfter('kind: WrapUpCatalog\nnaming: platform\ncodes:\n  - name: ¦Old\n', name)).toContain(
      `- ${written}\n`,
    );
  });

  it('in a flow map', () => {
    expect(catalogAfter('kind: WrapUpCatalog\nnaming: platform\ncodes: [{ name: ¦Old }]\n', 'a, b')).toContain(
      'codes: [{ name: "a, b", formerly: [Old] }]\n',
    );
  });
});

describe('the earlier name', () => {
  const at = (entry: string): string => `kind: WrapUpCatalog\nnaming: platform\ncodes:\n${entry}`;
  it.each([
    ['in a list of its own', '  - name: ¦A\n    code: X\n', '  - name: B\n    code: X\n    formerly: [A]\n'],
    ['behind the last key without a line break', '  - name: ¦A', '  - name: B\n    formerly: [A]'],
    ['in the quotes of the name', '  - name: \'¦A, "b"\'\n', `  - name: 'B'\n    formerly: ['A, "b"']\n`],
    [
      'with dashes where the other lists have them',
      '  - name: ¦A\n    queues:\n      - Q\n',
      '  - name: B\n    queues:\n      - Q\n    formerly:\n      - A\n',
    ],
    [
      'with dashes in the column of the key',
      '- name: ¦A\n  queues:\n  - Q\n',
      '- name: B\n  queues:\n  - Q\n  formerly:\n  - A\n',
    ],
    [
      'at the end of its list',
      '  - name: ¦A\n    formerly: ["X"]   # old\n',
      '  - name: B\n    formerly: ["X", "A"]   # old\n',
    ],
    [
      'at the end of a list with dashes',
      '  - name: ¦A\n    formerly:\n      - X # old\n    code: C\n',
      '  - name: B\n    formerly:\n      - X # old\n      - A\n    code: C\n',
    ],
    ['in an empty list', '  - name: ¦A\n    formerly: []\n', '  - name: B\n    formerly: [A]\n'],
    ['where nothing is written yet', '  - name: ¦A\n    formerly:\n', '  - name: B\n    formerly: [A]\n'],
    ['once', '  - name: ¦A\n    formerly: [A, X]\n', '  - name: B\n    formerly: [A, X]\n'],
    [
      'before a block scalar that keeps its empty lines',
      '  - name: ¦A\n    description: |+\n      x\n\n  - name: C\n',
      '  - name: B\n    formerly: [A]\n    description: |+\n      x\n\n  - name: C\n',
    ],
    ['in JSON', '  - { "name": "¦A" }\n', '  - { "name": "B", "formerly": ["A"] }\n'],
    [
      'for a comment behind',
      '  - name: ¦A # mine\n  # next\n  - name: C\n',
      '  - name: B # mine\n    formerly: [A]\n  # next\n  - name: C\n',
    ],
    ['is dropped by going back', '  - name: ¦A\n    formerly: [X, B]\n', '  - name: B\n    formerly: [X]\n'],
    ['goes with its list', '  - name: ¦A\n    formerly:\n      - B\n    code: C\n', '  - name: B\n    code: C\n'],
    [
      'from long before moves to the end',
      '  - name: ¦A\n    formerly: [B, X]\n',
      '  - name: B\n    formerly: [X, A]\n',
    ],
  ])('%s', (_what, before, after) => {
    expect(catalogAfter(at(before), 'B')).toBe(at(after));
  });
});

it('has the line breaks of its file', () => {
  const text = 'kind: WrapUpCatalog\r\ncodes:\r\n  - name: ¦A\r\n    queues:\r\n      - Q\r\n  - name: C';
  expect(catalogAfter(text, 'B')).toBe(
    'kind: WrapUpCatalog\r\ncodes:\r\n  - name: B\r\n    queues:\r\n      - Q\r\n    formerly:\r\n      - A\r\n  - name: C',
  );
  expect(catalogAfter(text.replace('¦', '').replace('name: C', 'name: ¦C'), 'B')).toBe(
    'kind: WrapUpCatalog\r\ncodes:\r\n  - name: A\r\n    queues:\r\n      - Q\r\n  - name: B\r\n    formerly: [C]',
  );
});

describe('aliases', () => {
  it('are followed to the one place where the name is written', () => {
    const text =
      'kind: WrapUpCatalog\nqueues: { &q Billing: {} }\ndefaults: { queues: [*q] }\ncodes:\n  - name: A\n    queues: [*q¦, "billing"]\n';
    expect(catalogAfter(text, 'Claims')).toBe(
      'kind: WrapUpCatalog\nqueues: { &q Claims: {} }\ndefaults: { queues: [*q] }\ncodes:\n  - name: A\n    queues: [*q, "Claims"]\n',
    );
  });

  it('of a list change it once', () => {
    const text =
      'kind: WrapUpCatalog\nqueues: { Billing: {} }\ncodes:\n  - { name: A, queues: &q [Billing¦] }\n  - { name: B, queues: *q }\n';
    expect(catalogAfter(text, 'Claims')).toBe(
      'kind: WrapUpCatalog\nqueues: { Claims: {} }\ncodes:\n  - { name: A, queues: &q [Claims] }\n  - { name: B, queues: *q }\n',
    );
  });

  it('that name two things are told', () => {
    const text = 'kind: WrapUpCatalog\ncodes:\n  - { name: A, category: &x ¦sales, reportingTags: [*x] }\n';
    expect(catalogAfter(text, 'shop')).toBe(
      "An alias makes '*x' stand for more than this name. Write it out there first.",
    );
  });
});

describe('nothing is renamed', () => {
  it.each([
    [
      'a.wrapup.yaml',
      'na¦me: Refund',
      "'name' is a key and keeps its name. Only codes, categories, tags, queues, divisions and environments can be renamed.",
    ],
    ['a.wrapup.yaml', 'WrapUp¦Catalog', 'There is no name here that can be changed in all files.'],
    [
      'a.wrapup.yaml',
      '[Money Ba¦ck]',
      "This is an earlier name of the code, by which a push finds it in the org. Rename the code at its 'name'.",
    ],
  ] as const)('%s: %s', (name, place, refusal) => {
    const { file, position, files } = opened(withCursor(name, place));
    expect(prepareRename(file, position)).toEqual({ refusal });
    expect(rename(file, position, 'X', files)).toEqual({ refusal });
  });

  it.each([
    ['queue: ¦6f1f0c52-7d3b-4c1e-9a57-2f8d3e5b1a90', 'This is an id, which the org gave. It cannot be changed.'],
    ['wrapUpCode: ININ-¦WRAP-UP-TIMEOUT', "The code 'ININ-WRAP-UP-TIMEOUT' belongs to the system and keeps its name."],
  ])('%s', (condition, refusal) => {
    const { file, position } = opened({ 'a.query.yaml': `kind: ConversationDetails\nwhere:\n  ${condition}\n` });
    expect(prepareRename(file, position)).toEqual({ refusal });
  });

  it.each([
    ['name: Re¦fund', '', 'A name holds at least one letter or digit. Type one.'],
    ['name: Re¦fund', ' \u200b ', 'A name holds at least one letter or digit. Type one.'],
    ['name: Re¦fund', 'ININ-X', "Names that begin with 'ININ-' belong to the system. Choose another name."],
    [
      'name: Re¦fund',
      'Café',
      "A name cannot hold 'é': 'naming: portable' allows letters A-Z and a-z, digits, spaces, _ and -.",
    ],
    ['name: Re¦fund', 'x'.repeat(256), "This name has 256 characters; 'naming: portable' allows 255. Shorten it by 1."],
    ['name: Re¦fund', ' Paid', 'There are spaces before or behind this text. Take them off.'],
    ['name: Re¦fund', 'new  lead', "There is another code 'New Lead'. Choose another name."],
    [
      'name: Esc¦alated',
      'Money Back',
      "Another code was formerly 'Money Back'. Choose another name, or remove it from its 'formerly'.",
    ],
    [
      'name: Re¦fund',
      'WU_LEAD',
      "Another code has the 'code' 'WU_LEAD', and survey rules could not tell the two apart. Choose another name.",
    ],
    ['name: Re¦fund', 'none', "'none' means no code in survey rules. Choose another name."],
    ['code: WU_¦REFUND', 'wu_lead', "There is another 'code' 'WU_LEAD'. Choose another name."],
    [
      'code: WU_¦REFUND',
      'x'.repeat(129),
      "This 'code' has 129 characters; 'naming: portable' allows 128. Shorten it by 1.",
    ],
    ['¦sales: [', 'support', "There is another category 'support'. Choose another name."],
    ['[lead, ¦other', 'lead', "There is another subcategory 'lead'. Choose another name."],
    [
      '- ¦priority:high',
      'cat:x',
      "Tags that begin with 'cat:' or 'sub:' come from categories and subcategories. Choose another name.",
    ],
    ['¦Billing: {', 'SUPPORT VOICE', "There is another queue 'Support Voice'. Choose another name."],
    ['¦Billing: {', 'exists', "Queries take the word 'exists' for a question, not for a name. Choose another name."],
    ['division: H¦ome', 'support', "There is another division 'Support'. Choose another name."],
    ['[¦dev]', 'prod', "There is another environment 'prod'. Choose another name."],
    ['[¦dev]', 'Sandbox', "'Sandbox' is the environment that every project has. Choose another name."],
  ])('%s to %j', (place, to, refusal) => {
    expect(renamed(withCursor('a.wrapup.yaml', place), to)).toBe(refusal);
  });

  it('to a name that the policy of the project does not want', () => {
    const files = withCursor('a.wrapup.yaml', 'name: Re¦fund');
    const policy = `${files['genesys.yaml']}policy: { name: { pattern: "^[A-Z]", maxLength: 10 } }\n`;
    expect(renamed({ ...files, 'genesys.yaml': policy }, 'paid')).toBe(
      "The policy in 'genesys.yaml' wants names that match '^[A-Z]'.",
    );
    expect(renamed({ ...files, 'genesys.yaml': policy }, 'Paid Back To Them')).toBe(
      "This name has 17 characters; the policy in 'genesys.yaml' allows 10. Shorten it by 7.",
    );
  });

  it('where queries ask for a subcategory that several categories have', () => {
    const files = withCursor('a.wrapup.yaml', '[lead, oth¦er');
    const query = 'kind: ConversationDetails\ninterval: today\nwhere: { wrapUpCode: { subcategory: other } }\n';
    expect(renamed({ ...files, 'd.query.yaml': query }, 'rest')).toBe(
      "Several categories have the subcategory 'other' ('sales', 'support'), and a query asks for it without its category. Say there which one is meant first.",
    );
  });

  it('where several codes have the name, unless environments keep them apart', () => {
    const text = 'kind: WrapUpCatalog\ncodes:\n  - { name: ¦A }\n  - { name: A }\n';
    expect(catalogAfter(text, 'B')).toBe(
      "Several codes have the name 'A', so nobody knows which of them the other files mean. Change one of them by hand.",
    );
    const apart =
      'kind: WrapUpCatalog\ncodes:\n  - { name: ¦A, environments: [dev] }\n  - { name: A, environments: [prod] }\n';
    expect(catalogAfter(apart, 'B')).toBe(
      'kind: WrapUpCatalog\ncodes:\n  - { name: B, environments: [dev], formerly: [A] }\n  - { name: B, environments: [prod], formerly: [A] }\n',
    );
  });

  it('what no catalog has', () => {
    expect(renamed({ 'a.query.yaml': 'kind: ConversationDetails\nwhere: { wrapUpCode: ¦A }\n' }, 'B')).toBe(
      "No catalog of this project has a code with the name or the 'code' 'A'. Add it to a catalog first, or write another one here.",
    );
    const earlier = withCursor('a.wrapup.yaml', 'name: Refund');
    const query = 'kind: ConversationDetails\nwhere: { wrapUpCode: ¦Money Back }\n';
    expect(renamed({ ...earlier, 'd.query.yaml': query }, 'B')).toBe(
      "'Money Back' is an earlier name of a code. Write its present name here first.",
    );
  });
});

describe('after a rename', () => {
  it.each([
    ['name: Re¦fund', 'Paid Back'],
    ['code: WU_¦ESC', 'WU_X'],
    ['¦support: [', 'care'],
    ['- priority:high¦', 'vip'],
    ['¦Support Voice: {', 'Help'],
    ['[¦dev]', 'test'],
  ])('check finds nothing new: %s', (place, to) => {
    const files = withCursor('a.wrapup.yaml', place);
    const after = filesAfter(files, to);
    expect(problemsIn(after)).toEqual(problemsIn(afterEdits(files, new Map())));
  });
});

/** Codes of the problems of all files, checked together. */
function problemsIn(files: Files | string): readonly string[] {
  if (typeof files === 'string') return [files];
  const project = createLiveProject();
  for (const [name, text] of Object.entries(files)) project.put(openText(name, text));
  project.setComplete(true);
  return project
    .names()
    .flatMap((name) => project.problems(name).map(({ code, range }) => `${name}:${range.start.line + 1} ${code}`));
}
