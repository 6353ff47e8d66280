/** Completion, hover, outline and folding. `|` is the cursor. */
import { describe, expect, test } from 'vitest';
import { complete, foldingOf, hoverAt, symbolsOf, type CompletionItem, type Hover } from '#core/check/index.ts';
import { readSource } from '#core/text/parse.ts';
import { applyFix } from '../fixtures/apply.ts';
import { now } from '../fixtures/context.ts';

const head = `kind: WrapUpCatalog
categories:
  sales: [conversion, lead]
  support: [resolved, escalation]
queues:
  Support Voice: { afterCallWork: { prompt: MANDATORY_TIMEOUT, timeout: 30s } }
  Billing: {}
`;
const base = `${head}codes:
  - name: Sold
    code: SOLD
    reportingTags: [priority:high]
`;

function at<R>(marked: string, look: (source: ReturnType<typeof readSource>, offset: number) => R): R {
  const offset = marked.indexOf('|');
  const source = readSource('x.wrapup.yaml', marked.replace('|', ''));
  return look(source, offset);
}

function items(marked: string): readonly CompletionItem[] {
  const project = { kind: 'GenesysProject' as const, environments: { dev: { region: 'mypurecloud.ie' as const } } };
  return at(marked, (source, offset) => complete(source, source.lines.positionAt(offset), { now, project }));
}
const labels = (marked: string): string[] => items(marked).map(({ label }) => label);

/** The text after the item with this label was chosen. */
function chosen(marked: string, label: string): string {
  const item = items(marked).find((candidate) => candidate.label === label);
  if (item === undefined) throw new Error(`There is no ${label}.`);
  return at(marked, (source) =>
    applyFix(source, { title: '', edits: [{ range: item.range, newText: item.insertText }] }),
  );
}

describe('keys', () => {
  test.each([
    ['on an empty line of a code', `${base}    |`],
    ['where a key is being typed', `${base}    ca|`],
    ['between two keys', base.replace('    code: SOLD', '    |\n    code: SOLD')],
    ['before other codes', `${base}    ca|\n  - name: Other\n`],
  ])('%s are those not used yet', (_where, marked) => {
    expect(labels(marked)).toEqual(expect.arrayContaining(['category', 'subcategory', 'queues', 'state', 'formerly']));
    for (const used of ['name', 'code', 'reportingTags', 'kind']) expect(labels(marked)).not.toContain(used);
  });

  test('behind a dash come a whole code and the keys of a code', () => {
    expect(labels(`${base}  - |`).slice(0, 2)).toEqual(['new wrap-up code', 'name']);
    expect(chosen(`${base}  - na|\n    code: X\n`, 'name')).toBe(`${base}  - name: $0\n    code: X\n`);
    expect(labels(`${base}  |`)).toEqual(['new wrap-up code']);
    expect(labels(`${head}codes:\n  |`)).toEqual(['new wrap-up code']);
  });

  test('at the top are the keys of a catalog', () => {
    expect(labels(`${base}|`)).toEqual(['new wrap-up code', 'division', 'defaults', 'naming']);
    expect(labels(`${base}nam|`)).toEqual(['division', 'defaults', 'naming']);
  });

  test('below a queue, in both styles', () => {
    expect(labels(base.replace('Billing: {}', 'Billing: { | }'))).toEqual(['afterCallWork', 'membership']);
    expect(labels(base.replace('Billing: {}', 'Billing:\n    |'))).toEqual(['afterCallWork', 'membership']);
    expect(labels(base.replace('{ prompt: MANDATORY_TIMEOUT, timeout: 30s }', '{ prompt: OPTIONAL, | }'))).toEqual([
      'timeout',
    ]);
  });

  test('behind the colon of a map, in braces', () => {
    expect(labels(base.replace('Billing: {}', 'Billing: |'))).toEqual(['afterCallWork', 'membership']);
    expect(chosen(base.replace('Billing: {}', 'Billing: |'), 'membership')).toContain('Billing: { membership: $0 }\n');
  });

  test('in quotes where these are typed already, as in JSON', () => {
    const json = '{ "kind": "WrapUpCatalog", "codes": [{ "name": "One", "st|" }] }';
    expect(chosen(json, 'state')).toContain('"name": "One", "state": $0 }');
    expect(items(json).find(({ label }) => label === 'state')?.filterText).toBe('"state"');
  });

  test('an existing key is replaced without a second colon', () => {
    expect(chosen(base.replace('code: SOLD', 'categ|: SOLD'), 'category')).toBe(
      base.replace('code: SOLD', 'category: SOLD'),
    );
  });

  test('are documented from the schema', () => {
    const name = items(`${base}  - |`).find(({ label }) => label === 'name');
    expect(name).toMatchObject({ kind: 'key', detail: 'required', isSnippet: true });
    expect(name?.documentation).toContain('What agents see');
  });
});

