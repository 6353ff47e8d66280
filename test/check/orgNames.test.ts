/** What is said about names in the org, and when nothing may be said. */
import { expect, test } from 'vitest';
import { check, type CheckContext } from '#core/check/index.ts';
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
    "Northwind has no queue 'Claims', seen 3 min ago.",
    "Northwind has no user 'Grace Hopper', seen 3 min ago.",
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
  expect(said({ org: northwind, project })).toEqual(["Northwind has no user 'Grace Hopper', seen 3 min ago."]);
});

test('codes are unknown only while all catalogs are known', () => {
  const query = 'kind: ConversationDetails\ninterval: yesterday\nwhere: { wrapUpCode: { tag: x } }\n';
  const codes = (context: Omit<CheckContext, 'now'>): readonly string[] =>
    check(readSource('a.query.yaml', query), { now, ...context }).map(({ code }) => code);
  expect(codes({})).toEqual([]);
  expect(codes({ catalogs: [] })).toEqual(['unknown-code']);
});
