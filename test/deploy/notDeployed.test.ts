import { expect, test } from 'vitest';
import type { WrapUpCatalog, WrapUpCode } from '#core/contract/generated/files.ts';
import type { NotDeployedKind, OrgSnapshot, Plan } from '#core/deploy/model.ts';
import { BILLING, HOME, SUPPORT, VOICE, catalog, org, orgCode, outline, planOf } from './support.ts';

const onBoth = org({
  codes: [orgCode('A', { division: HOME }), orgCode('Stranger')],
  queueCodes: { [VOICE.id]: ['id-A'], [BILLING.id]: ['id-A', 'id-Stranger'] },
});
const listed = (plan: Plan): readonly string[] => plan.notDeployed.items.map(({ kind, name }) => `${kind} ${name}`);

const cases: readonly (readonly [string, WrapUpCode, readonly string[]])[] = [
  ['another division', { name: 'A', division: 'Support' }, ['move A']],
  ['the same division', { name: 'A', division: 'Home' }, []],
  ['all divisions', { name: 'A', division: '*' }, ['move A']],
  ['retired', { name: 'A', state: 'retired' }, ['dissociate A', 'dissociate A']],
  ['not valid yet', { name: 'A', validFrom: '2027-01-01T00:00:00Z' }, ['dissociate A', 'dissociate A']],
  ['expired', { name: 'A', validThrough: '2026-01-01T00:00:00Z' }, ['dissociate A', 'dissociate A']],
  ['on no queue', { name: 'A', queues: [] }, ['dissociate A', 'dissociate A']],
  ['queues left out', { name: 'A' }, []],
  ['fewer queues, additive', { name: 'A', queues: ['Billing'] }, []],
  ['deleted', { name: 'A', state: 'deleted' }, ['delete A']],
  ['outbound', { name: 'A', outbound: [] }, ['outbound A']],
  ['mandatory where the queue is', { name: 'A', queues: ['Support Voice'], mandatory: true }, []],
  ['mandatory where the queue is not', { name: 'A', queues: ['Billing'], mandatory: true }, ['queueSettings A']],
];

test.each(cases)('%s', (_name, entry, expected) => {
  const plan = planOf({ codes: [entry], org: onBoth });
  expect(listed(plan)).toEqual(expected);
  expect(outline(plan)).toEqual([]);
  for (const { why } of plan.notDeployed.items) expect(why).toMatch(/\bstays?\b|still has/);
});

const ofQueues = (
  queues: NonNullable<WrapUpCatalog['queues']>,
  codes: readonly WrapUpCode[],
  snapshot: OrgSnapshot = onBoth,
): readonly string[] => listed(planOf({ catalogs: [catalog(codes, { queues })], org: snapshot }));

test('exact membership lists what no catalog lists there', () => {
  expect(ofQueues({ Billing: { membership: 'exact' } }, [{ name: 'A', queues: ['Billing'] }])).toEqual([
    'dissociate Stranger',
  ]);
  expect(ofQueues({ Billing: { membership: 'exact' } }, [{ name: 'A', queues: ['Support Voice'] }])).toEqual([
    'dissociate A',
    'dissociate Stranger',
  ]);
  expect(ofQueues({ Billing: {}, 'Support Voice': null }, [{ name: 'A', queues: ['Billing'] }])).toEqual([]);
});

test('exact membership leaves what a blocked entry or another environment lists', () => {
  expect(
    ofQueues({ Billing: { membership: 'exact' } }, [{ name: 'Stranger', environments: ['prod'] }, { name: 'A' }]),
  ).toEqual([]);
});

test.each([
  [{ prompt: 'MANDATORY_TIMEOUT', timeout: '30s' } as const, []],
  [{ prompt: 'MANDATORY_TIMEOUT' } as const, []],
  [{ prompt: 'OPTIONAL' } as const, ['queueSettings Support Voice']],
  [{ prompt: 'MANDATORY_TIMEOUT', timeout: '31s' } as const, ['queueSettings Support Voice']],
])('declared after-call work %j', (afterCallWork, expected) => {
  expect(ofQueues({ 'Support Voice': { afterCallWork } }, [])).toEqual(expected);
});

test('a data table of the environment is listed', () => {
  const project = {
    kind: 'GenesysProject' as const,
    environments: { dev: { region: 'mypurecloud.ie' as const, metadata: { dataTable: 'Codes' } } },
  };
  expect(listed(planOf({ project }))).toEqual(['metadata Codes']);
});

test('counts add up to the items and the summary holds none of them', () => {
  const plan = planOf({
    codes: [{ name: 'A', division: SUPPORT.name, outbound: 'default', state: 'retired' }],
    org: onBoth,
  });
  const kinds = Object.keys(plan.notDeployed.counts) as NotDeployedKind[];
  expect(kinds.reduce((sum, kind) => sum + plan.notDeployed.counts[kind], 0)).toBe(plan.notDeployed.items.length);
  for (const kind of kinds) expect(plan.summary[kind]).toBe(0);
});
