/** Taking back gives the org back: for any files and any org, and with each answer to what is not published. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyPlan } from '#core/deploy/apply/apply.ts';
import { readStory } from '#core/deploy/apply/journalRecords.ts';
import { selected } from '#core/deploy/index.ts';
import type { Plan, PlanRequest } from '#core/deploy/model.ts';
import { makePlan } from '#core/deploy/plan.ts';
import { planUndo } from '#core/deploy/undo/index.ts';
import type { JournalRecord } from '#core/ports.ts';
import { parseSwitch, switchTable } from '#sandbox/switches.ts';
import { fakeClock } from '../support/fakeClock.ts';
import { type KindsWorld, openKinds, stateOf } from './kindsPush.ts';
import { memoryOrg } from './memoryOrg.ts';
import { requests } from './randomPlans.ts';
import { ACTOR, DEV, keptJournal, keptTrail } from './support.ts';
import { pictureOf } from './wholeApply.ts';

function storyOf(records: readonly JournalRecord[], applyId: string) {
  const story = readStory(records.filter(({ apply }) => apply === applyId));
  if (story === undefined) throw new Error(`There is no apply ${applyId}.`);
  return story;
}

/** A row of an org always says its key. */
function withKeys(request: PlanRequest): PlanRequest {
  const { table } = request.org;
  if (table === undefined || 'missing' in table) return request;
  const rows = Object.fromEntries(Object.entries(table.rows).map(([key, row]) => [key, { ...row, key }]));
  return { ...request, org: { ...request.org, table: { ...table, rows } } };
}

test('an undo of whatever was selected gives the org back', async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(requests.map(withKeys), fc.infiniteStream(fc.nat(3)), async (request, dice) => {
      const { genesys } = memoryOrg(request.org);
      const before = await pictureOf(genesys, request.org);
      const [journal, audit, clock] = [keptJournal(), keptTrail(), fakeClock()];
      const apply = (plan: Plan, applyId: string) =>
        applyPlan({ plan, genesys, clock, journal, audit, actor: ACTOR, applyId });
      const plan = makePlan(request);
      const some = plan.changes.filter(() => dice.next().value !== 0).map(({ id }) => id);
      await apply(selected(plan, some), 'a1');
      const story = storyOf(journal.records, 'a1');
      const back = await planUndo({ applyId: 'a1', story, genesys, clock, target: DEV });
      for (const { kind } of back.changes) seen.add(kind);
      const { results } = await apply(back, 'a2');
      for (const { change, outcome, message } of results)
        if (change.kind !== 'blocked') expect(outcome, `${change.id}: ${message}`).toBe('done');
      expect(await pictureOf(genesys, request.org)).toEqual(before);
    }),
    { numRuns: 150 },
  );
  expect(seen.size).toBeGreaterThan(10);
});

const ANSWERS = Object.entries(switchTable).flatMap(([name, definition]) =>
  'values' in definition && !/Interval|interval|predicate|metric|group|granularity|pages|total|Lists/.test(name)
    ? definition.values.filter((value) => value !== definition.default).map((value) => `${name}=${value}`)
    : [],
);

/** As the sandbox has it; an empty text and none are the same. */
const shown = (world: KindsWorld): unknown =>
  JSON.parse(JSON.stringify(stateOf(world)), (_, value: unknown) => (value === '' ? undefined : value));

/** The name of a deleted code is gone for good; a mapping without flags that the org drops is nobody's change. */
const OTHERWISE: ReadonlySet<string> = new Set(['deletedName=taken', 'mappingEmpty=dropped']);

test.each(['duplicateStatus=400', ...ANSWERS].filter((text) => !OTHERWISE.has(text)))(
  '%s: a push of every kind is taken back',
  async (text) => {
    const world = await openKinds({ switches: parseSwitch(text) });
    const { genesys, clock, journal } = world;
    const before = shown(world);
    await world.apply(await world.plan());
    expect(shown(world)).not.toEqual(before);
    const story = storyOf(journal.records, 'apply-1');
    const { results } = await world.apply(await planUndo({ applyId: 'apply-1', story, genesys, clock, target: DEV }));
    for (const { change, outcome, message } of results)
      expect([change.id, outcome, message]).toEqual([change.id, 'done', undefined]);
    expect(shown(world)).toEqual(before);
  },
);

test('a code whose name the org does not give twice stays removed, and it is said why', async () => {
  const world = await openKinds({ switches: { deletedName: 'taken' } });
  const { genesys, clock, journal } = world;
  await world.apply(await world.plan());
  const story = storyOf(journal.records, 'apply-1');
  const { results } = await world.apply(await planUndo({ applyId: 'apply-1', story, genesys, clock, target: DEV }));
  const left = results.filter(({ outcome }) => outcome !== 'done');
  expect(left.map(({ change, outcome }) => `${change.id} ${outcome}`)).toEqual([
    'undo:delete:Kind Deleted failed',
    expect.stringMatching(/^undo:dissociate:.*Kind Deleted not attempted$/),
    'undo:metadata:Kind Deleted not attempted',
  ]);
  for (const { message } of left) expect(message).toMatch(/\.$/);
});
