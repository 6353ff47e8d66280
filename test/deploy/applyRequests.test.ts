/** How many requests a push of new codes takes: counted, since an org allows only so many a minute. */
import { expect, test } from 'vitest';
import { applyPlan } from '#core/deploy/apply/apply.ts';
import { isComplete } from '#core/deploy/format/index.ts';
import { preparePlan } from '#core/deploy/prepare.ts';
import { openWorld } from '../genesys/support.ts';
import { ACTOR, catalog, DEV, keptJournal, keptTrail } from './support.ts';

const PAGE = 100;
const QUEUES = ['Support Voice', 'Billing', 'Support Chat'];
const pages = (count: number): number => Math.ceil(count / PAGE);

test.each([
  [1, 1],
  [40, 2],
  [100, 3],
  [205, 3],
])('%i new codes on %i queues', async (codes, queueCount) => {
  const { genesys, clock, sandbox } = await openWorld();
  const queues = QUEUES.slice(0, queueCount);
  const catalogs = [catalog(Array.from({ length: codes }, (_, index) => ({ name: `Many ${index}`, queues })))];
  const plan = await preparePlan({ genesys, catalogs, project: undefined, target: DEV, clock });
  const parts = { genesys, clock, journal: keptJournal(), audit: keptTrail(), actor: ACTOR, applyId: 'x' };
  expect(isComplete(await applyPlan({ plan, ...parts }))).toBe(true);

  const { org, log } = sandbox;
  const requests = log.filter(({ path }) => path !== '/oauth/token');
  const reads = requests.filter(({ method }) => method === 'GET').length;
  const writes = requests.length - reads;
  const members = [...org.queues.values()]
    .filter(({ name }) => queues.includes(name))
    .map(({ id }) => pages(org.queueCodes.get(id)?.size ?? 0));
  const mostWrites = codes + queueCount * Math.ceil(codes / 100);
  const mostReads =
    2 * pages(org.codes.size) + 2 * members.reduce((sum, count) => sum + count, 0) + pages(org.queues.size) + 10;
  // The Terraform provider's documented way reads each code back by itself.
  process.stdout.write(
    `${codes} new codes on ${queueCount} queues: ${writes} writes of at most ${mostWrites}, ${reads} reads of at most ${mostReads}; a create and a read back for each code would be ${2 * codes}.\n`,
  );
  expect(writes).toBeLessThanOrEqual(mostWrites);
  expect(reads).toBeLessThanOrEqual(mostReads);
});
