/** A window of the editor and everybody else on this machine: one at a time changes an org. */
import { expect, it } from 'vitest';
import { UserError } from '#client/errors.ts';
import { lookUpLast, underOrgLock } from '#client/deploy/oneAtATime.ts';
import { fileJournal } from '#host/journal.ts';
import { fileJournalReader } from '#host/journalReader.ts';
import { fileOrgLock } from '#host/orgLock.ts';
import { applyPlan } from '#core/deploy/apply/apply.ts';
import { keptLog } from '../genesys/support.ts';
import { ACTOR, keptTrail } from '../deploy/support.ts';
import { bench, killedAt, ORG } from '../deploy/wholeApply.ts';
import { TEST_INSTANT } from '../support/fakeClock.ts';
import { tempFolder } from '../support/tempFolder.ts';

function place() {
  const world = bench();
  const folder = tempFolder();
  const org = ORG.organization;
  return { world, at: { folder, org, applyId: 'a2', clock: world.clock }, journal: fileJournal(folder, org.id) };
}

it('a push is refused while the command line is at work, and goes on when that has ended', async () => {
  const { at } = place();
  const holder = { who: 'the command line', apply: 'a1', since: TEST_INSTANT };
  const answer = await fileOrgLock(at.folder).take(at.org.id, holder);
  const refused = underOrgLock(at, async () => 'done');
  await expect(refused).rejects.toThrow(UserError);
  await expect(refused).rejects.toThrow(
    /^The command line \(process \d+\) has been changing Acme since 2026-11-20 12:00:00 UTC \(a1\)\..*try again\.$/,
  );
  if (answer.taken) await answer.release();
  expect(await underOrgLock(at, async () => 'done')).toBe('done');
});

it('the lock is given back where the push fails', async () => {
  const { at } = place();
  await expect(underOrgLock(at, () => Promise.reject(new Error('it failed')))).rejects.toThrow('it failed');
  expect(await underOrgLock(at, async () => 'done')).toBe('done');
});

it('a push that was cut off is looked up before the next one, and said once', async () => {
  const { world, at, journal } = place();
  const { genesys, clock } = world;
  const audit = keptTrail();
  const plan = await world.plan();
  // Two creates, and two edits that each read their code first.
  const dying = killedAt(genesys, 6, 'after');
  await applyPlan({ plan, genesys: dying, clock, journal, audit, actor: ACTOR, applyId: 'a1' }).catch(() => undefined);
  const logger = keptLog();
  for (let time = 0; time < 2; time++) await lookUpLast(at, { genesys, journal, audit, logger, options: {} });
  expect(logger.lines).toEqual([
    expect.stringMatching(/^The push a1 to Acme \(dev\), begun at .*, was cut off: 0 of its \d+ changes are known/),
    expect.stringMatching(/^What became of the push a1: 4 done, \d+ not attempted\.$/),
  ]);
  const records = await fileJournalReader(at.folder).read(at.org.id, 'a1');
  expect(records.at(-1)?.event).toBe('end');
});
