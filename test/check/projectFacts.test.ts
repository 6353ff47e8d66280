/** Counts over the catalogs of a project: what is looked up is what counting by hand gives, also after edits. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { factsOfFiles, newCatalogFacts, projectFacts, type ProjectFacts } from '#core/check/index.ts';
import { readSource } from '#core/text/parse.ts';
import type { Node } from '#core/text/tree.ts';

const queues = ['Voice', 'voice ', 'Chat', 'Mail'];
const code = fc.record(
  {
    name: fc.constantFrom('A', 'B', 'C'),
    category: fc.constantFrom('sales', 'support'),
    subcategory: fc.constantFrom('won', 'lost'),
    queues: fc.array(fc.constantFrom(...queues), { maxLength: 3 }),
    reportingTags: fc.array(fc.constantFrom('a:1', 'a:2', 'b'), { maxLength: 3 }),
    division: fc.constantFrom('East', '*'),
    state: fc.constantFrom('active', 'retired', 'deleted'),
  },
  { requiredKeys: ['name'] },
);
type Code = typeof code extends fc.Arbitrary<infer T> ? T : never;
const catalog = fc.record({
  defaults: fc.option(fc.uniqueArray(fc.constantFrom(...queues), { maxLength: 2 }), { nil: undefined }),
  division: fc.option(fc.constantFrom('East', 'West'), { nil: undefined }),
  codes: fc.array(code, { maxLength: 8 }),
});
type Catalog = typeof catalog extends fc.Arbitrary<infer T> ? T : never;

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** Every answer, by counting. */
function byHand(catalogs: readonly Catalog[]): unknown {
  const codes = catalogs.flatMap(({ codes: own, defaults }) =>
    own.map((one) => ({ defaults: defaults ?? [], ...one })),
  );
  const count = (is: (one: (typeof codes)[number]) => boolean): number => codes.filter(is).length;
  const uses = (texts: readonly string[], of: (text: string) => number): unknown =>
    Object.fromEntries(texts.map((text) => [text, of(text)]).filter(([, times]) => times !== 0));
  return {
    codes: codes.length,
    on: ['VOICE', 'Chat', 'Mail'].map((queue) =>
      count(
        (one) => (one.state ?? 'active') === 'active' && (one.queues ?? one.defaults).some((name) => same(name, queue)),
      ),
    ),
    sales: count(({ category }) => category === 'sales'),
    won: count(({ category, subcategory }) => category === 'sales' && subcategory === 'won'),
    tags: uses(['a:1', 'a:2', 'b'], (tag) =>
      count(({ reportingTags }) => reportingTags?.some((own) => own === tag) === true),
    ),
    divisions: uses(
      ['East', 'West', '*'],
      (name) =>
        count(({ division }) => division === name) + catalogs.filter(({ division }) => division === name).length,
    ),
  };
}

function asked(facts: ProjectFacts): unknown {
  return {
    codes: facts.codes(),
    on: ['VOICE', 'Chat', 'Mail'].map((queue) => facts.codesOn(queue)),
    sales: facts.codesIn('sales'),
    won: facts.codesIn('sales', 'won'),
    tags: Object.fromEntries(facts.tags()),
    divisions: Object.fromEntries(facts.divisions()),
  };
}

function fileOf({ defaults, division, codes }: Catalog) {
  const value = { kind: 'WrapUpCatalog', division, defaults: defaults && { queues: defaults }, codes };
  return readSource('a.wrapup.yaml', JSON.stringify(value));
}

test('what is looked up is what counting gives', () => {
  fc.assert(
    fc.property(fc.array(catalog, { maxLength: 3 }), (catalogs) => {
      expect(asked(factsOfFiles(catalogs.map(fileOf)))).toEqual(byHand(catalogs));
    }),
    { numRuns: 200 },
  );
});

test('codes that are taken out and put in again leave nothing behind', () => {
  const nodeOf = (one: Code): Node => readSource('a.query.json', JSON.stringify(one)).documents[0]?.root as Node;
  fc.assert(
    fc.property(catalog, catalog, fc.array(code, { maxLength: 5 }), (before, after, passing) => {
      const facts = newCatalogFacts('a.wrapup.yaml');
      const rootOf = (one: Catalog) => fileOf(one).documents[0]?.root;
      const nodes = before.codes.map(nodeOf);
      facts.setHead(rootOf(before));
      for (const node of [...nodes, ...passing.map(nodeOf)]) facts.add(node);
      for (const node of passing.map(nodeOf)) facts.remove(node);
      for (const node of nodes) facts.remove(node);
      facts.setHead(rootOf(after));
      for (const one of after.codes) facts.add(nodeOf(one));
      expect(asked(projectFacts(() => [facts]))).toEqual(byHand([after]));
    }),
    { numRuns: 200 },
  );
});

test('a queue is known as it is declared, by any spelling of its name', () => {
  const text =
    'kind: WrapUpCatalog\nqueues:\n  Support Voice: { afterCallWork: { prompt: MANDATORY_TIMEOUT, timeout: 30s }, membership: exact }\n  Mail:\n';
  const facts = factsOfFiles([readSource('b.wrapup.yaml', text), readSource('c.wrapup.yaml', text)]);
  expect(facts.queue('support  voice')).toEqual({
    name: 'Support Voice',
    file: 'b.wrapup.yaml',
    prompt: 'MANDATORY_TIMEOUT',
    timeout: '30s',
    membership: 'exact',
  });
  expect(facts.queues().map(({ name }) => name)).toEqual(['Support Voice', 'Mail']);
});
