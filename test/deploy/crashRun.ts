/** An apply whose process ends at a line of journal or trail, and the next process that finishes its work. */
import { expect } from 'vitest';
import { applyPlan } from '#core/deploy/apply/apply.ts';
import { planRest, reconcile } from '#core/deploy/recover/index.ts';
import type { JournalRecord } from '#core/ports.ts';
import type { Scene } from './faultMatrixRun.ts';
import { isInOrg } from './isInOrg.ts';
import { type KindsWorld, stateOf } from './kindsPush.ts';
import { ACTOR } from './support.ts';

/** Just before the line is durable, or just after. */
export type Moment = 'before' | 'after';

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

/**
 * One case: the process ends at the `nth` line, from 1, and the work is finished by the next. False where the apply has
 * fewer lines.
 */
export async function crashAndResume(scene: Scene, nth: number, moment: Moment): Promise<boolean> {
  const { end } = await scene.undisturbed();
  const world = await scene.open();
  const plan = await world.plan();
  const hasEnded = await applyUntil(world, nth, moment);
  if (!hasEnded) {
    await resume(world, [...world.journal.records]);
    const where = `${moment} line ${nth}`;
    expect(stateOf(world), where).toEqual(end);
    const done = world.audit.entries.filter(({ outcome }) => outcome === 'done').map(({ change }) => change);
    expect(done.toSorted(), where).toEqual(plan.changes.map(({ id }) => id).toSorted());
    expect(
      world.audit.entries.filter(({ outcome }) => outcome === 'unknown'),
      where,
    ).toEqual([]);
  }
  await world.close();
  return !hasEnded;
}
