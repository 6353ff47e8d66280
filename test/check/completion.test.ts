/** Completion as a whole: what it offers is right, wherever the cursor stands. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  check,
  type CheckContext,
  complete,
  completeSome,
  type CompletionItem,
  factsOfFiles,
} from '#core/check/index.ts';
import { openText } from '#core/text/live/index.ts';
import { readSource } from '#core/text/parse.ts';
import type { OrgNames } from '#core/query/model.ts';
import { catalogCodes, readCatalogs, readProject } from '#core/workspace/index.ts';
import { now } from '../fixtures/context.ts';
import { choose } from '../fixtures/typed.ts';

const folder = new URL('../../examples/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const texts = new Map(names.map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]));
const sources = [...texts].map(([name, text]) => readSource(name, text));
const project = sources.map(readProject).find((found) => found !== undefined);
const org: OrgNames = {
  org: { id: '6f1f0c52-7d3b-4c1e-9a57-2f8d3e5b1a90', name: 'Northwind' },
  readAt: now,
  queues: [{ id: '11111111-1111-4111-8111-111111111111', name: 'Support: Voice, "one"' }],
  divisions: [{ id: '22222222-2222-4222-8222-222222222222', name: '#Home' }],
  users: [{ id: '33333333-3333-4333-8333-333333333333', name: 'yes' }],
  wrapUpCodes: [{ id: '44444444-4444-4444-8444-444444444444', name: 'Not In Files' }],
};
const context: CheckContext = {
  now,
  org,
  ...(project && { project }),
  catalogs: catalogCodes(sources.flatMap(readCatalogs), project),
  facts: factsOfFiles(sources),
};

/** A key has no value yet when it is chosen, and a piece may have to be filled in. */
const unfinished = new Set([
  'missing-value',
  'empty-text',
  'empty-list',
  'missing-field',
  'empty-filter',
  'duplicate-key',
  'predicate-operand',
  'predicate-subject',
  'missing-kind',
  'failing-test',
  'policy-missing-field',
]);

/** Errors at what was put in, that were not there before. A key in the place of another has a value that was not meant for it. */
function refusals(name: string, text: string, item: CompletionItem): readonly string[] {
  const source = readSource(name, text);
  const typed = choose(source, item);
  const after = readSource(name, typed.text);
  const before = new Set(errors(name, text).map(({ code, message }) => `${code} ${message}`));
  return errors(name, typed.text)
    .filter(
      ({ range }) => after.lines.offsetAt(range.start) < typed.end && after.lines.offsetAt(range.end) > typed.start,
    )
    .filter(({ code }) => item.kind !== 'key' || item.isSnippet || code === 'unknown-field')
    .filter(({ code, message }) => !before.has(`${code} ${message}`) && !unfinished.has(code))
    .map(
      ({ code, message }) => `${code}: ${message} after ${JSON.stringify(typed.text.slice(typed.start, typed.end))}`,
    );
}

function errors(name: string, text: string) {
  return check(readSource(name, text), context).filter(({ severity }) => severity === 'error');
}

/** Within the spaces before a line, nothing that is put in would be indented like its neighbours. */
function isInIndent(text: string, at: number): boolean {
  const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return before.trim() === '' && text[at] === ' ';
}

/** A quote that nothing closes takes the brackets behind it. */
function isInQuotes(text: string, at: number): boolean {
  const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return (before.split('"').length - 1) % 2 === 1;
}

/** The ways in which people end their lines. */
const ends = fc.constantFrom(
  (text: string) => text,
  (text: string) => text.replaceAll('\n', '\r\n'),
);

test('what is offered anywhere in the sample files is accepted there', () => {
  fc.assert(
    fc.property(fc.constantFrom(...texts), ends, fc.nat(), fc.nat(), ([name, unix], endedAs, at, which) => {
      const text = endedAs(unix);
      const source = readSource(name, text);
      const items = complete(source, source.lines.positionAt(at % text.length), context);
      const item = items[which % Math.max(1, items.length)];
      fc.pre(item !== undefined);
      expect(item && refusals(name, text, item)).toEqual([]);
    }),
    { numRuns: 150, maxSkipsPerRun: 10_000 },
  );
});

