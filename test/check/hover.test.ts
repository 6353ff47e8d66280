/** Hovers over a catalog: facts first, from the whole project, with nothing read but the head and one entry. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CheckContext, factsOfFiles, hoverAt } from '#core/check/index.ts';
import { openText } from '#core/text/live/index.ts';
import { readSource } from '#core/text/parse.ts';
import { createLiveProject } from '#core/workspace/live/index.ts';
import { northwind, now } from '../fixtures/context.ts';

const catalog = `kind: WrapUpCatalog
division: Support
categories:
  support: [resolved, escalation]
queues:
  Support Voice: { afterCallWork: { prompt: MANDATORY_TIMEOUT, timeout: 30s } }
  Billing: {}
defaults: { queues: [Support Voice] }
codes:
  - name: Issue Resolved
    code: RESOLVED
    category: support
    subcategory: resolved
    reportingTags: [priority:high]
    validFrom: 2026-11-22T12:00:00Z
    environments: [dev]
    formerly: [Only in the Org]
  - name: Passed On
    category: support
    subcategory: escalation
    queues: [Billing, Support Voice]
    state: retired
    division: "*"
`;
const other = `kind: WrapUpCatalog
queues: { Claims: { membership: exact } }
codes:
  - { name: Elsewhere, category: support, queues: [billing, Claims], reportingTags: [priority:high] }
`;
const sources = [readSource('file:///w/a.wrapup.yaml', catalog), readSource('file:///w/b%20c.wrapup.yaml', other)];
const context: CheckContext = {
  now,
  org: northwind,
  facts: factsOfFiles(sources),
  project: { kind: 'GenesysProject', environments: { dev: { region: 'mypurecloud.ie', protected: true } } },
};

/** What a hover over the first place of `text` in the catalog says, without Markdown's escapes. */
function over(text: string, knowing: CheckContext = context, whole = catalog): string {
  const source = readSource('file:///w/a.wrapup.yaml', whole);
  const position = source.lines.positionAt(whole.indexOf(text) + 1);
  return (hoverAt(source, position, knowing)?.contents ?? '').replaceAll('\\', '');
}

test('a code shows its tags, queues, division, validity, length and id', () => {
  expect(over('Issue Resolved').split('\n').slice(0, 9)).toEqual([
    '**Issue Resolved**',
    '',
    '- Tags: cat:support, sub:resolved, priority:high',
    '- Queues: Support Voice (the default of this catalog)',
    '- Division: Support (of this catalog)',
    '- Environments: dev',
    '- Valid: from 2026-11-22T12:00:00Z (in 2 days)',
    '- Name: 14 of 255 characters',
    '- Org: `44444444-4444-4444-8444-444444444444` in org Northwind, seen 3 min ago.',
  ]);
  expect(over('Issue Resolved')).toContain('What agents see');
  expect(over('Passed On').split('\n').slice(2, 9)).toEqual([
    '- Tags: cat:support, sub:escalation',
    '- Queues: Billing, Support Voice',
    '- Division: all',
    '- Environments: all',
    '- State: retired',
    '- Name: 9 of 255 characters',
    '- Org: Not in org Northwind, seen 3 min ago.',
  ]);
});

test('all subcategories are tags where the project says so', () => {
  const project = { kind: 'GenesysProject' as const, policy: { subcategoryTags: 'all' as const } };
  expect(over('Issue Resolved', { ...context, project })).toContain(
    'Tags: cat:support, sub:resolved, sub:escalation, priority:high',
  );
  expect(over('resolved,', { ...context, project })).toContain('All codes of its category get the tag sub:resolved.');
});

test('a name is counted against what the policy of the project allows', () => {
  const project = { kind: 'GenesysProject' as const, policy: { name: { maxLength: 40 } } };
  expect(over('Issue Resolved', { ...context, project })).toContain('Name: 14 of 40 characters');
  expect(
    over('Issue Resolved', { ...context, project: { ...project, policy: { name: { maxLength: 999 } } } }),
  ).toContain('Name: 14 of 255 characters');
});

test('a queue shows how full it is over all catalogs, where it is declared, and its id', () => {
  expect(over('Support Voice')).toBe(
    [
      '**Queue Support Voice**',
      'On it: 1 of 1,000 codes, over all catalogs.',
      'Declared in a.wrapup.yaml.',
      'After-call work: Mandatory, Time-boxed, 30s.',
      '`11111111-1111-4111-8111-111111111111` in org Northwind, seen 3 min ago.',
    ].join('\n\n'),
  );
  const claims = over('Claims', context, catalog.replace('[Billing, Support Voice]', '[Claims]'));
  expect(claims).toContain('Declared in b c.wrapup.yaml.');
  expect(claims).toContain('takes off codes that no catalog lists');
  expect(over('Billing: {}', context, catalog.replace('division', 'naming: platform\ndivision'))).toContain(
    'On it: 1 code, over',
  );
  expect(over('Nobody', context, catalog.replace('[Billing', '[Nobody'))).toContain('No catalog declares it.');
});

