/** What must hold for any catalog and any org: an apply leaves nothing to do, and a plan is a function of its input. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { WrapUpCode } from '#core/contract/generated/files.ts';
import { applyPlan } from '#core/deploy/apply/apply.ts';
import { pendingChanges } from '#core/deploy/index.ts';
import type { CatalogFile, OrgCode, OrgSnapshot } from '#core/deploy/model.ts';
import { fakeClock } from '../support/fakeClock.ts';
import { memoryOrg } from './memoryOrg.ts';
import { ACTOR, HOME, SUPPORT, catalog, keptJournal, keptTrail, org, planOf } from './support.ts';

/** Few names in several spellings, so that matches, twins and earlier names are common. */
const name = fc.constantFrom(
  'Alpha',
  'alpha',
  ' Alpha',
  'Beta',
  'BETA',
  'Gamma',
  'Délta',
  'De\u0301lta',
  '__proto__',
  'constructor',
  'e\u202Eno',
  'Zeta',
);
const queueNames = ['Q One', 'Q Two', 'q two', 'Q Three'];
const queues = queueNames.map((queue, index) => ({ id: `q${index}`, name: queue }));
const text = fc.constantFrom('', 'one', 'two');
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const entry: fc.Arbitrary<WrapUpCode> = fc
  .record({
    name,
    description: optional(text),
    division: optional(fc.constantFrom('Support', 'Home', '*', 'Nowhere')),
    queues: optional(fc.array(fc.constantFrom(...queueNames, 'Q Nowhere'), { maxLength: 4 })),
    formerly: optional(fc.array(name, { maxLength: 2 })),
    state: optional(fc.constantFrom('active' as const, 'retired' as const, 'deleted' as const)),
    validFrom: optional(fc.constantFrom('2020-01-01T00:00:00Z', '2030-01-01T00:00:00Z')),
    environments: optional(fc.constantFrom(['dev'], ['prod'])),
  })
  .map(
    (fields) =>
      Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as unknown as WrapUpCode,
  );

const catalogs: fc.Arbitrary<readonly CatalogFile[]> = fc
  .array(fc.array(entry, { maxLength: 5 }), { maxLength: 2 })
  .map((files) => files.map((codes, index) => catalog(codes, {}, `${index}.wrapup.yaml`)));

const orgCodes: fc.Arbitrary<readonly OrgCode[]> = fc
  .uniqueArray(fc.record({ name, description: text, division: fc.constantFrom(SUPPORT, HOME, { id: '*' }) }), {
    selector: (code) => code.name,
    maxLength: 8,
  })
  .map((codes) => codes.map((code, index) => ({ ...code, id: `c${index}` })));

const orgs: fc.Arbitrary<OrgSnapshot> = fc
  .tuple(orgCodes, fc.array(fc.tuple(fc.nat(queues.length - 1), fc.nat(7)), { maxLength: 12 }))
  .map(([codes, pairs]) => {
    const queueCodes: Record<string, string[]> = Object.fromEntries(queues.map(({ id }) => [id, []]));
    for (const [queue, code] of pairs) {
      const id = codes[code]?.id;
      if (id !== undefined && !queueCodes[`q${queue}`]?.includes(id)) queueCodes[`q${queue}`]?.push(id);
    }
    return org({ codes, queues, queueCodes });
  });

test('after an apply there is nothing left to send, and all of it was seen to be done', async () => {
  await fc.assert(
    fc.asyncProperty(catalogs, orgs, async (files, start) => {
      const memory = memoryOrg(start);
      const plan = planOf({ catalogs: files, org: memory.snapshot(files) });
      const result = await applyPlan({
        plan,
        genesys: memory.genesys,
        clock: fakeClock(),
        journal: keptJournal(),
        audit: keptTrail(),
        actor: ACTOR,
        applyId: 'x',
      });
      for (const { change, outcome } of result.results)
        expect(outcome).toBe(change.kind === 'blocked' ? 'not attempted' : 'done');
      const again = planOf({ catalogs: files, org: memory.snapshot(files) });
      expect(pendingChanges(again)).toBe(0);
      expect(again.summary.blocked).toBe(plan.summary.blocked);
      expect(again.view.before).toBe(again.view.after);
    }),
    { numRuns: 400 },
  );
});