test('and in a line that ends at the cursor', () => {
  fc.assert(
    fc.property(fc.constantFrom(...texts), ends, fc.nat(), fc.nat(), ([name, unix], endedAs, at, which) => {
      const end = at % unix.length;
      fc.pre(!isInIndent(unix, end) && !isInQuotes(unix, end));
      const rest = unix.slice(end);
      // The rest of the line is not typed yet; the brackets that it would close are.
      const closed = /[\]}]*[ ]*$/.exec(rest.split('\n')[0] ?? '')?.[0] ?? '';
      const half = unix.slice(0, end) + closed + rest.slice(rest.indexOf('\n'));
      const text = endedAs(half);
      const source = readSource(name, text);
      const items = complete(source, source.lines.positionAt(endedAs(unix.slice(0, end)).length), context);
      const item = items[which % Math.max(1, items.length)];
      fc.pre(item !== undefined);
      expect(item && refusals(name, text, item)).toEqual([]);
    }),
    { numRuns: 150, maxSkipsPerRun: 10_000 },
  );
});

describe('an excerpt', () => {
  test('is offered what the whole file is offered, in the same places', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), ends, fc.nat(), fc.boolean(), ([name, unix], endedAs, at, half) => {
        const end = at % unix.length;
        const text = endedAs(half ? unix.slice(0, end) + unix.slice(unix.indexOf('\n', end)) : unix);
        const live = openText(name, text);
        const whole = live.source();
        const position = whole.lines.positionAt(endedAs(unix.slice(0, end)).length);
        const excerpt = live.excerpt({ start: position, end: position });
        const there = excerpt.fromFile(position);
        if (there === undefined) throw new Error('The line of the cursor is left out.');
        const inFile = ({ range, ...item }: CompletionItem) => ({
          ...item,
          range: { start: excerpt.toFile(range.start), end: excerpt.toFile(range.end) },
        });
        expect(complete(excerpt.source, there, context).map(inFile)).toEqual(complete(whole, position, context));
      }),
      { numRuns: 300 },
    );
  });
});

