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