describe('values', () => {
  test.each<[string, string[]]>([
    ['category: |', ['sales', 'support']],
    ['category: support\n    subcategory: |\n    state: active', ['resolved', 'escalation']],
    ['subcategory: |', ['conversion', 'lead', 'resolved', 'escalation']],
    ['queues: [|]', ['Support Voice', 'Billing']],
    ['queues: [Billing, |', ['Support Voice']],
    ['queues:\n      - Billing\n      - |', ['Support Voice']],
    ['queues: |', ['Support Voice', 'Billing']],
    ['state: |', ['active', 'retired', 'deleted']],
    ['mandatory: t|', ['true', 'false']],
    ['environments: [|]', ['dev']],
    ['validFrom: |', ['2026-11-20T00:00:00Z']],
    ['division: |', ['*']],
    ['description: |', []],
    ['# a comment |', []],
  ])('of %j', (line, expected) => {
    expect(labels(`${base}    ${line}`)).toEqual(expected);
  });

  test('the division of the catalog is offered to its codes', () => {
    expect(labels(`${base.replace('categories', 'division: Support\ncategories')}    division: |`)).toEqual([
      'Support',
      '*',
    ]);
  });

  test('tags used elsewhere are offered', () => {
    expect(labels(`${base}  - name: Other\n    reportingTags: [|]`)).toEqual(['priority:high']);
  });

  test('take the place of what is typed, in its quotes', () => {
    expect(chosen(`${base}    queues: |`, 'Support Voice')).toBe(`${base}    queues: [Support Voice]`);
    expect(chosen(`${base}    queues: ["Sup|"]`, 'Support Voice')).toBe(`${base}    queues: ["Support Voice"]`);
    expect(chosen(`${base}    division: |`, '*')).toBe(`${base}    division: "*"`);
    expect(labels(`${base}    outbound: |`)).toContain('default');
    expect(chosen(`${base}    outbound: |`, 'BUSINESS_SUCCESS')).toBe(`${base}    outbound: [BUSINESS_SUCCESS]`);
  });

  test('an empty file is offered templates, its own first', () => {
    const first = (name: string): string | undefined =>
      complete(readSource(name, ''), { line: 0, character: 0 }, { now })[0]?.label;
    expect(first('a.wrapup.yaml')).toBe('wrap-up catalog');
    expect(first('genesys.yaml')).toBe('project file');
    expect(labels('kin|')[0]).toBe('wrap-up catalog');
    expect(first('a.query.yaml')).toBe('query: wrap-ups one by one');
    expect(first('a.survey.yaml')).toBe('survey rules');
  });

  test('regions and time zones in genesys.yaml', () => {
    const project = readSource(
      'genesys.yaml',
      'kind: GenesysProject\ntimeZone: \nenvironments:\n  dev:\n    region: \n',
    );
    const found = complete(project, { line: 4, character: 12 }, { now });
    expect(found.find(({ label }) => label === 'eu-west-1')?.detail).toContain('Dublin');
    expect(complete(project, { line: 1, character: 10 }, { now }).map(({ label }) => label)).toContain(
      'Europe/Amsterdam',
    );
  });
});

describe('hover', () => {
  const hover = (marked: string): Hover | undefined =>
    at(marked, (source, offset) => hoverAt(source, source.lines.positionAt(offset), { now }));

  test('explains keys, values, queues and categories', () => {
    expect(hover(base.replace('code: SOLD', 'co|de: SOLD'))?.contents).toContain('**code**');
    expect(hover(base.replace('MANDATORY_TIMEOUT', 'MAND|ATORY_TIMEOUT'))?.contents).toContain('Mandatory, Time-boxed');
    expect(hover(`${base}    queues: [Support Vo|ice]\n`)?.contents).toMatch(/On it: 1 of 1,000 codes.*30s/s);
    expect(hover(`${base}    category: su|pport\n`)?.contents).toContain('- escalation: 0 codes');
    expect(hover(`${base}    validThrough: 2026-11-|22T12:00:00Z\n`)?.contents).toContain('In 2 days');
    expect(hover(`${base}    |\n`)).toBeUndefined();
  });

  test('marks the key or the value', () => {
    expect(hover(base.replace('  Billing', '  Bil|ling'))?.range).toEqual({
      start: { line: 6, character: 2 },
      end: { line: 6, character: 9 },
    });
  });
});

test('the outline holds categories, queues and codes, also beside half-typed ones', () => {
  const source = readSource('x.wrapup.yaml', `${base}  - na\n  - name: Other [\n    code: "OTHER\n`);
  const outline = symbolsOf(source).map(({ name, children }) => [name, children.map((child) => child.name)]);
  expect(outline).toEqual([
    ['kind', []],
    ['categories', ['sales', 'support']],
    ['queues', ['Support Voice', 'Billing']],
    ['codes', ['Sold', 'Other [']],
  ]);
});

test('what goes over several lines can be folded, comments too', () => {
  const source = readSource('x.wrapup.yaml', `# one\n# two\n${base}# three\n`);
  expect(foldingOf(source)).toEqual([
    { startLine: 0, endLine: 1, kind: 'comment' },
    { startLine: 3, endLine: 5 },
    { startLine: 6, endLine: 8 },
    { startLine: 9, endLine: 12 },
    { startLine: 10, endLine: 12 },
  ]);
});

test('a name in a hover is text, whatever is in it', () => {
  const bait = '![x](https://evil.example/x.png) **bold** `code` <b>';
  const source = readSource(
    'a.wrapup.yaml',
    `kind: WrapUpCatalog\ncategories:\n  '${bait}': ['${bait}']\nqueues:\n  '${bait}':\ncodes: []\n`,
  );
  for (const line of [2, 4]) {
    const contents = hoverAt(source, { line, character: 6 }, { now })?.contents ?? '';
    expect(contents).toContain('evil');
    expect(contents).not.toMatch(/!\[|\]\(|https:|[^*]\*\*bold|[^\\]`|[^\\]</);
  }
});
