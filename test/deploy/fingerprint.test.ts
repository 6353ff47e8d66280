/** What a review rests on: if any of it moves, so does the fingerprint, and what is nobody's business does not move it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GenesysProject, WrapUpCode } from '#core/contract/generated/files.ts';
import { makePlan, selected } from '#core/deploy/index.ts';
import type { CodeMention, OrgSnapshot, PlanRequest, ProjectAround } from '#core/deploy/model.ts';
import { TEST_INSTANT } from '../support/fakeClock.ts';
import { requests } from './randomPlans.ts';
import { BILLING, DEV, HOME, SUPPORT, VOICE, catalog, org, orgCode } from './support.ts';

const codes: readonly WrapUpCode[] = [
  { name: 'Moved', division: 'Support', validThrough: '2026-12-31T00:00:00Z', queues: ['Support Voice'] },
  { name: 'Gone', code: 'GONE', state: 'deleted' },
  { name: 'Dialled', outbound: ['BUSINESS_SUCCESS'] },
];
const project: GenesysProject = {
  kind: 'GenesysProject',
  environments: { dev: { region: 'mypurecloud.ie', metadata: { dataTable: 'Codes' } } },
};
const start: OrgSnapshot = org({
  codes: ['Moved', 'Gone', 'Dialled', 'Stranger'].map((name) => orgCode(name, { division: HOME })),
  queueCodes: { [VOICE.id]: ['id-Moved', 'id-Gone', 'id-Stranger'], [BILLING.id]: ['id-Stranger'] },
  outbound: { version: 1, defaultSet: [], mapping: { 'id-Gone': [], 'id-Stranger': [] } },
  table: { id: 't', name: 'Codes', columns: { state: 'string' }, rows: { GONE: { state: 'active' } } },
});
const mention: CodeMention = { in: 'rule', path: 'a.survey.yaml', what: 'rule 1', by: 'either', text: 'GONE' };
const around: ProjectAround = { catalogs: [], unreadable: [], mentions: [mention] };
const QUEUES = {
  'Support Voice': { membership: 'exact', afterCallWork: { prompt: 'OPTIONAL' } },
  Billing: {},
} as const;
const base: PlanRequest = {
  catalogs: [catalog(codes, { queues: QUEUES })],
  project,
  target: DEV,
  org: start,
  asOf: TEST_INSTANT,
  around,
};
const printOf = (change: Partial<PlanRequest>): string => makePlan({ ...base, ...change }).fingerprint;
const inOrg = (change: Partial<OrgSnapshot>): Partial<PlanRequest> => ({ org: { ...start, ...change } });
const onVoice = (...ids: readonly string[]) => inOrg({ queueCodes: { ...start.queueCodes, [VOICE.id]: ids } });
const table = (row: Readonly<Record<string, string>>) =>
  inOrg({ table: { id: 't', name: 'Codes', columns: { state: 'string' }, rows: { GONE: row } } });

test('it moves with each part of files, org and dates that the plan touches', () => {
  const others: readonly Partial<PlanRequest>[] = [
    { catalogs: [catalog(codes, { queues: { ...QUEUES, 'Support Voice': { membership: 'exact' } } })] },
    { catalogs: [catalog(codes, { queues: { ...QUEUES, 'Support Voice': {} } })] },
    { catalogs: [catalog([...codes, { name: 'More' }], { queues: QUEUES })] },
    { asOf: Date.UTC(2027, 0, 2) },
    onVoice('id-Moved', 'id-Gone'),
    onVoice('id-Moved', 'id-Stranger'),
    onVoice('id-Gone', 'id-Stranger'),
    inOrg({ queues: [{ ...VOICE, wrapupPrompt: 'MANDATORY' }, BILLING] }),
    inOrg({ codes: start.codes.map((code) => (code.name === 'Moved' ? { ...code, division: SUPPORT } : code)) }),
    inOrg({ outbound: { version: 1, defaultSet: [], mapping: { 'id-Gone': [], 'id-Dialled': [] } } }),
    inOrg({ outbound: { version: 1, defaultSet: [], mapping: { 'id-Stranger': [] } } }),
    table({ state: 'retired' }),
    inOrg({ table: { missing: 'Codes' } }),
    { around: { ...around, unreadable: ['b.wrapup.yaml'] } },
    { around: { ...around, mentions: [] } },
    { around: { ...around, catalogs: [catalog([{ name: 'Stranger', queues: ['Support Voice'] }])] } },
  ];
  for (const change of others) expect(printOf(change), JSON.stringify(change)).not.toBe(printOf({}));
});

test('it stays where only something else moves, or a file lies elsewhere', () => {
  const others: readonly Partial<PlanRequest>[] = [
    { asOf: TEST_INSTANT + 1000 },
    { catalogs: [catalog(codes, { queues: QUEUES }, '/elsewhere/a.wrapup.yaml')] },
    { around: { ...around, mentions: [{ ...mention, path: '/elsewhere/a.survey.yaml' }] } },
    inOrg({ queueCodes: { ...start.queueCodes, [BILLING.id]: [] } }),
    inOrg({ queues: [VOICE, { ...BILLING, wrapupPrompt: 'MANDATORY' }] }),
    inOrg({ outbound: { version: 9, defaultSet: ['BUSINESS_NEUTRAL'], mapping: { 'id-Gone': [] } } }),
  ];
  for (const change of others) expect(printOf(change), JSON.stringify(change)).toBe(printOf({}));
});

test('it is the same whatever is selected', () => {
  fc.assert(
    fc.property(requests, fc.infiniteStream(fc.boolean()), (request, coins) => {
      const plan = makePlan(request);
      const some = plan.changes.filter(() => coins.next().value === true).map(({ id }) => id);
      expect(selected(plan, some).fingerprint).toBe(makePlan(request).fingerprint);
    }),
  );
});
