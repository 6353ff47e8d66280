/** What is said about names in the org, and when nothing may be said. */
import { describe, expect, test } from 'vitest';
import { check, type CheckContext } from '#core/check/index.ts';
import { askOrg } from '#core/check/orgNames.ts';
import type { GenesysProject } from '#core/contract/generated/files.ts';
import type { OrgNames } from '#core/query/model.ts';
import { readSource } from '#core/text/parse.ts';
import { northwind, now } from '../fixtures/context.ts';

const text = `kind: ConversationDetails
interval: yesterday
where:
  queue: Claims
  agent: Grace Hopper
  division: Nowhere
`;

const said = (context: Omit<CheckContext, 'now'>): readonly string[] =>
  check(readSource('a.query.yaml', text), { now, ...context }).map(({ message }) => message);

test('a name that the org does not have is told with the age of what is known', () => {
  expect(said({ org: northwind })).toEqual([
    "Queue 'Claims' is not in org Northwind, seen 3 min ago.",
    "User 'Grace Hopper' is not in org Northwind, seen 3 min ago.",
  ]);
  expect(said({ org: { ...northwind, readAt: now - 20_000 } })[0]).toContain('seen just now');
  expect(said({ org: { ...northwind, readAt: now - 5 * 3_600_000 } })[0]).toContain('seen 5 h ago');
});

test('nothing is said while nobody is signed in', () => {
  expect(said({})).toEqual([]);
});

test('nothing is said about a list that could not be read', () => {
  const { org, readAt, users } = northwind;
  expect(said({ org: { org, readAt } })).toEqual([]);
  expect(said({ org: { org, readAt, ...(users && { users }) } })).toHaveLength(1);
});

test('nothing is said from what is a day old', () => {
  expect(said({ org: { ...northwind, readAt: now - 86_400_000 } })).toHaveLength(2);
  expect(said({ org: { ...northwind, readAt: now - 86_400_001 } })).toEqual([]);
});

test('a name that an environment maps is looked up as what it becomes there', () => {
  const names = { queues: { Claims: 'Billing DEV' } };
  const project = {
    kind: 'GenesysProject' as const,
    environments: { dev: { region: 'mypurecloud.ie' as const, names } },
  };
  expect(said({ org: northwind, project })).toEqual(["User 'Grace Hopper' is not in org Northwind, seen 3 min ago."]);
});

test('an environment that is bound to the org decides what a name is called there', () => {
  const { id } = northwind.org;
  const queueOf = (environments: GenesysProject['environments']): readonly string[] =>
    said({ org: northwind, project: { kind: 'GenesysProject', ...(environments && { environments }) } });
  const dev = { region: 'mypurecloud.ie' as const, names: { queues: { Claims: 'Billing DEV' } } };
  expect(queueOf({ dev: { ...dev, org: id }, prod: { region: 'mypurecloud.de' } })).toHaveLength(1);
  expect(queueOf({ dev, prod: { region: 'mypurecloud.de', org: id.toUpperCase() } })).toHaveLength(2);
});

describe('a catalog', () => {
  const org: OrgNames = {
    ...northwind,
    divisions: [{ id: '77777777-7777-4777-8777-777777777777', name: 'Support' }],
    wrapUpCodes: [
      { id: '44444444-4444-4444-8444-444444444444', name: 'Issue Resolved' },
      { id: '88888888-8888-4888-8888-888888888888', name: 'Gone', deleted: true },
    ],
  };
  const problems = (text: string, context: Omit<CheckContext, 'now'> = { org }): readonly string[] =>
    check(readSource('a.wrapup.yaml', `kind: WrapUpCatalog\n${text}`), { now, ...context })
      .filter(({ code }) => code === 'not-in-org')
      .map(({ message, severity, range }) => `${severity} ${range.start.line} ${message}`);

  test('is told its queues once, where they are declared, and its divisions', () => {
    const text = `division: Suport
queues: { Support Voice: {}, Claims: {} }
codes:
  - name: One
    queues: [Claims]
    division: Nowhere
  - name: Two
    queues: [Claims]
    division: "*"
`;
    expect(problems(text)).toEqual([
      "information 1 Division 'Suport' is not in org Northwind, seen 3 min ago. Did you mean 'Support'?",
      "information 2 Queue 'Claims' is not in org Northwind, seen 3 min ago.",
      "information 6 Division 'Nowhere' is not in org Northwind, seen 3 min ago.",
    ]);
    expect(problems(text, {})).toEqual([]);
    expect(problems(text, { org: { ...org, readAt: now - 86_400_001 } })).toEqual([]);
    expect(problems(text, { org: { org: org.org, readAt: now } })).toEqual([]);
  });

  test('is told a queue at each use where nobody declares it', () => {
    const text = 'defaults: { queues: [Nobody] }\ncodes:\n  - { name: One, queues: [Nothing, support voice] }\n';
    expect(problems(text)).toEqual([
      "information 1 Queue 'Nobody' is not in org Northwind, seen 3 min ago.",
      "information 3 Queue 'Nothing' is not in org Northwind, seen 3 min ago.",
    ]);
  });

  test('may have codes that are new, and hears of one that the org deleted', () => {
    const said = (fields: string): readonly string[] => problems(`codes:\n  - { name: ${fields} }\n`);
    expect(said('Brand New')).toEqual([]);
    expect(said('Gone')).toEqual([
      "information 2 Wrap-up code 'Gone' is deleted in org Northwind, seen 3 min ago. A push creates a new one.",
    ]);
    expect(said('Gone, state: deleted')).toEqual([]);
    expect(said('Gone, formerly: [Issue Resolved]')).toEqual([]);
  });

  test('hears nothing about a code that goes to other environments', () => {
    const text = 'codes:\n  - { name: One, division: Nowhere, environments: [prod] }\n';
    const bound = (to: string): CheckContext['project'] => ({
      kind: 'GenesysProject',
      environments: { dev: { region: 'mypurecloud.ie', org: to }, prod: { region: 'mypurecloud.de' } },
    });
    const project = bound(org.org.id);
    expect(problems(text, { org, ...(project && { project }) })).toEqual([]);
    expect(problems(text.replace('prod', 'dev'), { org, ...(project && { project }) })).toHaveLength(1);
  });
});

test('a list of thousands is read once', () => {
  const queues = Array.from({ length: 5000 }, (_, at) => ({ id: `id-${at}`, name: `Queue ${at}` }));
  const reads = { count: 0 };
  const counting = queues.map((queue) => ({
    ...queue,
    get name() {
      reads.count++;
      return queue.name;
    },
  }));
  const context = { now, org: { ...northwind, queues: counting } };
  for (let at = 0; at < 1000; at++) askOrg('queue', `Queue ${at}`, context);
  expect(reads.count).toBeLessThan(3 * queues.length);
  expect(askOrg('queue', 'queue 4999', context)).toMatchObject({ is: 'known', found: [{ id: 'id-4999' }] });
});

test('codes are unknown only while all catalogs are known', () => {
  const query = 'kind: ConversationDetails\ninterval: yesterday\nwhere: { wrapUpCode: { tag: x } }\n';
  const codes = (context: Omit<CheckContext, 'now'>): readonly string[] =>
    check(readSource('a.query.yaml', query), { now, ...context }).map(({ code }) => code);
  expect(codes({})).toEqual([]);
  expect(codes({ catalogs: [] })).toEqual(['unknown-code']);
});
