/**
 * The process ends at each moment at which something is written down: just before it is durable, and just after. What the
 * next one finds in the journal is enough to finish the work, to tell the trail of each change once, and to guess nothing.
 */
import { afterAll, expect, test } from 'vitest';
import { applyPlan } from '#core/deploy/apply/apply.ts';
import { reconcile } from '#core/deploy/recover/index.ts';
import { crashAndResume, type Moment } from './crashRun.ts';
import { CASES_TIMEOUT_MS, EVERY } from './faultMatrixRun.ts';
import { openKinds } from './kindsPush.ts';
import { ACTOR, keptJournal, keptTrail } from './support.ts';

let cases = 0;
afterAll(() => void process.stdout.write(`Fault matrix, ends of the process: ${cases} cases.\n`));

test.each<Moment>(['before', 'after'])(
  'the process ends %s a line is durable, at each line, and is resumed',
  async (moment) => {
    for (let nth = 1; await crashAndResume(EVERY, nth, moment); nth++) cases += 1;
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