describe('a catalog', () => {
  const head = `kind: WrapUpCatalog
categories:
  support: [resolved, escalation]
  sales: [conversion]
queues:
  Billing: {}
codes:
  - name: One
    category: support
    reportingTags: [priority:high, region:na]
    queues: [Billing]
  - name: Two
    category: support
    subcategory: escalation
    reportingTags: [priority:low, plain]
    division: East
`;
  const other = 'kind: WrapUpCatalog\nqueues: { Claims: {} }\ncodes:\n  - { name: Three, reportingTags: [plain] }\n';
  const knowing: CheckContext = {
    now,
    org: { ...org, queues: [...(org.queues ?? []), { id: 'x', name: 'billing' }] },
    facts: factsOfFiles([readSource('a.wrapup.yaml', head), readSource('file:///w/b.wrapup.yaml', other)]),
    catalogs: catalogCodes(
      [head, other].flatMap((text) => readCatalogs(readSource('a.wrapup.yaml', text))),
      undefined,
    ),
  };
  const at = (marked: string, context: CheckContext = knowing): readonly CompletionItem[] => {
    const source = readSource('a.wrapup.yaml', marked.replace('|', ''));
    return complete(source, source.lines.positionAt(marked.indexOf('|')), context);
  };
  const shown = (marked: string, context?: CheckContext): readonly string[] =>
    at(marked, context).map(({ label, detail }) => (detail === undefined ? label : `${label} (${detail})`));

  test('has categories and subcategories with the number of their codes', () => {
    expect(shown(`${head}    category: |`)).toEqual(['support (2 codes)', 'sales (0 codes)']);
    expect(shown(`${head}  - name: X\n    category: support\n    subcategory: |`)).toEqual([
      'resolved (support, 0 codes)',
      'escalation (support, 1 code)',
    ]);
  });

  test('begins with the queues of the catalog itself', () => {
    const others = readSource('0.wrapup.yaml', 'kind: WrapUpCatalog\nqueues: { Claims: {} }\ncodes: []\n');
    const text = `${head}  - name: X\n    queues: [|]`;
    const source = readSource('a.wrapup.yaml', text.replace('|', ''));
    expect(shown(text, { now, facts: factsOfFiles([others, source]) })).toEqual([
      'Billing (1 code, in a.wrapup.yaml)',
      'Claims (0 codes, in 0.wrapup.yaml)',
    ]);
  });

  test('has the queues of its project with their codes, then those of the org, each once', () => {
    expect(shown(`${head}  - name: X\n    queues: [|]`)).toEqual([
      'Billing (1 code, in a.wrapup.yaml)',
      'Claims (0 codes, in b.wrapup.yaml)',
      'Support: Voice, "one" (in Northwind)',
    ]);
    expect(shown(`${head}  - name: X\n    queues: [billing, claims, |]`)).toEqual([
      'Support: Voice, "one" (in Northwind)',
    ]);
    expect(shown(`${head}  - name: X\n    queues: [|]`, { now })).toEqual(['Billing (1 code, in a.wrapup.yaml)']);
  });

  test('has tags, those with a common beginning first, and never what is being typed', () => {
    expect(shown(`${head}  - name: X\n    reportingTags: [|]`)).toEqual([
      'priority: (high, low)',
      'plain (2 codes)',
      'priority:high (1 code)',
      'priority:low (1 code)',
      'region:na (1 code)',
    ]);
    const [prefix] = at(`${head}  - name: X\n    reportingTags: [|]`);
    expect(prefix).toMatchObject({ insertText: 'priority:${1|high,low|}', isSnippet: true });
    const typing = head.replace('region:na', 'regi');
    const facts = factsOfFiles([readSource('a.wrapup.yaml', typing)]);
    const found = at(typing.replace('regi', 'regi|'), { ...knowing, facts });
    expect(found.map(({ label }) => label)).not.toContain('regi');
  });

  test('has the divisions of the project, then those of the org', () => {
    expect(shown(`${head}  - name: X\n    division: |`)).toEqual([
      'East (named once in the catalogs)',
      '#Home (in Northwind)',
      '* (all divisions)',
    ]);
  });

  test('has names of the org that no catalog has', () => {
    expect(shown(`${head}  - name: |`)).toEqual(['Not In Files (in Northwind)']);
    expect(shown(`${head}  - name: |`, { now, org })).toEqual([]);
  });

  test('declares queues of the org that nobody declares', () => {
    const items = at(head.replace('  Billing: {}\n', '  Billing: {}\n  |\n'));
    expect(items.map(({ label }) => label)).toEqual(['queue with after-call work', 'Support: Voice, "one"']);
    expect(items[1]?.insertText).toBe('"Support: Voice, \\"one\\"": {}');
    expect(items[0]?.insertText).toContain('prompt: ${2|MANDATORY_TIMEOUT,MANDATORY_FORCED_TIMEOUT,AGENT_REQUESTED|}');
  });

  test('asks for what the project requires of a code, and offers rare fields last', () => {
    const project = { kind: 'GenesysProject' as const, policy: { require: ['state', 'description'] as const } };
    const context = { ...knowing, project: { ...project, policy: { require: [...project.policy.require] } } };
    const fields = at(`${head}    |`.replace('    |', '  - |'), context);
    expect(fields.map(({ label }) => label).slice(0, 4)).toEqual(['new wrap-up code', 'name', 'description', 'state']);
    expect(fields.find(({ label }) => label === 'state')?.detail).toBe('required by genesys.yaml');
    expect(fields.at(-1)?.label).toBe('formerly');
    expect(fields[0]?.insertText).toContain('state: ${6|active,retired,deleted|}');
  });

  test('offers a whole code with choices, and no queues where there are default ones', () => {
    const [whole] = at(`${head}  |`);
    expect(whole?.insertText).toBe(
      [
        '- name: ${1:What agents see}',
        '  code: ${2:KEY}',
        '  category: ${3|support,sales|}',
        '  description: ${4:Text for administrators}',
        '  queues: [${5:Billing}]',
      ].join('\n'),
    );
    const [second] = at(`${head.replace('codes:', 'defaults: { queues: [Billing] }\ncodes:')}\n|\n  - name: Four\n`);
    expect(second?.insertText).toMatch(/^ {2}- name/);
    expect(second?.insertText).not.toContain('queues');
  });

  test('offers a whole code at the start of a line below the list, indented like its items', () => {
    const marked = 'kind: WrapUpCatalog\ncodes:\n|';
    const [whole] = at(marked);
    expect(whole?.label).toBe('new wrap-up code');
    expect(whole?.insertText.split('\n').slice(0, 2)).toEqual(['  - name: ${1:What agents see}', '    code: ${2:KEY}']);
  });

  test('offers no queue as the value of the map in which queues are declared', () => {
    const [piece, ...others] = at('kind: WrapUpCatalog\nqueues:\n  |\n');
    expect(piece?.label).toBe('queue with after-call work');
    expect(others.map(({ insertText }) => insertText)).toEqual(['"Support: Voice, \\"one\\"": {}']);
  });

  test('offers no piece of several lines within brackets', () => {
    expect(at('kind: WrapUpCatalog\ncodes: [{ name: One }, |]\n').map(({ label }) => label)).not.toContain(
      'new wrap-up code',
    );
  });

  test('offers no key at the top between the lines of another', () => {
    expect(at(head.replace('  - name: Two', '|\n  - name: Two')).map(({ label }) => label)).toEqual([
      'new wrap-up code',
    ]);
    expect(at(head.replace('  sales', '|\n  sales'))).toEqual([]);
    expect(at(head.replace('  - name: Two', '|\n  # A comment\n\n  - name: Two')).map(({ label }) => label)).toEqual([
      'new wrap-up code',
    ]);
  });
});

