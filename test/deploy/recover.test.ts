/** An apply that was cut off: what became of it is found out, told once, and the rest is done. */
import { describe, expect, it } from 'vitest';
import { applyPlan } from '#core/deploy/apply/apply.ts';
import { type Failure, GenesysError } from '#core/genesys/error.ts';
import type { Genesys } from '#core/genesys/index.ts';
import type { JournalReader } from '#core/ports.ts';
import {
  isCutOff,
  isInDoubt,
  isUndo,
  lastApply,
  planRest,
  type Reconciled,
  reconcile,
} from '#core/deploy/recover/index.ts';
import { ACTOR, catalog, HOME } from './support.ts';
import { type Bench, bench, CATALOG, Killed, killedAt } from './wholeApply.ts';

/** Applies the whole plan until the process ends at a call; gives how many calls there were. */
async function cutOff(world: Bench, nth: number, when: 'before' | 'after'): Promise<number> {
  const genesys = killedAt(world.genesys, nth, when);
  await world.apply(await world.plan(), 'a1', genesys).catch((error: unknown) => {
    if (!(error instanceof Killed)) throw error;
  });
  return genesys.calls;
}

async function found(world: Bench, applyId = 'a1', genesys: Genesys = world.genesys): Promise<Reconciled> {
  const { clock, journal, audit } = world;
  const records = journal.records.filter(({ apply }) => apply === applyId);
  const reconciled = await reconcile({ genesys, clock, journal, audit, applyId, records });
  if (reconciled === undefined) throw new Error('It had no beginning.');
  return reconciled;
}

async function resume(world: Bench, reconciled: Reconciled, applyId = 'a2') {
  const rest = await planRest(world.prepare, reconciled);
  if (rest.kind === 'moved') throw new Error(rest.why.join(' '));
  const { genesys, clock, journal, audit } = world;
  return applyPlan({ plan: rest.plan, genesys, clock, journal, audit, actor: ACTOR, applyId });
}

const readerOf = ({ journal }: Bench): JournalReader => ({
  applies: async () => [...new Set(journal.records.map(({ apply }) => apply))].sort(),
  read: async (_, id) => journal.records.filter(({ apply }) => apply === id),
});

const doneIds = (world: Bench): readonly string[] =>
  world.audit.entries.flatMap(({ change, outcome }) => (outcome === 'done' ? [change] : []));

describe('an apply that is cut off at any of its calls', async () => {
  const whole = bench();
  const plan = await whole.plan();
  await whole.apply(plan, 'a1');
  const wanted = await whole.picture();
  const calls = await cutOff(bench(), Number.POSITIVE_INFINITY, 'before');

  it.each(['before', 'after'] as const)('is found out and finished (%s the org carried it out)', async (when) => {
    expect(calls).toBeGreaterThan(25);
    for (let nth = 1; nth <= calls; nth++) {
      const at = `at call ${nth}`;
      const world = bench();
      await cutOff(world, nth, when);
      const reconciled = await found(world);
      const left = new Set((await world.plan()).changes.map(({ id }) => id));
      for (const { change, outcome } of reconciled.outcomes)
        expect(left.has(change.id), `${change.id} is called ${outcome} ${at}`).toBe(outcome !== 'done');
      expect(
        reconciled.outcomes.some(({ outcome }) => outcome === 'unknown'),
        at,
      ).toBe(false);
      await resume(world, reconciled);
      expect(await world.picture(), at).toEqual(wanted);
      expect((await world.plan()).changes, at).toEqual([]);
      expect([...doneIds(world)].sort(), at).toEqual(plan.changes.map(({ id }) => id).sort());
    }
  });

  it('is cut off again while it is found out, and nothing is told twice', async () => {
    for (let nth = 1; nth <= calls; nth += 4) {
      const world = bench();
      await cutOff(world, nth, 'after');
      for (let read = 1; read <= 3; read++)
        await found(world, 'a1', killedAt(world.genesys, read, 'after')).catch(() => undefined);
      await resume(world, await found(world));
      expect(await world.picture()).toEqual(wanted);
      expect([...doneIds(world)].sort()).toEqual(plan.changes.map(({ id }) => id).sort());
    }
  });
});

