/** What holds for the check as a whole. */
import { describe, expect, test } from 'vitest';
import { check } from '#core/check/check.ts';
import type { Rule } from '#core/check/rule.ts';
import { readSource } from '#core/text/parse.ts';
import { applyFix } from '../fixtures/apply.ts';
import { now } from '../fixtures/context.ts';

const codes = (name: string, text: string): string[] => check(readSource(name, text), { now }).map(({ code }) => code);

test('a rule that throws is named and does not silence the others', () => {
  const broken: Rule = {
    code: 'broken-rule',
    severity: 'error',
    inCode: () => {
      throw new TypeError('boom');
    },
  };
  const fine: Rule = {
    code: 'fine',
    severity: 'hint',
    inCode: (entry) => [{ span: entry.node.span, message: 'Seen.' }],
  };
  const source = readSource('x.wrapup.yaml', 'kind: WrapUpCatalog\ncodes:\n  - name: One\n');
  const problems = check(source, { now }, [broken, fine]);
  expect(problems.map(({ code }) => code).toSorted()).toEqual(['fine', 'internal-error']);
  expect(problems.find(({ code }) => code === 'internal-error')?.message).toContain("'broken-rule'");
});

describe('the kind of a file', () => {
  test('comes from `kind`, else from the name', () => {
    expect(codes('notes.yaml', 'kind: WrapUpCatalog\ncodes: []\n')).toEqual([]);
    expect(codes('a.wrapup.yml', 'codes: []\n')).toEqual(['missing-field']);
    expect(codes('file:///w/genesys.yaml', 'naming: loose\n')).toEqual(['missing-field', 'unknown-value']);
    expect(codes('notes.yaml', 'codes: []\n')).toEqual(['missing-kind']);
  });

  test('is named where it is unknown, with what was meant', () => {
    const [problem] = check(readSource('a.yaml', 'kind: WrapupCatalogue\ncodes: []\n'), { now });
    expect(problem).toMatchObject({
      code: 'unknown-kind',
      fixes: [{ title: "Change to 'WrapUpCatalog'", preferred: true }],
    });
  });

  test('of a query is guessed from its keys, also in JSON', () => {
    const kindless = (name: string, text: string): string | undefined => {
      const source = readSource(name, text);
      const [problem] = check(source, { now });
      expect(problem?.code).toBe('missing-kind');
      const fix = problem?.fixes.find(({ preferred }) => preferred === true);
      return fix && applyFix(source, fix);
    };
    expect(kindless('a.query.yaml', 'interval: yesterday\nmetrics: [nOffered]\n')).toBe(
      'kind: ConversationAggregates\ninterval: yesterday\nmetrics: [nOffered]\n',
    );
    expect(kindless('a.query.yaml', '# mine\ninterval: yesterday\nsegmentFilters: []\n')).toBe(
      '# mine\nkind: ConversationDetails\ninterval: yesterday\nsegmentFilters: []\n',
    );
    const json = kindless('a.query.json', '{\n  "interval": "yesterday",\n  "metrics": ["nOffered"]\n}\n');
    expect(JSON.parse(json ?? '')).toEqual({
      kind: 'ConversationAggregates',
      interval: 'yesterday',
      metrics: ['nOffered'],
    });
    expect(kindless('a.query.yaml', 'interval: yesterday\n')).toBeUndefined();
  });

  test('of a query that is published and not known here yet is said to be so', () => {
    const [problem] = check(readSource('a.query.yaml', 'kind: QueueObservations\n'), { now });
    expect(problem).toMatchObject({ code: 'unknown-kind', fixes: [] });
    expect(problem?.message).toBe(
      "'QueueObservations' is not in this version yet. It will stand for '/api/v2/analytics/queues/observations/query'. Known queries are 'ConversationDetails' and 'ConversationAggregates'.",
    );
    const [near] = check(readSource('a.query.yaml', 'kind: ConversationDetail\ninterval: yesterday\n'), { now });
    expect(near).toMatchObject({ code: 'unknown-kind', fixes: [{ title: "Change to 'ConversationDetails'" }] });
  });

  test('is told for each document of a file', () => {
    const query = 'kind: ConversationDetails\ninterval: yesterday\n';
    expect(codes('a.query.yaml', `${query}---\ninterval: today\n---\n${query}`)).toEqual(['missing-kind']);
  });

  test('surveys are checked for their YAML only', () => {
    expect(codes('a.survey.yaml', 'a: [\n')).toEqual(['missing-bracket']);
  });
});

test('a root that is no map is one problem', () => {
  expect(codes('a.wrapup.yaml', '- name: One\n')).toEqual(['wrong-type']);
  expect(codes('a.wrapup.yaml', 'kin')).toEqual(['wrong-type']);
});

