/** Taking an apply back: what it did and nobody touched since, and nothing else. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ApplyResult, Plan } from '#core/deploy/model.ts';
import { selected } from '#core/deploy/selection.ts';
import { planUndo } from '#core/deploy/undo/index.ts';
import { readStory } from '#core/deploy/apply/journalRecords.ts';
import { type Bench, bench } from './wholeApply.ts';
import { DEV, HOME } from './support.ts';

const KINDS = [
  'adopt',
  'associate',
  'create',
  'delete',
  'dissociate',
  'metadata',
  'move',
  'outbound',
  'queueSettings',
  'rename',
  'update',
];

async function undo({ journal, genesys, clock }: Bench, applyId: string): Promise<Plan> {
  const story = readStory(journal.records.filter(({ apply }) => apply === applyId));
  if (story === undefined) throw new Error(`There is no apply ${applyId}.`);
  return planUndo({ applyId, story, genesys, clock, target: DEV });
}

const notDone = ({ results }: ApplyResult): readonly string[] =>
  results.flatMap(({ change, outcome, message = '' }) =>
    outcome === 'done' ? [] : [`${change.id} is ${outcome}: ${message}`],
  );

describe('an undo', () => {
  it('gives the org back as it was, apart from the ids of codes that are made again', async () => {
    const world = bench();
    const before = await world.picture();
    const plan = await world.plan();
    expect([...new Set(plan.changes.map(({ kind }) => kind))].sort()).toEqual(KINDS);
    expect(notDone(await world.apply(plan, 'a1'))).toEqual([]);
    expect(await world.picture()).not.toEqual(before);
    const back = await undo(world, 'a1');
    expect(notDone(await world.apply(back, 'a2'))).toEqual([]);
    expect(await world.picture()).toEqual(before);
    expect((await undo(world, 'a1')).changes).toEqual([]);
  });

  it('says which permission is missing for it', async () => {
    const world = bench();
    await world.apply(await world.plan(), 'a1');
    const genesys = { ...world.genesys, subject: async () => ({ id: 'client-1', grants: [] }) };
    const { permissions } = await undo({ ...world, genesys }, 'a1');
    const needed = new Set(permissions?.missing.flatMap((one) => one.permissions));
    expect(needed).toContain('routing:wrapupCode:delete');
    expect(needed).toContain('routing:wrapupCode:add');
    expect(needed).toContain('outbound:wrapUpCodeMapping:edit');
    expect((await undo(world, 'a1')).permissions).toBeUndefined();
  });

  it('can itself be taken back', async () => {
    const world = bench();
    await world.apply(await world.plan(), 'a1');
    const after = await world.picture();
    await world.apply(await undo(world, 'a1'), 'a2');
    const again = await undo(world, 'a2');
    expect(again.changes.filter(({ kind }) => kind === 'blocked')).toEqual([]);
    expect(notDone(await world.apply(again, 'a3'))).toEqual([]);
    expect(await world.picture()).toEqual(after);
  });

  it('takes back what was done of an apply, whatever was selected of it', async () => {
    const world = bench();
    const plan = await world.plan();
    await fc.assert(
      fc.asyncProperty(fc.subarray(plan.changes.map(({ id }) => id)), async (ids) => {
        const own = bench();
        const before = await own.picture();
        const whole = await own.plan();
        await own.apply(selected(whole, ids), 'a1');
        await own.apply(await undo(own, 'a1'), 'a2');
        expect(await own.picture()).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });

  it('leaves alone what somebody has changed since, and says so', async () => {
    const world = bench();
    await world.apply(await world.plan(), 'a1');
    const { genesys } = world;
    const made = (await genesys.wrapupCodes.list()).find(({ name }) => name === 'New One');
    await genesys.wrapupCodes.update(made?.id ?? '', { name: 'New One', description: 'mine now' });
    await genesys.wrapupCodes.update('id-Updated', { name: 'Updated', description: 'mine too', division: HOME });
    await genesys.wrapupCodes.create({ name: 'Deleted' });
    const plan = await undo(world, 'a1');
    const blocked = plan.changes.filter(({ kind }) => kind === 'blocked');
    expect(blocked.map(({ name, why }) => `${name}: ${why}`)).toEqual([
      'New One: Somebody has changed the code "New One" since, or it is gone. It is left as it is.',
      'Updated: Somebody has changed the code "Updated" since, or it is gone. It is left as it is.',
      'Deleted: The org has a code "Deleted" again, so it is not made a second time.',
      'Deleted: The org has a code "Deleted" again, so it is not made a second time.',
      'Deleted: The org has a code "Deleted" again, so it is not made a second time.',
      'Deleted: The org has a code "Deleted" again, so it is not made a second time.',
    ]);
    expect(
      notDone(await world.apply({ ...plan, changes: plan.changes.filter(({ kind }) => kind !== 'blocked') }, 'a2')),
    ).toEqual([]);
  });

  it('puts back only the field that the apply changed', async () => {
    const world = bench();
    await world.apply(await world.plan(), 'a1');
    const { genesys } = world;
    const now = await genesys.wrapupCodes.get('id-adopted');
    await genesys.wrapupCodes.update('id-adopted', { name: now?.name ?? '', description: 'mine' });
    const plan = await undo(world, 'a1');
    const adopt = plan.changes.find(({ kind }) => kind === 'adopt');
    expect(adopt).toMatchObject({ after: { name: 'adopted', description: 'mine' } });
  });

  it('does not take back what the org had already when the apply came', async () => {
    const world = bench();
    const plan = await world.plan();
    await world.genesys.queues.replace('q-voice', {
      ...(await world.genesys.queues.get('q-voice')),
      acwSettings: { wrapupPrompt: 'MANDATORY', timeoutMs: 60_000 },
    });
    await world.apply(plan, 'a1');
    const back = await undo(world, 'a1');
    expect(back.changes.some(({ kind }) => kind === 'queueSettings')).toBe(false);
  });

  it('has a fingerprint that moves with what it rests on', async () => {
    const world = bench();
    await world.apply(await world.plan(), 'a1');
    const first = await undo(world, 'a1');
    expect((await undo(world, 'a1')).fingerprint).toBe(first.fingerprint);
    await world.genesys.queueWrapupCodes.remove('q-billing', 'id-adopted');
    expect((await undo(world, 'a1')).fingerprint).not.toBe(first.fingerprint);
  });
});
