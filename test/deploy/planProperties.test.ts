/** What must hold of a plan for any files and any org, with every kind of change. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { ASKED_KINDS, defaultSelection, pendingChanges, selected, selectionWith } from '#core/deploy/index.ts';
import type { OrgSnapshot, Plan, PlanRequest, Write } from '#core/deploy/model.ts';
import { makePlan } from '#core/deploy/plan.ts';
import { orgModel } from './orgModel.ts';
import { requests } from './randomPlans.ts';

const RUNS = { numRuns: 250 };

const isWrite = (change: Plan['changes'][number]): change is Write => change.kind !== 'blocked';

/** The org after the plan's calls. */
function carriedOut(request: PlanRequest, { changes }: Plan): PlanRequest {
  const model = orgModel(request.org);
  for (const change of changes.filter(isWrite)) model.carryOut(change);
  return { ...request, org: model.snapshot() };
}

test('with everything selected and done there is nothing left to do', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(requests, (request) => {
      const plan = makePlan(request);
      for (const { kind } of plan.changes) seen.add(kind);
      const again = makePlan(carriedOut(request, plan));
      expect(again.changes.filter(isWrite)).toEqual([]);
      expect(again.summary.blocked).toBe(plan.summary.blocked);
      expect(again.view.before).toBe(again.view.after);
    }),
    RUNS,
  );
  // The property is worth nothing where a kind never happens.
  expect([...seen].sort()).toEqual(
    [
      'adopt',
      'associate',
      'blocked',
      'create',
      'delete',
      'dissociate',
      'metadata',
      'move',
      'outbound',
      'queueSettings',
      'rename',
      'update',
    ].sort(),
  );
});

test('the view shows what the org has afterwards', () => {
  interface Shown {
    readonly name: string;
    readonly queues?: readonly string[];
  }
  const codesOf = (text: string) => (parse(text) as { readonly codes: readonly Shown[] | null }).codes ?? [];
  fc.assert(
    fc.property(requests, fc.infiniteStream(fc.boolean()), (request, coins) => {
      const plan = makePlan(request);
      const part = selected(
        plan,
        plan.changes.filter(() => coins.next().value === true).map(({ id }) => id),
      );
      const promised = codesOf(part.view.after);
      for (const code of codesOf(makePlan(carriedOut(request, part)).view.before)) {
        const one = promised.find(({ name }) => name === code.name);
        expect(code).toMatchObject(one ?? {});
        expect(code.queues).toEqual(one?.queues);
      }
    }),
    RUNS,
  );
});

test('any selection can be carried out, and the rest after it', () => {
  fc.assert(
    fc.property(requests, fc.infiniteStream(fc.boolean()), (request, coins) => {
      const plan = makePlan(request);
      const chosen = plan.changes.filter(() => coins.next().value === true).map(({ id }) => id);
      const part = selected(plan, chosen);
      expect(part.fingerprint).toBe(plan.fingerprint);
      const parts = [...part.changes, ...(part.notSelected ?? [])].map(({ id }) => id);
      expect(parts.toSorted()).toEqual(plan.changes.map(({ id }) => id).toSorted());
      expect(part.changes.length).toBe(Object.values({ ...part.summary, unchanged: 0 }).reduce((sum, n) => sum + n, 0));
      const between = carriedOut(request, part);
      const after = carriedOut(between, makePlan(between));
      expect(pendingChanges(makePlan(after))).toBe(0);
    }),
    RUNS,
  );
});

test('nothing that takes away is sent where nobody chose', () => {
  fc.assert(
    fc.property(requests, (request) => {
      const plan = makePlan(request);
      const sent = selected(plan, defaultSelection(plan));
      for (const { kind } of sent.changes) expect(ASKED_KINDS).not.toContain(kind);
      const left = carriedOut(request, sent).org;
      const before = new Set(
        Object.entries(request.org.queueCodes).flatMap(([id, on]) => on.map((code) => `${id} ${code}`)),
      );
      const after = new Set(Object.entries(left.queueCodes).flatMap(([id, on]) => on.map((code) => `${id} ${code}`)));
      for (const pair of before) expect(after).toContain(pair);
      expect(left.codes.length).toBeGreaterThanOrEqual(request.org.codes.length);
      expect(selected(plan, selectionWith(plan, ASKED_KINDS))).toEqual(plan);
    }),
    RUNS,
  );
});

test('a plan is a function of its input and leaves it alone, in whatever order the org lists things', () => {
  fc.assert(
    fc.property(requests, fc.infiniteStream(fc.nat()), (request, numbers) => {
      const kept = structuredClone(request);
      const plan = makePlan(request);
      expect(request).toEqual(kept);
      expect(makePlan({ ...request, org: shuffledOrg(request.org, numbers) })).toEqual(plan);
    }),
    RUNS,
  );
});

function shuffledOrg(org: OrgSnapshot, numbers: fc.Stream<number>): OrgSnapshot {
  const shuffled = <T>(items: readonly T[]): readonly T[] =>
    items
      .map((item) => [Number(numbers.next().value), item] as const)
      .toSorted(([a], [b]) => a - b)
      .map(([, item]) => item);
  const keys = <T>(record: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
    Object.fromEntries(shuffled(Object.entries(record)));
  const { outbound, table } = org;
  const lists = (record: Readonly<Record<string, readonly string[]>>) =>
    keys(Object.fromEntries(Object.entries(record).map(([key, list]) => [key, shuffled(list)])));
  return {
    ...org,
    codes: shuffled(org.codes),
    queues: shuffled(org.queues),
    divisions: shuffled(org.divisions),
    queueCodes: lists(org.queueCodes),
    ...(outbound && { outbound: { ...outbound, mapping: lists(outbound.mapping) } }),
    ...(table && {
      table: 'missing' in table ? table : { ...table, columns: keys(table.columns), rows: keys(table.rows) },
    }),
  };
}

const ORDER = [
  ['create'],
  ['update', 'adopt', 'rename'],
  ['move'],
  ['associate'],
  ['queueSettings'],
  ['outbound'],
  ['metadata'],
  ['dissociate'],
  ['delete'],
  ['blocked'],
];

test('changes stand in the order in which they can be sent, each with its own id, a reason and its call', () => {
  fc.assert(
    fc.property(requests, (request) => {
      const { changes } = makePlan(request);
      const phases = changes.map(({ kind }) => ORDER.findIndex((kinds) => kinds.includes(kind)));
      expect(phases).toEqual(phases.toSorted((a, b) => a - b));
      expect(new Set(changes.map(({ id }) => id)).size).toBe(changes.length);
      for (const change of changes) {
        expect(change.why).toMatch(/^["A-Z0-9].*[.]$/s);
        if (change.kind !== 'blocked') expect(change.call.path).toMatch(/^\/api\/v2\//);
      }
    }),
    RUNS,
  );
});
