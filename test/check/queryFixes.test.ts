/** Fixes in files that are written in less usual ways: JSON, dashes under their key, comments, values that nobody can ask for. */
import { expect, test } from 'vitest';
import { check } from '#core/check/index.ts';
import { readSource } from '#core/text/parse.ts';
import { applyFix } from '../fixtures/apply.ts';
import { now } from '../fixtures/context.ts';

/** Each file that one fix leads to, by the fix's title. */
function fixed(name: string, text: string): Readonly<Record<string, string>> {
  const source = readSource(name, text);
  const fixes = check(source, { now }).flatMap((problem) => problem.fixes);
  return Object.fromEntries(fixes.map((fix) => [fix.title, applyFix(source, fix)]));
}

const details = 'kind: ConversationDetails\ninterval: yesterday\n';

test('the last item of a list whose dash stands under its key leaves brackets that stand deeper', () => {
  const text = `${details}output:\n  columns:\n  # which\n  - nothing # why\n  maxRows: 5\n`;
  expect(fixed('x.query.yaml', text)["Remove 'nothing'"]).toBe(
    `${details}output:\n  columns:\n  # which\n    [] # why\n  maxRows: 5\n`,
  );
  const deeper = `${details}output:\n  columns:\n    - nothing\n`;
  expect(fixed('x.query.yaml', deeper)["Remove 'nothing'"]).toBe(`${details}output:\n  columns:\n    []\n`);
});

test('a word for a period stays JSON', () => {
  const body = { kind: 'ConversationAggregates', interval: 'yesterday', metrics: ['nOffered'], timeGrain: 'hour' };
  const after = fixed('x.query.json', JSON.stringify(body))['Change to \'granularity: "PT1H"\''] ?? '';
  expect(JSON.parse(after)).toMatchObject({ granularity: 'PT1H' });
});

test('a line that joins `where` stays JSON', () => {
  const body = {
    kind: 'ConversationDetails',
    interval: 'yesterday',
    where: { queue: 'Billing' },
    filters: [{ path: 'mediaType', operator: 'in', value: ['voice'] }],
  };
  const after = Object.values(fixed('x.query.json', JSON.stringify(body, null, 2)));
  expect(after.map((text) => JSON.parse(text) as unknown)).toContainEqual({
    kind: 'ConversationDetails',
    interval: 'yesterday',
    where: { queue: 'Billing', mediaType: 'voice' },
  });
});

test('a text is no type of a filter', () => {
  const body = { kind: 'ConversationDetails', interval: 'yesterday', segmentFilters: ['Billing'] };
  expect(fixed('x.query.json', JSON.stringify(body))).toEqual({});
});

test('what the API cannot ask is not dropped in silence', () => {
  const filter = (operator: string, value: string): string =>
    `${details}segmentFilters:\n  - { type: and, predicates: [{ field: queueId, op: ${operator}, value: ${value} }] }\n`;
  expect(Object.values(fixed('x.query.yaml', filter('exists', 'Billing')))).toEqual([]);
  expect(Object.values(fixed('x.query.yaml', filter('exists', 'true'))).join()).toContain('operator: exists }');
  const twice = `${details}segmentFilters:\n  - { type: and, predicates: [{ field: tSegmentDuration, op: gt, value: [1, 2] }] }\n`;
  expect(Object.values(fixed('x.query.yaml', twice))).toEqual([]);
});

test('the comments inside of what is removed stay', () => {
  const text = `${details}colour: # one\n  red: 1 # two\n  blue: 2 # three\norder: asc\n`;
  expect(fixed('x.query.yaml', text)["Remove 'colour'"]).toBe(`${details}# one\n# two\n# three\norder: asc\n`);
});

test.each([
  ['a line that is not indented', `${details}where:\nqueue: Billing\n`, `${details}where:\n  queue: Billing\n`],
  [
    'beside its map',
    `${details}where:\n  agent: Ann # who\nqueue: Billing\n`,
    `${details}where:\n  agent: Ann # who\n  queue: Billing\n`,
  ],
  [
    'without its map',
    `${details}queue:\n  - Billing # b\n  - Sales\norder: asc\n`,
    `${details}where:\n  queue:\n    - Billing # b\n    - Sales\norder: asc\n`,
  ],
  [
    'with line ends of two characters',
    `${details}queue: Billing\n`.replaceAll('\n', '\r\n'),
    `${details}where:\n  queue: Billing\n`.replaceAll('\n', '\r\n'),
  ],
])('a field that belongs under `where` moves there: %s', (_, before, after) => {
  expect(fixed('x.query.yaml', before)["Move it under 'where'"]).toBe(after);
});

