import { expect, test } from 'vitest';
import type { WrapUpCode } from '#core/contract/generated/files.ts';
import { type AskedKind, defaultSelection, selected, selectionWith } from '#core/deploy/index.ts';
import type { Plan } from '#core/deploy/model.ts';
import { BILLING, HOME, SUPPORT, catalog, org, orgCode, outline, planOf } from './support.ts';

const codes: readonly WrapUpCode[] = [
  { name: 'New', queues: ['Billing'], outbound: ['BUSINESS_SUCCESS'] },
  { name: 'Renamed', formerly: ['Before'], description: 'new text', division: 'Support' },
  { name: 'Gone', state: 'deleted' },
];
const whole = planOf({
  catalogs: [catalog(codes, { queues: { Billing: { afterCallWork: { prompt: 'MANDATORY' } } } })],
  project: {
    kind: 'GenesysProject',
    environments: { dev: { region: 'mypurecloud.ie', metadata: { dataTable: 'Codes' } } },
  },
  org: org({
    codes: [orgCode('Before', { description: 'old text', division: HOME }), orgCode('Gone', { division: HOME })],
    queueCodes: { [BILLING.id]: ['id-Gone'] },
    outbound: { version: 1, defaultSet: [], mapping: {} },
    table: { id: 't', name: 'Codes', columns: { state: 'string' }, rows: { Gone: { state: 'active' } } },
  }),
});
const without = (...kinds: readonly string[]): Plan =>
  selected(
    whole,
    whole.changes.filter(({ kind }) => !kinds.includes(kind)).map(({ id }) => id),
  );
const left = (plan: Plan): readonly string[] => (plan.notSelected ?? []).map(({ kind, name }) => `${kind} ${name}`);

test('where nobody chooses, removals, deletions, queue settings and outbound mappings wait', () => {
  const plan = selected(whole, defaultSelection(whole));
  expect(outline(plan)).toEqual([
    'create New',
    'rename Renamed',
    'move Renamed',
    'associate New @ Billing',
    'metadata New',
    'metadata Renamed',
  ]);
  expect(left(plan)).toEqual([
    'queueSettings Billing',
    'outbound New',
    'metadata Gone',
    'dissociate Gone',
    'delete Gone',
  ]);
  expect(plan.summary).toMatchObject({ create: 1, metadata: 2, dissociate: 0, delete: 0 });
});

test.each<[readonly AskedKind[], readonly string[]]>([
  [['dissociate'], ['dissociate Gone @ Billing']],
  [['delete'], ['metadata Gone', 'dissociate Gone @ Billing', 'delete Gone']],
  [['queueSettings'], ['queueSettings Billing']],
  [['outbound'], ['outbound New']],
])('%j is added by name', (asked, added) => {
  const plan = selected(whole, selectionWith(whole, asked));
  const byDefault = outline(selected(whole, defaultSelection(whole)));
  expect(outline(plan).filter((line) => !byDefault.includes(line))).toEqual(added);
});

test('a move without its edit sends the text that the org has', () => {
  const move = without('rename').changes.find(({ kind }) => kind === 'move');
  expect(move).toMatchObject({
    before: { name: 'Before', description: 'old text', division: HOME },
    call: { body: { name: 'Before', description: 'old text', division: { id: SUPPORT.id } } },
  });
  const both = without().changes.find(({ kind }) => kind === 'move');
  expect(both).toMatchObject({ call: { body: { name: 'Renamed', description: 'new text' } } });
});

test('what needs a code that is not created is left out with it', () => {
  const plan = without('create');
  expect(outline(plan).filter((line) => line.includes('New'))).toEqual([]);
  expect(left(plan)).toEqual(['create New', 'associate New', 'outbound New', 'metadata New']);
});

test('a deletion takes its code off the queues, also where that was not ticked', () => {
  expect(outline(without('dissociate'))).toContain('dissociate Gone @ Billing');
});

test('a code that stays keeps its row', () => {
  expect(left(without('delete'))).toEqual(['metadata Gone', 'delete Gone']);
});

test('the fingerprint is that of the whole plan, and nothing selected is nothing to send', () => {
  expect(selected(whole, []).fingerprint).toBe(whole.fingerprint);
  expect(outline(selected(whole, []))).toEqual([]);
  expect(
    selected(
      whole,
      whole.changes.map(({ id }) => id),
    ),
  ).toEqual(whole);
});
