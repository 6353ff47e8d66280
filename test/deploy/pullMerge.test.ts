/** An org that is pulled into a catalog: what both have is as the org says, and nobody's words are lost. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { check } from '#core/check/index.ts';
import type { OrgCode, OrgSnapshot } from '#core/deploy/model.ts';
import { makePlan } from '#core/deploy/plan.ts';
import { catalogText, mergeCatalog, type Merged, pullCatalog } from '#core/deploy/pull/index.ts';
import { readSource } from '#core/text/parse.ts';
import { readCatalogs } from '#core/workspace/read.ts';
import { TEST_INSTANT } from '../support/fakeClock.ts';
import { orgs, throws } from './randomOrgs.ts';
import { BILLING, DEV, HOME, org, orgCode, SUPPORT, VOICE } from './support.ts';

const PATH = 'a.wrapup.yaml';

function merge(text: string, snapshot: OrgSnapshot): Merged {
  const source = readSource(PATH, text);
  const [catalog] = readCatalogs(source);
  if (catalog === undefined) throw new Error(`No catalog:\n${text}`);
  const file = { path: PATH, catalog };
  return mergeCatalog({ source, file, others: [], org: snapshot, project: undefined, target: DEV, asOf: TEST_INSTANT });
}

/** What a push of it would still do. */
function changesOf(text: string, snapshot: OrgSnapshot): readonly string[] {
  const catalogs = readCatalogs(readSource(PATH, text)).map((catalog) => ({ path: PATH, catalog }));
  expect(catalogs).toHaveLength(1);
  const plan = makePlan({ catalogs, project: undefined, target: DEV, org: snapshot, asOf: TEST_INSTANT });
  return plan.changes.map(({ kind, name }) => `${kind} ${name}`);
}

const CATALOG = `# Ours.
kind: WrapUpCatalog
division: Support # for all
queues:
  Support Voice: {}
codes:
  # The first.
  - name: Refund   # as agents know it
    code: REFUND
    description: 'old text'
    queues:
      - Support Voice # both shifts
      - Billing
  - name: New Name
    formerly: [Old Name]
    queues: [Billing]

  - name: Only Here
    category: x
# The end.
`;

test('a catalog with comments', () => {
  const snapshot = org({
    codes: [
      orgCode('refund', { description: "it's new", division: SUPPORT }),
      orgCode('Old Name', { division: HOME }),
      orgCode('Added: there', { division: { id: '*' }, description: 'no' }),
    ],
    queueCodes: { [VOICE.id]: ['id-refund', 'id-Added: there'], [BILLING.id]: ['id-Added: there'] },
  });
  const merged = merge(CATALOG, snapshot);
  expect(merged.text).toBe(`# Ours.
kind: WrapUpCatalog
naming: platform
division: Support # for all
queues:
  Support Voice: {}
  Billing: {}
codes:
  # The first.
  - name: refund   # as agents know it
    code: REFUND
    description: 'it''s new'
    queues:
      - Support Voice # both shifts
  - name: Old Name
    formerly: [New Name]
    queues: []
    division: Home

  - name: Only Here
    category: x
  - name: "Added: there"
    description: "no"
    division: "*"
    queues: [Billing, Support Voice]
# The end.
`);
  expect(merged.entries).toEqual([
    { name: 'Refund', what: ['name', 'description', 'queues'] },
    { name: 'New Name', what: ['name', 'formerly', 'division', 'queues'] },
    { name: 'Added: there', what: ['added'] },
  ]);
  expect(changesOf(merged.text, snapshot)).toEqual(['create Only Here']);
});

test.each([
  ['no list yet', 'kind: WrapUpCatalog\ncodes: []\n'],
  ['line ends of Windows', 'kind: WrapUpCatalog\r\ncodes:\r\n- name: Other\r\n'],
  ['no line end', 'kind: WrapUpCatalog\ncodes:\n    - {name: Other}'],
])('codes are added to a catalog with %s', (_what, text) => {
  const snapshot = org({ codes: [orgCode('Refund'), orgCode('Other')], queueCodes: { [VOICE.id]: ['id-Refund'] } });
  const merged = merge(text, snapshot);
  expect(changesOf(merged.text, snapshot)).toEqual([]);
  expect(merged.text.includes('\r\n')).toBe(text.includes('\r\n'));
  expect(merged.text.replaceAll('\r\n', '')).not.toContain(text.includes('\r\n') ? '\n' : '\r');
});