describe('an org of thousands of queues', () => {
  const queues = Array.from({ length: 5000 }, (_, at) => ({ id: `id-${at}`, name: `Queue ${at}` }));
  const large: CheckContext = { now, org: { ...org, queues } };
  const some = (typed: string) => {
    const text = `kind: WrapUpCatalog\ncodes:\n  - name: One\n    queues: [${typed}]\n`;
    return completeSome(readSource('a.wrapup.yaml', text), { line: 3, character: 13 + typed.length }, large);
  };

  test('is cut to what goes with the typed text, and asked again', () => {
    expect(some('').items).toHaveLength(1000);
    expect(some('').isIncomplete).toBe(true);
    const found = some('q4999');
    expect(found.isIncomplete).toBe(true);
    expect(found.items.map(({ label }) => label)).toEqual(['Queue 4999']);
  });

  test('is whole where it is short', () => {
    const { items, isIncomplete } = completeSome(readSource('a.wrapup.yaml', ''), { line: 0, character: 0 }, large);
    expect([items.length, isIncomplete]).toEqual([1, false]);
  });
});

test.each([
  ['the spaces before a line', 'a.wrapup.yaml', 'kind: WrapUpCatalog\ncategories:\n | support: [resolved]\n'],
  ['the spaces before a comment', 'a.wrapup.yaml', 'codes:\n |  # Solved\n  - name: One\n'],
  ['the end of a key whose value is below', 'a.wrapup.yaml', 'categories:|\n  support: [resolved]\n'],
  ['the end of a key in braces', 'a.wrapup.yaml', 'queues:\n  Voice: { afterCallWork:| { prompt: OPTIONAL } }\n'],
  ['the start of a value in braces', 'a.wrapup.yaml', 'queues:\n  Voice: { afterCallWork: |{ prompt: OPTIONAL } }\n'],
  ['the start of a value in quotes', 'genesys.yaml', 'policy: { name: { pattern: |"^[A-Z]" } }\n'],
  [
    'the space before the next item',
    'a.survey.yaml',
    'rules:\n  - { when: { any: [{ csat: missing },| { nps: 1 }] } }\n',
  ],
  ['a dash of an item', 'a.wrapup.yaml', 'kind: WrapUpCatalog\ncodes:\n-| name: One\n'],
  ['the dashes between documents', 'a.query.yaml', 'kind: ConversationDetails\n|---\nkind: ConversationDetails\n'],
  ['a comment of a file that is empty otherwise', 'a.wrapup.yaml', '#| what is in it\n'],
])('nothing is offered at %s, where it would join or replace something else', (_, name, marked) => {
  const source = readSource(name, marked.replace('|', ''));
  expect(complete(source, source.lines.positionAt(marked.indexOf('|')), context)).toEqual([]);
});