test('names are compared across the catalogs of one file', () => {
  const one = 'kind: WrapUpCatalog\ncodes:\n  - name: One\n';
  expect(codes('a.wrapup.yaml', `${one}---\n${one}`)).toEqual(['duplicate-name', 'duplicate-name']);
});

test('an alias that repeats a mistake does not repeat the problem', () => {
  const text =
    'kind: WrapUpCatalog\nqueues: {}\ncodes:\n  - { name: One, queues: &q [Nowhere] }\n  - { name: Two, queues: *q }\n';
  expect(codes('a.wrapup.yaml', text)).toEqual(['undeclared-queue']);
});

test('a key named __proto__ is an unknown field and nothing more', () => {
  expect(codes('a.wrapup.yaml', 'kind: WrapUpCatalog\ncodes:\n  - { name: One, __proto__: { state: x } }\n')).toEqual([
    'unknown-field',
  ]);
});

test('the naming of genesys.yaml holds where the catalog says nothing', () => {
  const source = readSource('a.wrapup.yaml', 'kind: WrapUpCatalog\ncodes:\n  - name: Café\n');
  expect(check(source, { now }).map(({ code }) => code)).toEqual(['name-characters']);
  expect(check(source, { now, project: { kind: 'GenesysProject', naming: 'platform' } })).toEqual([]);
});

test('an empty file of ours says how to begin', () => {
  for (const text of ['', '# soon\n', '---\n', ' \n# soon']) {
    const source = readSource('genesys.yaml', text);
    const [problem] = check(source, { now });
    expect(problem).toMatchObject({ code: 'empty-file', severity: 'warning' });
    const [fix] = problem?.fixes ?? [];
    expect(fix && codes('genesys.yaml', applyFix(source, fix))).toEqual([]);
  }
});

test.each([
  ['a.query.yaml', ''],
  ['a.query.yaml', '# soon\r\n'],
  ['a.query.yaml', '# soon'],
  ['a.query.yaml', '---\n'],
  ['a.query.json', ''],
  ['a.query.json', ' \n'],
])('an empty query (%s, %j) can begin as either kind', (name, text) => {
  const source = readSource(name, text);
  const problems = check(source, { now });
  expect(problems.map(({ code, severity }) => [code, severity])).toEqual([['empty-file', 'warning']]);
  expect(problems[0]?.message).toBe(
    "There is nothing in this file. Begin it with 'kind: ConversationDetails' or 'kind: ConversationAggregates'.",
  );
  const begun = problems[0]?.fixes.map((fix) => applyFix(source, fix)) ?? [];
  expect(begun).toHaveLength(2);
  for (const file of begun) {
    expect(codes(name, file)).toEqual([]);
    if (name.endsWith('.json')) expect(JSON.parse(file)).toMatchObject({ interval: 'last 7 days' });
    else expect(file.startsWith(text)).toBe(true);
    if (text.includes('\r')) expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  }
});

test.each(['é', ' ', '\u00a0', ' - ', '1', '\u200b', '/'])(
  'a name of a quarter of a million times %j is answered',
  (piece) => {
    const name = piece.repeat(250_000);
    const text = (naming: string): string =>
      `kind: WrapUpCatalog\nnaming: ${naming}\ncodes:\n  - { name: "x${name}x", queues: ["${name}y"] }\n  - { name: "X${name}x" }\n`;
    for (const naming of ['portable', 'platform'])
      expect(codes('a.wrapup.yaml', text(naming))).toContain('name-too-long');
  },
);

/** Each would take minutes or the whole memory if anything about it were quadratic. */
test.each<[string, () => string, string]>([
  ['keys at the top', () => Array.from({ length: 20_000 }, (_, at) => `key${at}: x\n`).join(''), 'unknown-field'],
  [
    'lines that interrupt a list',
    () => `codes:\n${Array.from({ length: 20_000 }, (_, at) => `  - name: X${at}\nfoo${at}\n`).join('')}`,
    'missing-colon',
  ],
  [
    'queues that nobody declares, beside many that are',
    () =>
      `queues:\n${Array.from({ length: 1000 }, (_, at) => `  Queue number ${at}: {}\n`).join('')}codes:\n` +
      Array.from({ length: 10_000 }, (_, at) => `  - { name: C${at}, queues: [Queeu numbr ${at}] }\n`).join(''),
    'undeclared-queue',
  ],
  [
    'keys behind a bracket that is never closed',
    () =>
      `division: [${'a,'.repeat(400_000)}\n${Array.from({ length: 20_000 }, (_, at) => `  key${at}: x\n`).join('')}`,
    'too-deep',
  ],
  ['brackets', () => `codes: [${'[],'.repeat(3_000_000)}`, 'file-too-large'],
])('a file of very many %s is answered', (_what, body, code) => {
  expect(codes('a.wrapup.yaml', `kind: WrapUpCatalog\nnaming: platform\n${body()}`)).toContain(code);
});