test('a queue that the org does not have stays for the plan to tell of', () => {
  const text = 'kind: WrapUpCatalog\ncodes:\n  - name: Refund\n    queues: [Support Voice, Nowhere]\n';
  const snapshot = org({ codes: [orgCode('Refund')], queueCodes: { [BILLING.id]: ['id-Refund'] } });
  const merged = merge(text, snapshot);
  expect(merged.text).toContain('queues: [Nowhere, Billing]\n');
  expect(changesOf(merged.text, snapshot)).toEqual(['blocked Refund']);
});

test('a catalog in brackets is told of, and left as it is', () => {
  const text = 'kind: WrapUpCatalog\ncodes: [{name: Other}]\n';
  const merged = merge(text, org({ codes: [orgCode('Refund')] }));
  expect(merged.text).toBe(text);
  expect(merged.leftOut.map(({ name, why }) => `${name}: ${why}`)).toEqual([
    'Refund: The list of codes is written in brackets. Write it with dashes to add to it.',
  ]);
});

/** The same org after somebody worked in it. */
const later = (before: OrgSnapshot): fc.Arbitrary<OrgSnapshot> =>
  fc.tuple(orgs, throws, throws).map(([other, done, on]) => {
    const changed = before.codes.flatMap((code, at): readonly OrgCode[] => {
      const isOdd = on[at] === 1;
      if (done[at] === 0) return isOdd ? [] : [{ ...code, name: code.name.toUpperCase() }];
      if (done[at] === 1) return [{ ...code, description: isOdd ? 'Somebody wrote: this' : '' }];
      return done[at] === 2 ? [{ ...code, division: isOdd ? HOME : { id: '*' } }] : [code];
    });
    const codes = [...changed, ...other.codes.map((code) => ({ ...code, id: `new-${code.id}` }))];
    const isOn = (queue: number, code: number): boolean => (on[(queue * 7 + code) % on.length] ?? 0) > 1;
    const queueCodes = Object.fromEntries(
      before.queues.map(({ id }, queue) => [id, codes.filter((_, at) => isOn(queue, at)).map((code) => code.id)]),
    );
    return { ...before, codes, queueCodes };
  });

test('any org that moved on', () => {
  fc.assert(
    fc.property(
      orgs.chain((before) => fc.tuple(fc.constant(before), later(before))),
      ([before, after]) => {
        const text = catalogText(pullCatalog({ org: before, project: undefined, target: DEV }).catalog);
        const merged = merge(text, after);
        const source = readSource(PATH, merged.text);
        const errors = check(source, { now: TEST_INSTANT }).filter(({ severity }) => severity === 'error');
        expect(errors.map(({ message }) => message)).toEqual([]);
        const names = new Set(after.codes.map(({ name }) => name));
        const told = new Set(merged.leftOut.map(({ name }) => name));
        const changes = changesOf(merged.text, after).filter((change) => {
          const [kind = '', ...words] = change.split(' ');
          const name = words.join(' ');
          // An entry that the org has no more is still asked for; one that may mean several codes is blocked.
          const isOurs = !names.has(name) && ['create', 'associate', 'outbound'].includes(kind);
          return !isOurs && kind !== 'blocked' && !told.has(name);
        });
        expect(changes).toEqual([]);
      },
    ),
    { numRuns: 300 },
  );
});

test('pulling twice changes nothing', () => {
  fc.assert(
    fc.property(
      orgs.chain((before) => fc.tuple(fc.constant(before), later(before))),
      ([before, after]) => {
        const text = catalogText(pullCatalog({ org: before, project: undefined, target: DEV }).catalog);
        const once = merge(text, after);
        const twice = merge(once.text, after);
        expect(twice.entries).toEqual([]);
        expect(twice.text).toBe(once.text);
      },
    ),
    { numRuns: 200 },
  );
});