test('a field moves under `where` in JSON, too, and never over one that is there', () => {
  const query = (more: object): string =>
    JSON.stringify({ kind: 'ConversationDetails', interval: 'yesterday', ...more });
  const moved = (more: object): unknown => {
    const text = fixed('x.query.json', query(more))["Move it under 'where'"];
    return text === undefined ? undefined : JSON.parse(text);
  };
  expect(moved({ queue: ['Billing'] })).toMatchObject({ where: { queue: ['Billing'] } });
  expect(moved({ queue: ['Billing'], where: { agent: 'Ann' } })).toMatchObject({
    where: { agent: 'Ann', queue: ['Billing'] },
  });
  expect(moved({ queue: 'Billing', where: { queue: 'Sales' } })).toBeUndefined();
});

test('a name alone keeps the comments of what it was', () => {
  const text = `${details}where:\n  agent: # who\n    id: x # no\n    name: Ann # yes\n`;
  expect(fixed('x.query.yaml', text)["Change to 'Ann'"]).toBe(
    `${details}where:\n  # who\n  # no\n  agent: Ann # yes\n`,
  );
});

test('a list of lines does not move onto the line of a key', () => {
  const text = `${details}queue:\n  - Billing\nwhere:\n  agent: Ann\n`;
  expect(fixed('x.query.yaml', text)["Move it under 'where'"]).toBeUndefined();
});

test('several values in one text become several', () => {
  const query = (metrics: string): string => `kind: ConversationAggregates\ninterval: yesterday\nmetrics: ${metrics}\n`;
  for (const written of ['[nOffered nConnected]', '["nOffered, nConnected"]', 'nOffered, nConnected'])
    expect(Object.values(fixed('x.query.yaml', query(written)))[0]?.replaceAll('"', '')).toBe(
      query('[nOffered, nConnected]'),
    );
});

test.each([
  ['[2026-11-01, 2026-11-08]'],
  ['{ from: 2026-11-01, to: 2026-11-08 }'],
  ['\n  start: 2026-11-01\n  end: 2026-11-08'],
])('both ends of an interval become one text: %j', (written) => {
  const text = `kind: ConversationDetails\ninterval: ${written}\n`;
  expect(fixed('x.query.yaml', text)["Change to 'interval: 2026-11-01/2026-11-08'"]).toBe(
    'kind: ConversationDetails\ninterval: 2026-11-01/2026-11-08\n',
  );
});

test('a kind in another spelling is respelled', () => {
  const text = 'Kind: ConversationDetails\ninterval: yesterday\n';
  expect(fixed('x.query.yaml', text)).toEqual({ "Change to 'kind'": text.replace('Kind', 'kind') });
});

test('a row count in quotes loses them', () => {
  expect(Object.values(fixed('x.query.yaml', `${details}output: { maxRows: "100" }\n`))).toEqual([
    `${details}output: { maxRows: 100 }\n`,
  ]);
});

test.each([
  ['P7D', 'last 7 days'],
  ['2026‑11‑01/2026‑11‑08', '2026-11-01/2026-11-08'],
])('the interval %s is told as %s', (written, meant) => {
  const query = (interval: string): string => `kind: ConversationDetails\ninterval: ${interval}\n`;
  expect(Object.values(fixed('x.query.yaml', query(written)))).toEqual([query(meant)]);
});

test.each([
  ['where: { not: { queue: Billing } }', 'exclude'],
  ['where: { or: [{ queue: Billing }] }', 'must hold'],
  ['body: { interval: yesterday }', 'beside'],
  ['name: My query', 'comment above'],
])('%s is told what to do instead', (line, words) => {
  const problems = check(readSource('x.query.yaml', `${details}${line}\n`), { now });
  expect(problems.map(({ message }) => message).join()).toContain(words);
});

test('a yes for true is told once', () => {
  const text =
    'kind: ConversationAggregates\ninterval: yesterday\nmetrics: [nOffered]\nflattenMultivaluedDimensions: yes\n';
  expect(Object.values(fixed('x.query.yaml', text))).toEqual([text.replace('yes\n', 'true\n')]);
});

test.each([
  ['x.query.yaml', 'kind:\ninterval: yesterday\n'],
  ['x.query.yaml', 'kind: ~\ninterval: yesterday\n'],
  ['x.query.json', '{ "kind": null, "interval": "yesterday" }\n'],
])('a kind without a value gets one, and no second kind (%s, %j)', (name, text) => {
  const after = fixed(name, text)["Add 'kind: ConversationDetails'"] ?? '';
  expect(after).toBe(
    text.replace(
      /(kind"?:)(?: ~| null)?/,
      `$1 ${name.endsWith('.json') ? '"ConversationDetails"' : 'ConversationDetails'}`,
    ),
  );
  expect(check(readSource(name, after), { now })).toEqual([]);
});