test.each([
  ['support:', '3 codes. Codes of it get the tag cat:support.\n\n- resolved: 1 code\n- escalation: 1 code'],
  ['resolved,', '1 code of support.'],
  ['escalation\n', 'get the tag sub:escalation'],
  ['priority:high', '2 codes have it.'],
  ['Support\ncategories', 'Named once in the catalogs.'],
  ['RESOLVED', '8 of 128 characters.'],
  ['dev]', 'Region `mypurecloud.ie`. It is protected.'],
  ['Only in', '`55555555-5555-4555-8555-555555555555` in org Northwind'],
  ['codes:', 'The catalogs hold 3 codes and 3 queues.'],
])('%j says %j', (text, words) => {
  expect(over(text, context)).toContain(words);
});

test('a queue of a query shows how many codes are on it', () => {
  const text = 'kind: ConversationDetails\ninterval: yesterday\nwhere: { queue: billing }\n';
  const source = readSource('a.query.yaml', text);
  const contents = hoverAt(source, { line: 2, character: 18 }, context)?.contents;
  expect(contents).toContain('The catalogs put 1 code on it.');
});

test('nothing is said of the org while nobody is signed in', () => {
  for (const text of ['Issue Resolved', 'Support Voice', 'Support\ncategories', 'Only in'])
    expect(over(text, { now })).not.toMatch(/org Northwind|Not in org/);
});

test('texts stay the same while a minute passes', () => {
  const later = { ...context, now: now + 59_000 };
  for (const text of ['Issue Resolved', 'Support Voice']) expect(over(text, later)).toBe(over(text));
});

describe('an excerpt', () => {
  const words = fc.constantFrom('Support Voice', 'Billing', 'Claims');
  const code = fc.record({
    name: fc.constantFrom('One', 'Two', 'Three'),
    category: fc.constantFrom('support', 'sales'),
    queues: fc.uniqueArray(words, { maxLength: 3 }),
  });

  test('says what the whole file says, at every place of an entry', () => {
    fc.assert(
      fc.property(fc.array(code, { minLength: 1, maxLength: 6 }), fc.nat(), (codes, seed) => {
        const items = codes.map(
          ({ name, category, queues }) =>
            `  - name: ${name}\n    category: ${category}\n    queues: [${queues.join(', ')}]\n`,
        );
        const text = `${catalog.slice(0, catalog.indexOf('  - name'))}${items.join('')}`;
        const live = openText('a.wrapup.yaml', text);
        const whole = live.source();
        const knowing = { ...context, facts: factsOfFiles([whole]) };
        const position = whole.lines.positionAt(seed % text.length);
        const excerpt = live.excerpt({ start: position, end: position });
        const there = excerpt.fromFile(position);
        const found = there && hoverAt(excerpt.source, there, knowing);
        const expected = hoverAt(whole, position, knowing);
        expect(found?.contents).toBe(expected?.contents);
        if (found && expected) expect(excerpt.toFile(found.range.start)).toEqual(expected.range.start);
      }),
      { numRuns: 300 },
    );
  });

  test('counts what counting by hand gives', () => {
    fc.assert(
      fc.property(fc.array(code, { maxLength: 8 }), (codes) => {
        const head = 'kind: WrapUpCatalog\nqueues:\n  Billing: {}\ncategories:\n  sales: []\ncodes: ';
        const text = `${head}${JSON.stringify(codes)}\n`;
        const knowing = { now, facts: factsOfFiles([readSource('a.wrapup.yaml', text)]) };
        const onBilling = codes.filter(({ queues }) => queues.includes('Billing')).length;
        const inSales = codes.filter(({ category }) => category === 'sales').length;
        expect(over('Billing: {}', knowing, text)).toContain(`On it: ${onBilling} of 1,000 codes`);
        expect(over('sales: []', knowing, text)).toContain(inSales === 1 ? '1 code.' : `${inSales} codes.`);
      }),
      { numRuns: 100 },
    );
  });
});

test.each([
  ['in a project', ['genesys.yaml']],
  ['of no project', []],
])('a file %s is counted as a whole while it is edited, however little of it is read', (_where, others) => {
  const name = 'a.wrapup.yaml';
  const live = openText(name, catalog);
  const project = createLiveProject();
  for (const other of others) project.put(openText(other, 'kind: GenesysProject\n'));
  project.put(live);
  project.setNow(now);
  const last = { line: catalog.split('\n').indexOf('  - name: Passed On'), character: 12 };
  const counted = (): string => {
    const at = { line: 6, character: 4 };
    const excerpt = live.excerpt({ start: at, end: at });
    const there = excerpt.fromFile(at);
    return (there && hoverAt(excerpt.source, there, project.contextFor(name))?.contents) ?? '';
  };
  expect(counted()).toContain('On it: 0 of 1,000 codes');
  for (let codes = 1; codes <= 3; codes++) {
    const start = { line: last.line, character: 0 };
    const text = `  - name: New ${codes}\n    queues: [Billing]\n`;
    project.changed(name, live.change([{ range: { start, end: start }, text }]));
    expect(counted()).toContain(`On it: ${codes} of 1,000 codes`);
  }
});