test('in JSON keys and names are in quotes, also where nothing is typed yet', () => {
  const inserted = (marked: string): readonly string[] => {
    const source = readSource('a.query.json', marked.replace('|', ''));
    return complete(source, source.lines.positionAt(marked.indexOf('|')), context).map(({ insertText }) => insertText);
  };
  const head = '{\n  "kind": "ConversationDetails",\n  ';
  expect(inserted(`${head}|\n}`)).toContain('"interval": $0');
  expect(inserted(`${head}"where": { | }\n}`)).toContain('"queue": $0');
  expect(inserted(`${head}"where": |\n}`).every((text) => text.startsWith('{ "'))).toBe(true);
  expect(inserted(`${head}"where": { "queue": [|] }\n}`)).toContain('"Billing"');
});

test('lists of a query begin with what most reports ask for', () => {
  const labels = (line: string): readonly string[] =>
    complete(
      readSource('a.query.yaml', `kind: ConversationAggregates\n${line}\n`),
      { line: 1, character: line.indexOf('[') + 1 },
      context,
    ).map(({ label }) => label);
  expect(labels('metrics: []').slice(0, 2)).toEqual(['nOffered', 'nConnected']);
  expect(labels('groupBy: []').slice(0, 3)).toEqual(['queueId', 'userId', 'wrapUpCode']);
});

describe('a file', () => {
  const labels = (name: string, text: string, line: number, character: number): readonly string[] =>
    complete(readSource(name, text), { line, character }, context).map(({ label }) => label);

  test('that is empty is offered what its name allows', () => {
    expect(labels('a.survey.yaml', '', 0, 0)).toEqual(['survey rules']);
    expect(labels('genesys.yaml', '\n', 1, 0)).toEqual(['project file']);
    expect(labels('a.wrapup.yaml', '# a comment\n', 1, 0)).toEqual(['wrap-up catalog']);
    expect(labels('untitled', '', 0, 0)).toHaveLength(6);
  });

  test('of each kind begins with its own kind only', () => {
    expect(labels('a.survey.yaml', 'fields: {}\nkind: ', 1, 6)).toEqual(['SurveyRules']);
    expect(labels('genesys.yaml', 'timeZone: UTC\nkind: ', 1, 6)).toEqual(['GenesysProject']);
  });

  test('of the project is offered environments, the org at hand, and names in it', () => {
    const text =
      'kind: GenesysProject\nenvironments:\n  dev:\n    region: mypurecloud.ie\n    org: \n    names:\n      queues:\n        \n';
    expect(labels('genesys.yaml', text, 4, 9)).toEqual([org.org.id]);
    expect(labels('genesys.yaml', text, 7, 8)).toEqual(expect.arrayContaining(['Billing', 'Support Voice']));
    expect(labels('genesys.yaml', 'kind: GenesysProject\nenvironments:\n  ', 2, 2)).toEqual(['environment']);
  });

  test('of survey rules is offered the codes of the catalogs', () => {
    const rules =
      'kind: SurveyRules\nfields:\n  nps: { type: integer }\nrules:\n  - { when: { nps: 1 }, assign: }\notherwise: \n';
    expect(labels('a.survey.yaml', rules, 5, 11)).toEqual(expect.arrayContaining(['RESOLVED', 'SALE', 'none']));
    expect(labels('a.survey.yaml', rules.replace('nps: 1', ''), 4, 14)).toEqual(expect.arrayContaining(['nps']));
    expect(labels('a.survey.yaml', rules.replace('otherwise', '  - \notherwise'), 5, 4)[0]).toBe('new rule');
  });

  test('of queries is offered a whole where', () => {
    const text = 'kind: ConversationDetails\ninterval: yesterday\n';
    const items = complete(readSource('a.query.yaml', text), { line: 2, character: 0 }, context);
    expect(items.map(({ label }) => label)).toContain('where: queue and media type');
    expect(items.map(({ label }) => label)).not.toContain('paging');
    expect(items.slice(0, 3).map(({ label }) => label)).toEqual(['where', 'output', 'timeZone']);
  });
});
