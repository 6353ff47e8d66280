/**
 * The process ends at each moment at which something is written down: just before it is durable, and just after. What the
 * next one finds in the journal is enough to finish the work, to tell the trail of each change once, and to guess nothing.
 */
import { afterAll, expect, test } from 'vitest';
import { applyPlan } from '#core/deploy/apply/apply.ts';
import type { JournalRecord } from '#core/ports.ts';
import { planRest, reconcile } from '#core/deploy/recover/index.ts';
import { isInOrg } from './isInOrg.ts';
import { CASES_TIMEOUT_MS, undisturbedPush } from './faultMatrixRun.ts';
import { type KindsWorld, openKinds, stateOf } from './kindsPush.ts';
import { ACTOR, keptJournal, keptTrail } from './support.ts';

let cases = 0;
afterAll(() => void process.stdout.write(`Fault matrix, ends of the process: ${cases} cases.\n`));

type Moment = 'before' | 'after';

/** Applies until the `nth` line of journal and trail, and then no more; true where the apply came to its end before. */
async function applyUntil(world: KindsWorld, nth: number, moment: Moment): Promise<boolean> {
  const { genesys, clock, journal, audit } = world;
  let lines = 0;
  let crash: () => void = () => undefined;
  const crashed = new Promise<false>((resolve) => {
    crash = () => resolve(false);
  });
  const until = async (write: () => Promise<void>): Promise<void> => {
    const isLast = ++lines === nth;
    if (!isLast || moment === 'after') await write();
    if (!isLast) return undefined;
    crash();
    // Nothing of this process goes on.
    return new Promise(() => undefined);
  };
  const apply = applyPlan({
    plan: await world.plan(),
    genesys,
    clock,
    journal: { append: (record) => until(() => journal.append(record)) },
    audit: { append: (entry) => until(() => audit.append(entry)) },
    actor: ACTOR,
    applyId: 'first',
  });
  return Promise.race([apply.then(() => true as const), crashed]);
}

/** The next process: finds out what became of it, and does the rest. */
async function resume(world: KindsWorld, records: readonly JournalRecord[]): Promise<void> {
  const { genesys, clock, journal, audit, request } = world;
  const reconciled = await reconcile({ genesys, clock, journal, audit, applyId: 'first', records });
  for (const { change, outcome } of reconciled?.outcomes ?? [])
    if (outcome === 'done') expect(isInOrg(world.sandbox.org, change), `${change.id} is called done`).toBe(true);
  const rest = reconciled === undefined ? undefined : await planRest(request, reconciled);
  expect(rest?.kind ?? 'rest', rest?.kind === 'moved' ? rest.why.join(' ') : '').toBe('rest');
  const plan = rest?.plan ?? (await world.plan());
  const { results } = await applyPlan({ plan, genesys, clock, journal, audit, actor: ACTOR, applyId: 'second' });
  for (const { change, outcome } of results) expect(outcome, change.id).toBe('done');
}

test.each<Moment>(['before', 'after'])(
  'the process ends %s a line is durable, at each line, and is resumed',
  async (moment) => {
    const { end } = await undisturbedPush();
    for (let nth = 1; ; nth++) {
      const world = await openKinds();
      const plan = await world.plan();
      if (await applyUntil(world, nth, moment)) {
        await world.close();
        return;
      }
      cases += 1;
      await resume(world, [...world.journal.records]);
      const where = `${moment} line ${nth}`;
      expect((await world.plan()).changes, where).toEqual([]);
      expect(stateOf(world), where).toEqual(end);
      const done = world.audit.entries.filter(({ outcome }) => outcome === 'done').map(({ change }) => change);
      expect(done.toSorted(), where).toEqual(plan.changes.map(({ id }) => id).toSorted());
      expect(
        world.audit.entries.filter(({ outcome }) => outcome === 'unknown'),
        where,
      ).toEqual([]);
      await world.close();
    }
  },
  CASES_TIMEOUT_MS,
);

test('a journal is enough for the trail: what the first process could not tell, the next one does', async () => {
  const world = await openKinds();
  const { genesys, clock } = world;
  const [journal, silent] = [keptJournal(), { append: async () => undefined }];
  await applyPlan({ plan: await world.plan(), genesys, clock, journal, audit: silent, actor: ACTOR, applyId: 'first' });
  const audit = keptTrail();
  await reconcile({ genesys, clock, journal, audit, applyId: 'first', records: journal.records });
  const undisturbed = await openKinds();
  await undisturbed.apply(await undisturbed.plan());
  const kinds = ({ change, outcome, before }: (typeof audit.entries)[number]) => ({ change, outcome, before });
  expect(audit.entries.map(kinds)).toEqual(undisturbed.audit.entries.map(kinds));
});
