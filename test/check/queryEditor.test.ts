/** Completion, hover, outline, folding, inlays and lenses of queries. `|` is the cursor. */
import { describe, expect, test } from 'vitest';
import {
  type CheckContext,
  complete,
  type CompletionItem,
  foldingOf,
  type Hover,
  hoverAt,
  inlaysOf,
  lensesOf,
  symbolsOf,
} from '#core/check/index.ts';
import { readSource } from '#core/text/parse.ts';
import { applyFix } from '../fixtures/apply.ts';
import { northwind, now, sharedCodes } from '../fixtures/context.ts';

const context: CheckContext = {
  now,
  org: northwind,
  catalogs: sharedCodes(),
  queueNames: ['Support Voice', 'Billing'],
  project: { kind: 'GenesysProject', timeZone: 'Europe/Amsterdam' },
};

const details = 'kind: ConversationDetails\ninterval: yesterday\n';
const aggregates = 'kind: ConversationAggregates\ninterval: last 7 days\nmetrics: [nOffered]\n';

function at<R>(marked: string, look: (source: ReturnType<typeof readSource>, offset: number) => R, name: string): R {
  return look(readSource(name, marked.replace('|', '')), marked.indexOf('|'));
}

function items(marked: string, name = 'x.query.yaml', knowing = context): readonly CompletionItem[] {
  return at(marked, (source, offset) => complete(source, source.lines.positionAt(offset), knowing), name);
}
const labels = (marked: string, name?: string, knowing?: CheckContext): string[] =>
  items(marked, name, knowing).map(({ label }) => label);

/** The text after the item with this label was chosen. */
function chosen(marked: string, label: string, name = 'x.query.yaml'): string {
  const item = items(marked, name).find((candidate) => candidate.label === label);
  if (item === undefined) throw new Error(`There is no ${label}.`);
  const fix = { title: '', edits: [{ range: item.range, newText: item.insertText }] };
  return at(marked, (source) => applyFix(source, fix), name);
}

function hover(marked: string, knowing = context): Hover | undefined {
  return at(marked, (source, offset) => hoverAt(source, source.lines.positionAt(offset), knowing), 'x.query.yaml');
}

describe('keys', () => {
  test('are those of the kind that are not used yet, the needed ones first', () => {
    expect(labels('kind: ConversationAggregates\n|').slice(0, 2)).toEqual(['interval', 'metrics']);
    expect(labels(`${details}|`)).toEqual(expect.arrayContaining(['where', 'segmentFilters', 'order', 'output']));
    for (const absent of ['interval', 'kind', 'metrics', 'groupBy'])
      expect(labels(`${details}|`)).not.toContain(absent);
  });

  test('of a query without a kind are those of the kind that its keys make it', () => {
    expect(labels('interval: yesterday\nmetrics: [nOffered]\n|')).toEqual(
      expect.arrayContaining(['kind', 'groupBy', 'granularity']),
    );
  });

  test('of `where` say which family they belong to', () => {
    const found = new Map(items(`${details}where:\n  |`).map(({ label, detail }) => [label, detail]));
    expect(found.get('queue')).toBe('by name');
    expect(found.get('mediaType')).toBe('segment dimension');
    expect(found.get('originatingDirection')).toBe('conversation dimension');
    expect(found.get('tHandle')).toBe('conversation metric');
    expect(labels(`${details}where:\n  survey:\n    |`)).toContain('surveyStatus');
  });

  test('begin a list of filters where filters go', () => {
    expect(chosen(`${details}segm|`, 'segmentFilters')).toBe(`${details}segmentFilters:\n  - $0`);
    expect(labels(`${details}segmentFilters:\n  - |`)).toEqual(['type', 'clauses', 'predicates']);
  });

  test('of `exclude` are columns', () => {
    expect(labels(`${details}output:\n  exclude: { | }`)).toContain('mediaType');
  });

  test('keep the quotes of JSON', () => {
    const json = '{\n  "kind": "ConversationDetails",\n  "inte|"\n}';
    expect(chosen(json, 'interval', 'x.query.json')).toContain('"interval": $0\n}');
  });
});