describe('what became of an apply that was cut off', () => {
  it('is written down, so that it is asked for once', async () => {
    const world = bench();
    await cutOff(world, 3, 'after');
    await found(world);
    const [records, entries] = [world.journal.records.length, world.audit.entries.length];
    expect(world.journal.records.at(-1)).toMatchObject({ event: 'end', apply: 'a1' });
    await found(world);
    expect([world.journal.records.length, world.audit.entries.length]).toEqual([records, entries]);
  });

  it('is not guessed where somebody else was there', async () => {
    const world = bench();
    // Behind two creates, the first edit reads its code and then writes it.
    await cutOff(world, 4, 'before');
    await world.genesys.wrapupCodes.update('id-Updated', { name: 'Updated', description: 'mine', division: HOME });
    const { outcomes } = await found(world);
    expect(outcomes.find(({ change }) => change.id === 'update:Updated')).toMatchObject({
      outcome: 'unknown',
      message: expect.stringContaining('somebody else was there') as unknown,
    });
  });

  it('is found out later, where the apply came to its end and could not see it', async () => {
    const world = bench();
    const { genesys } = world;
    const failure: Failure = { kind: 'server', method: 'GET', path: '/', message: 'Down.', ambiguous: true };
    let isDown = false;
    const fail = async (): Promise<never> => Promise.reject(new GenesysError(failure));
    const falling: Genesys = {
      ...genesys,
      queueWrapupCodes: {
        ...genesys.queueWrapupCodes,
        async add(...given) {
          await genesys.queueWrapupCodes.add(...given);
          isDown = true;
          return fail();
        },
        list: (...given) => (isDown ? fail() : genesys.queueWrapupCodes.list(...given)),
      },
    };
    await world.apply(await world.plan(), 'a1', falling);
    const known = await lastApply(readerOf(world), 'org-1');
    expect(known && [isCutOff(known), isInDoubt(known)]).toEqual([false, true]);
    const { outcomes } = await found(world);
    expect(outcomes.find(({ change }) => change.kind === 'associate')?.outcome).toBe('done');
    const later = await lastApply(readerOf(world), 'org-1');
    expect(later && isInDoubt(later)).toBe(false);
    expect(later?.story.end?.stopped).toContain('It may or may not have been done');
  });

  it('is waited for where lists lag behind', async () => {
    const world = bench();
    await cutOff(world, 1, 'after');
    const { genesys } = world;
    let lists = 0;
    const lagging: Genesys = {
      ...genesys,
      wrapupCodes: {
        ...genesys.wrapupCodes,
        list: async (options) =>
          (await genesys.wrapupCodes.list(options)).filter(({ id }) => ++lists > 20 || !id.startsWith('new-')),
      },
    };
    const { outcomes } = await found(world, 'a1', lagging);
    expect(outcomes[0]).toMatchObject({ outcome: 'done', codeId: 'new-0' });
    expect(world.clock.sleeps.length).toBeGreaterThan(0);
  });

  it('is nothing where it had not begun', async () => {
    const { genesys, clock, journal, audit } = bench();
    expect(await reconcile({ genesys, clock, journal, audit, applyId: 'a1', records: [] })).toBeUndefined();
  });
});

describe('the rest of an apply', () => {
  it('is only what failed, where it came to its end', async () => {
    const world = bench();
    const { genesys } = world;
    const refusing: Genesys = {
      ...genesys,
      queueWrapupCodes: { ...genesys.queueWrapupCodes, add: killedAt(genesys, 1, 'before').queueWrapupCodes.add },
    };
    await cutOff({ ...world, genesys: refusing }, Number.POSITIVE_INFINITY, 'before');
    const rest = await planRest(world.prepare, await found(world));
    expect(rest.kind).toBe('rest');
    expect(rest.plan.changes.map(({ kind }) => kind)).toContain('associate');
    expect(rest.plan.changes.some(({ kind }) => kind === 'create')).toBe(false);
  });

  it('is a new plan where the files say something else now', async () => {
    const world = bench();
    await cutOff(world, 6, 'before');
    const reconciled = await found(world);
    const [first, ...others] = CATALOG.catalog.codes;
    const changed = catalog([{ ...first!, description: 'second' }, ...others], {
      queues: CATALOG.catalog.queues ?? {},
    });
    expect(await planRest({ ...world.prepare, catalogs: [changed] }, reconciled)).toMatchObject({
      kind: 'moved',
      why: expect.arrayContaining([]) as unknown,
    });
    const fewer = catalog(others.slice(0, 3), { queues: CATALOG.catalog.queues ?? {} });
    const moved = await planRest({ ...world.prepare, catalogs: [fewer] }, reconciled);
    expect(moved).toMatchObject({ kind: 'moved' });
    expect(moved.kind === 'moved' && moved.why.join(' ')).toContain('The files do not ask for');
  });

  it('is a new plan where somebody has taken back what was done', async () => {
    const world = bench();
    await cutOff(world, 8, 'before');
    const reconciled = await found(world);
    await world.genesys.wrapupCodes.update('id-Updated', { name: 'Updated', description: 'old text', division: HOME });
    const rest = await planRest(world.prepare, reconciled);
    expect(rest.kind === 'moved' && rest.why).toEqual([
      'The change "update" of "Updated" was done, and has to be done again.',
    ]);
  });

  it('needs nothing for what somebody has done by hand meanwhile', async () => {
    const world = bench();
    await cutOff(world, 8, 'before');
    const reconciled = await found(world);
    await world.genesys.queueWrapupCodes.add('q-billing', ['id-adopted']);
    const rest = await planRest(world.prepare, reconciled);
    expect(rest.kind).toBe('rest');
    expect(rest.plan.changes.some(({ id }) => id === 'associate:Billing:Adopted')).toBe(false);
  });
});

describe('the last apply of an org', () => {
  it('is known to be cut off until it was found out', async () => {
    const world = bench();
    expect(await lastApply(readerOf(world), 'org-1')).toBeUndefined();
    await cutOff(world, 6, 'before');
    const last = await lastApply(readerOf(world), 'org-1');
    expect(last && isCutOff(last)).toBe(true);
    await found(world);
    const known = await lastApply(readerOf(world), 'org-1');
    expect(known && [isCutOff(known), isUndo(known)]).toEqual([false, false]);
  });
});