test('a plan does not depend on the order in which the org lists things', () => {
  fc.assert(
    fc.property(catalogs, orgs, fc.infiniteStream(fc.nat()), (files, start, numbers) => {
      const random = numbers[Symbol.iterator]();
      const shuffled = <T>(items: readonly T[]): readonly T[] =>
        items
          .map((item) => [random.next().value as number, item] as const)
          .toSorted(([a], [b]) => a - b)
          .map(([, item]) => item);
      const other: OrgSnapshot = {
        ...start,
        codes: shuffled(start.codes),
        queues: shuffled(start.queues),
        divisions: shuffled(start.divisions),
        queueCodes: Object.fromEntries(
          shuffled(Object.entries(start.queueCodes)).map(([id, codes]) => [id, shuffled(codes)]),
        ),
      };
      expect(planOf({ catalogs: files, org: other })).toEqual(planOf({ catalogs: files, org: start }));
    }),
    { numRuns: 400 },
  );
});

test('an entry that says only what the org has changes nothing', () => {
  fc.assert(
    fc.property(orgCodes, (codes) => {
      const distinct = codes.filter(
        (code, index) =>
          codes.findIndex(
            (other) => other.name.trim().toLowerCase().normalize() === code.name.trim().toLowerCase().normalize(),
          ) === index,
      );
      const entries = distinct.map(
        (code): WrapUpCode => ({
          name: code.name,
          ...(code.description === undefined ? {} : { description: code.description }),
        }),
      );
      expect(planOf({ codes: entries, org: org({ codes: distinct }) }).changes).toEqual([]);
    }),
  );
});

test('the fingerprint holds while nothing moves and the clock alone goes on', () => {
  fc.assert(
    fc.property(catalogs, orgs, fc.nat(86_400_000), (files, start, later) => {
      const first = planOf({ catalogs: files, org: start });
      const asOf = Date.parse(first.asOf) + later;
      const moved = files.map((file) => ({ ...file, path: `/elsewhere/${file.path}` }));
      const hasTwins = first.summary.blocked > 0;
      expect(planOf({ catalogs: files, org: start, asOf }).fingerprint).toBe(first.fingerprint);
      // A blocked entry's words name its file, so only then may the path count.
      if (!hasTwins) expect(planOf({ catalogs: moved, org: start }).fingerprint).toBe(first.fingerprint);
    }),
  );
});

test('the fingerprint moves with the files, with what they touch, and with what the instant decides', () => {
  const codes: WrapUpCode[] = [{ name: 'Alpha', queues: ['Q One'], validThrough: '2026-12-31T00:00:00Z' }];
  const start = org({ codes: [{ id: 'c', name: 'Alpha', description: 'one' }], queues });
  const base = planOf({ codes, org: start });
  const others = [
    planOf({ codes: [{ ...codes[0], name: 'Alpha', description: 'x' }], org: start }),
    planOf({ codes, org: { ...start, codes: [{ id: 'c', name: 'Alpha', description: 'two' }] } }),
    planOf({
      codes,
      org: { ...start, codes: [{ id: 'c', name: 'Alpha', description: 'one', dateModified: 'later' }] },
    }),
    planOf({ codes, org: { ...start, queueCodes: { ...start.queueCodes, q0: ['c'] } } }),
    planOf({ codes, org: { ...start, organization: { id: 'org-2', name: 'Acme' } } }),
    planOf({ codes, org: start, target: { name: 'prod', protected: false } }),
    planOf({ codes, org: start, asOf: Date.UTC(2027, 0, 2) }),
  ];
  expect(new Set([base, ...others].map(({ fingerprint }) => fingerprint)).size).toBe(others.length + 1);
  const untouched = planOf({ codes, org: { ...start, codes: [...start.codes, { id: 'z', name: 'Somebody else' }] } });
  expect(untouched.fingerprint).toBe(base.fingerprint);
});