describe('values', () => {
  test('of `interval` are words, each with what it becomes in the time zone of the project', () => {
    const found = items('kind: ConversationDetails\ninterval: |');
    expect(found.find(({ label }) => label === 'yesterday')?.detail).toBe(
      '2026-11-19T00:00:00+01:00/2026-11-20T00:00:00+01:00',
    );
    expect(chosen('kind: ConversationDetails\ninterval: last |', 'last 7 days')).toContain('interval: last 7 days');
    const json = '{ "kind": "ConversationDetails", "interval": "|" }';
    expect(JSON.parse(chosen(json, 'last 7 days', 'x.query.json'))).toMatchObject({ interval: 'last 7 days' });
  });

  test('of `metrics` have their unit, and leave out those that are asked for', () => {
    const found = items(aggregates.replace('[nOffered]', '[nOffered, |]'));
    expect(found.find(({ label }) => label === 'tHandle')?.detail).toBe('milliseconds');
    expect(found.map(({ label }) => label)).not.toContain('nOffered');
  });

  test('of a dimension are the published ones, and whether there is any', () => {
    expect(labels(`${details}where:\n  direction: |`)).toEqual(['inbound', 'outbound', 'exists', 'missing']);
    expect(labels(`${details}where:\n  direction: [inbound, |]`)).toEqual(['outbound']);
    const predicate = (rest: string): string =>
      `${details}segmentFilters:\n  - type: and\n    predicates:\n      - { ${rest} }`;
    expect(labels(predicate('dimension: segmentType, value: |'))).toContain('wrapup');
    expect(chosen(predicate('dimension: conference, value: |'), 'true')).toContain('value: "true"');
    expect(labels(predicate('dimension: |'))).toContain('queueId');
    expect(labels(predicate('dimension: |'))).not.toContain('originatingDirection');
    expect(labels(predicate('operator: |'))).toEqual(['matches', 'exists', 'notExists']);
  });

  test('of a metric are ranges', () => {
    expect(labels(`${details}where:\n  tHandle: |`)).toEqual(['exists', 'missing', 'gt', 'gte', 'lt', 'lte']);
    expect(chosen(`${details}where:\n  tHandle: |`, 'gte')).toContain('tHandle: { gte: $0 }');
  });

  test('of `queue` are the names of catalogs and of the org, each once', () => {
    expect(labels(`${details}where:\n  queue: [|]`)).toEqual(['Support Voice', 'Billing', 'Billing DEV']);
    expect(labels(`${details}where:\n  queue: [|]`, 'x.query.yaml', { now })).toEqual([]);
  });

  test('of `queueId` are ids, with the name beside', () => {
    const [first] = items(`${details}where:\n  queueId: |`);
    expect(first).toMatchObject({ label: '11111111-1111-4111-8111-111111111111', detail: 'Support Voice' });
  });

  test('of `wrapUpCode` are names, and what the catalogs say', () => {
    expect(labels(`${details}where:\n  wrapUpCode: [|]`)).toEqual(
      expect.arrayContaining(['Issue Resolved', 'Only in the Org', 'ININ-WRAP-UP-TIMEOUT']),
    );
    const category = items(`${details}where:\n  wrapUpCode: { category: | }`);
    expect(category.map(({ label, detail }) => [label, detail])).toEqual([
      ['support', '2 codes'],
      ['sales', '1 code'],
    ]);
    expect(labels(`${details}where:\n  wrapUpCode:\n    tag: [|]`)).toContain('priority:high');
    expect(labels(`${details}where:\n  wrapUpCode:\n    code: |`)).toEqual(['RESOLVED', 'ESC_TECH', 'SOLD']);
  });

  test('of `columns` are those that the rows have', () => {
    expect(labels(`${details}output: { columns: [|] }`)).toEqual(
      expect.arrayContaining(['wrapUpName', 'segmentStart']),
    );
    expect(labels(`${details}output: { rows: conversation, columns: [|] }`)).not.toContain('segmentStart');
    expect(labels(`${aggregates}output: { columns: [|] }`)).toContain('nOffered');
  });

  test('of periods and time zones are known', () => {
    expect(labels(`${aggregates}granularity: |`)).toContain('PT30M');
    expect(items(`${aggregates}timeZone: |`)[0]).toMatchObject({
      label: 'Europe/Amsterdam',
      detail: 'the time zone of this project',
    });
  });
});

