/** Conditions in the forms of tutorials and tools: what the fixes make of them asks for the same. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '#core/check/index.ts';
import { preferredFix } from '#core/check/fixes/jointFix.ts';
import { compileQuery } from '#core/query/compile/index.ts';
import { isMap } from '#core/query/compile/json.ts';
import { readSource } from '#core/text/parse.ts';
import { toValue } from '#core/text/walk.ts';
import { applyFix } from '../fixtures/apply.ts';
import { now } from '../fixtures/context.ts';

const name = 'filters.query.yaml';
const head = 'kind: ConversationAggregates\ninterval: yesterday\nmetrics: [nOffered]\n';

interface Asked {
  readonly dimension: string;
  readonly values: readonly string[];
}

/** Dimensions with a word that tutorials use for them, and values that are none of the known ones. */
const subjects: readonly (readonly [string, string])[] = [
  ['queueId', 'queue.id'],
  ['ani', 'callerId'],
  ['requestedLanguageId', 'language'],
  ['teamId', 'team'],
];

const asked: fc.Arbitrary<readonly Asked[]> = fc
  .uniqueArray(fc.constantFrom(...subjects), { minLength: 1, maxLength: 3 })
  .chain((chosen) =>
    fc.tuple(
      ...chosen.map(([dimension]) =>
        fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 3 }).map((values): Asked => ({ dimension, values })),
      ),
    ),
  );

const wordOf = (dimension: string): string => subjects.find(([real]) => real === dimension)?.[1] ?? dimension;
const list = (values: readonly string[]): string => `[${values.join(', ')}]`;

/** Each in block or flow style, with a comment where there is room for one. */
const forms: Readonly<Record<string, (all: readonly Asked[]) => string>> = {
  'where as a list': (all) =>
    `where:\n${all.map(({ dimension, values }) => `  - path: ${wordOf(dimension)} # about ${dimension}\n    operator: in\n    value: ${list(values)}\n`).join('')}`,
  'filters as a list': (all) =>
    `filters: [${all.map(({ dimension, values }) => `{ field: ${wordOf(dimension)}, op: in, values: ${list(values)} }`).join(', ')}]\n`,
  'a map of values': (all) =>
    `filters: # all\n${all.map(({ dimension, values }) => `  ${wordOf(dimension)}: ${values.length === 1 ? values[0] : list(values)}\n`).join('')}`,
  entities: (all) =>
    `entity:\n${all.map(({ dimension, values }) => `  - { type: conversation, selector: ${wordOf(dimension)}, values: ${list(values)} } # ${dimension}\n`).join('')}`,
  'clauses of type field': (all) =>
    `filter:\n  type: and\n  clauses:\n${all.map(({ dimension, values }) => `    - type: field\n      field: ${wordOf(dimension)} # about ${dimension}\n      op: in\n      values:\n${values.map((value) => `        - ${value} # one\n`).join('')}`).join('')}`,
  'predicates with several values': (all) =>
    `filter:\n  type: and # all\n  predicates:\n${all.map(({ dimension, values }) => `    - { dimension: ${dimension}, operator: in, value: ${list(values)} } # ${dimension}\n`).join('')}`,
  'predicates in a line': (all) =>
    `filter: { type: and, predicates: [${all.map(({ dimension, values }) => `{ field: ${wordOf(dimension)}, operator: in, values: ${list(values)} }`).join(', ')}] }\n`,
};

function repaired(text: string): string {
  let current = text;
  for (let step = 0; step < 60; step++) {
    const source = readSource(name, current);
    const fix = check(source, { now })
      .map(preferredFix)
      .find((found) => found !== undefined);
    if (fix === undefined) return current;
    current = applyFix(source, fix);
  }
  throw new Error('The fixes never come to an end.');
}

function errorsIn(text: string): readonly string[] {
  const problems = check(readSource(name, text), { now });
  return problems.filter(({ severity }) => severity === 'error').map(({ message }) => message);
}