test('values to exclude are those of the column, names where it shows names', () => {
  expect(labels(`${details}output: { exclude: { mediaType: | } }`)).toContain('callback');
  expect(labels(`${details}output: { exclude: { mediaType: [c|] } }`)).toContain('callback');
  expect(labels(`${details}output: { exclude: { queue: [|] } }`)).toContain('Billing');
  expect(labels(`${details}output: { exclude: { constructor: | } }`)).toEqual([]);
});

describe('a new query', () => {
  test.each([
    ['an empty file', '|'],
    ['a second document', `${details}---\n|`],
    ['a third one, before others', `${details}---\n|\n---\n${aggregates}`],
  ])('is offered whole in %s', (_where, marked) => {
    expect(labels(marked)).toEqual([
      'query: wrap-ups one by one',
      'query: volumes by queue and day',
      'query: use of wrap-up codes',
    ]);
    expect(chosen(marked, 'query: use of wrap-up codes')).toContain('groupBy: [wrapUpCode, queueId]');
  });

  test('can begin with any key', () => {
    expect(labels('inter|')).toEqual(expect.arrayContaining(['kind', 'interval', 'query: wrap-ups one by one']));
  });

  test('has one of the two kinds', () => {
    expect(labels('kind: |')).toEqual(['ConversationDetails', 'ConversationAggregates']);
    expect(labels(`${details}---\nkind: |`)).toEqual(['ConversationDetails', 'ConversationAggregates']);
  });
});