/** The filter of the compiled body. */
function filterIn(text: string): unknown {
  const value = toValue(readSource(name, text).documents[0]?.root);
  // It was checked against its schema: it has the shape that the compiler wants.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const file = { kind: 'ConversationAggregates', document: 0, value } as unknown as Parameters<typeof compileQuery>[0];
  const result = compileQuery(file, { now });
  return result.ok ? result.query.body['filter'] : result.problems;
}

/** True where the API would count a conversation with these values. */
function counts(filter: unknown, conversation: ReadonlyMap<string, string>): boolean {
  if (!isMap(filter)) return true;
  const { type, dimension, value, predicates = [], clauses = [] } = filter;
  if (typeof dimension === 'string') return conversation.get(dimension) === value;
  if (!Array.isArray(predicates) || !Array.isArray(clauses)) throw new Error('This is no filter.');
  const parts = [...clauses, ...predicates].map((part) => counts(part, conversation));
  return type === 'or' ? parts.some(Boolean) : parts.every(Boolean);
}

/** Every mixture of the values that are asked for and of others. */
function conversations(all: readonly Asked[]): readonly ReadonlyMap<string, string>[] {
  return all.reduce<readonly ReadonlyMap<string, string>[]>(
    (mixtures, { dimension, values }) =>
      mixtures.flatMap((mixture) => [...values, 'another'].map((value) => new Map([...mixture, [dimension, value]]))),
    [new Map()],
  );
}

describe.each(Object.entries(forms))('%s', (_, write) => {
  it('becomes a filter that asks for the same, with every comment', () => {
    fc.assert(
      fc.property(asked, (all) => {
        const text = head + write(all);
        const result = repaired(text);
        expect(errorsIn(result)).toEqual([]);
        const filter = filterIn(result);
        for (const conversation of conversations(all)) {
          const isAsked = all.every(({ dimension, values }) => values.includes(conversation.get(dimension) ?? ''));
          expect(counts(filter, conversation)).toBe(isAsked);
        }
        expect(result.match(/# .*$/gm)?.toSorted()).toEqual(text.match(/# .*$/gm)?.toSorted());
      }),
      { numRuns: 25 },
    );
  });
});

describe('what the API cannot ask', () => {
  it.each([
    ['is not', `${head}filter: { type: and, predicates: [{ dimension: queueId, operator: notIn, value: [a, b] }] }\n`],
    [
      'the same thing twice',
      `${head}filters: [{ field: queue, op: in, values: [a, b] }, { field: queue, op: in, values: [b, c] }]\n`,
    ],
    [
      'either of two things',
      `${head}filters: [{ type: or, predicates: [{ field: queue, value: a }, { field: team, value: b }] }]\n`,
    ],
    ['what nobody knows', `${head}filters: [{ field: moon, op: in, values: [full] }]\n`],
  ])('%s: gets no fix that changes what is asked', (_, text) => {
    const fixes = check(readSource(name, text), { now }).flatMap((problem) => problem.fixes);
    expect(fixes.filter(({ preferred }) => preferred === true)).toEqual([]);
    expect(errorsIn(text)).not.toEqual([]);
  });
});

describe('the two ends of an interval', () => {
  const query = (lines: string): string => `kind: ConversationDetails\n${lines}`;

  it.each([
    [
      'start_date: 2026-11-01 00:00:00\nend_date: 2026-11-02 12:30\n',
      'interval: 2026-11-01T00:00:00/2026-11-02T12:30\n',
    ],
    ['to: 2026-11-02\nfrom: 2026-11-01\n', 'interval: 2026-11-01/2026-11-02\n'],
    ['dateRange: { from: 2026-11-01, to: 2026-11-02 }\n', 'interval: 2026-11-01/2026-11-02\n'],
    ['timeRange: [2026-11-01, 2026-11-02]\n', 'interval: 2026-11-01/2026-11-02\n'],
    ['period: last 7 days\n', 'interval: last 7 days\n'],
  ])('%j become one', (before, after) => expect(repaired(query(before))).toBe(query(after)));

  it('are not put together where one is no moment', () => {
    const text = query("dateFrom: some day\ndateTo: '2026-11-02'\n");
    expect(repaired(text)).toBe(text);
  });
});