describe('hover', () => {
  test.each([
    [
      'an interval',
      'kind: ConversationDetails\ninterval: last 7 d|ays',
      '2026-11-13T00:00:00+01:00/2026-11-20T00:00:00+01:00',
    ],
    ['an interval that is none', 'kind: ConversationDetails\ninterval: when|ever', 'is not an interval'],
    ['a metric', aggregates.replace('nOffered', 'tHan|dle'), 'Milliseconds.'],
    ['a key', `${details}or|der: asc`, 'order'],
    [
      'a key of `where`',
      `${details}where:\n  que|ue: Billing`,
      'Becomes the dimension `queueId` in `segmentFilters`, with ids for the names.',
    ],
    [
      'a key with published values',
      `${details}where:\n  direc|tion: inbound`,
      'Published values: `inbound`, `outbound`.',
    ],
    ['a key of aggregates', `${aggregates}where:\n  mediaT|ype: voice`, 'in `filter`'],
    [
      'a queue',
      `${details}where:\n  queue: Support V|oice`,
      '`11111111-1111-4111-8111-111111111111` in org Northwind, seen 3 min ago.',
    ],
    ['a queue that is not there', `${details}where:\n  queue: Cla|ims`, 'Not in org Northwind, seen 3 min ago.'],
    ['an id', `${details}where:\n  queueId: 11111111-1111|-4111-8111-111111111111`, 'Queue Support Voice'],
    [
      'an id of a predicate',
      `${details}segmentFilters:\n  - { type: and, predicates: [{ dimension: queueId, value: 11111111-1111|-4111-8111-111111111111 }] }`,
      'Queue Support Voice',
    ],
    ['a code', `${details}where:\n  wrapUpCode: Issue Res|olved`, 'category support; subcategory resolved'],
    ['a category', `${details}where:\n  wrapUpCode: { category: sup|port }`, '2 codes with the category support'],
    ['a column', `${details}output: { columns: [wrapUp|Name] }`, '**'],
    [
      'a dimension',
      `${details}segmentFilters:\n  - { type: and, predicates: [{ dimension: queue|Id, operator: exists }] }`,
      'ueue',
    ],
  ])('explains %s', (_what, marked, text) => {
    expect(hover(marked)?.contents.replaceAll('\\', '')).toContain(text);
  });

  test('says nothing of the org while nobody is signed in', () => {
    const contents = hover(`${details}where:\n  queue: Bill|ing`, { now })?.contents;
    expect(contents).toContain('looked up in the org when the query runs');
    expect(contents).not.toContain('Northwind');
  });

  test('shows no link and no image that a file writes', () => {
    const contents = hover(`${details}where:\n  queue: "![x](https://e|vil.example/x.png)"`)?.contents;
    expect(contents).toContain('evil');
    expect(contents).not.toMatch(/!\[|\]\(/);
  });
});

describe('the outline and folding', () => {
  const text = `# Two queries\n${details}where:\n  queue: Billing\n  mediaType: voice\n---\n${aggregates}`;

  test('have a node for each query', () => {
    const symbols = symbolsOf(readSource('x.query.yaml', text));
    expect(symbols.map(({ name, detail, children }) => [name, detail, children.map((child) => child.name)])).toEqual([
      ['ConversationDetails', 'yesterday', ['where']],
      ['ConversationAggregates', 'last 7 days', ['metrics']],
    ]);
  });

  test('nest, and folds lie within the file', () => {
    const source = readSource('x.query.yaml', text);
    for (const { range, selectionRange } of symbolsOf(source)) {
      expect(range.start.line).toBeLessThanOrEqual(selectionRange.start.line);
      expect(range.end.line).toBeGreaterThanOrEqual(selectionRange.end.line);
    }
    expect(foldingOf(source)).toContainEqual({ startLine: 3, endLine: 5 });
  });
});

describe('inlays', () => {
  const at = (text: string, knowing: CheckContext = context): readonly (readonly [number, string])[] =>
    inlaysOf(readSource('x.query.yaml', text), knowing).map(({ position, label }) => [position.line, label] as const);

  test('show the interval as it will be sent, and nothing where that is what is written', () => {
    expect(at(details)).toEqual([[1, '2026-11-19T00:00:00+01:00/2026-11-20T00:00:00+01:00']]);
    expect(at(details.replace('yesterday', '2026-11-01T00:00:00Z/2026-11-08T00:00:00Z'))).toEqual([]);
    expect(at(details.replace('yesterday', 'whenever'))).toEqual([]);
    expect(at(details.replace('yesterday', ''))).toEqual([]);
  });

  test('show what days are over daylight saving', () => {
    expect(at(details.replace('yesterday', '2026-10-24/2026-10-26'))).toEqual([
      [1, '2026-10-24T00:00:00+02:00/2026-10-26T00:00:00+01:00'],
    ]);
  });

  test('show ids beside names, but not while nobody is signed in', () => {
    const text = `${details}where:\n  queue: [Support Voice, Claims]\n  wrapUpCode: Issue Resolved\n`;
    expect(at(text).slice(1)).toEqual([
      [3, '11111111'],
      [4, '44444444'],
    ]);
    expect(at(text, { now })).toHaveLength(1);
    expect(at(`${details}where:\n  queueId: 22222222-2222-4222-8222-222222222222\n`)[1]).toEqual([3, 'Billing DEV']);
  });
});

describe('lenses', () => {
  const lines = (text: string): readonly (readonly [number, number])[] =>
    lensesOf(readSource('x.query.yaml', text)).map(({ document, range }) => [document, range.start.line] as const);

  test('stand on the first line of each query, an empty document counted', () => {
    expect(lines(`# one\n${details}---\n---\n${aggregates}`)).toEqual([
      [0, 1],
      [2, 5],
    ]);
  });

  test('can be turned off', () => {
    expect(lensesOf(readSource('x.query.yaml', details), new Set())).toEqual([]);
  });

  test('are there for queries in a file of any name, and not for catalogs', () => {
    expect(lensesOf(readSource('notes.yaml', details))).toHaveLength(1);
    expect(lensesOf(readSource('a.wrapup.yaml', 'kind: WrapUpCatalog\ncodes: []\n'))).toEqual([]);
  });

  test('do not move while the query before them is typed', () => {
    const after = `---\n${aggregates}`;
    const typed = `${details}where:\n  queue: [Support Voice, "Billing"]\n  tHandle: { gte: 5m }\n`;
    for (let end = details.length; end <= typed.length; end++) {
      const text = typed.slice(0, end);
      const line = `${text}\n`.split('\n').length;
      expect(lines(`${text}\n${after}`)).toEqual([
        [0, 0],
        [1, line],
      ]);
    }
  });
});
