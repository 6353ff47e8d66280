/** The same promise as in properties.test.ts, on the real wire and with every answer to what is not published. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { WrapUpCode } from '#core/contract/generated/files.ts';
import { applyPlan } from '#core/deploy/apply/apply.ts';
import { pendingChanges } from '#core/deploy/index.ts';
import { preparePlan } from '#core/deploy/prepare.ts';
import { clientOf, keptLog, steadyRandom, targetOf } from '../genesys/support.ts';
import { createGenesys } from '#core/genesys/index.ts';
import { startSandbox } from '#sandbox/server.ts';
import type { Switches } from '#sandbox/switches.ts';
import { fakeClock } from '../support/fakeClock.ts';
import { ACTOR, DEV, catalog, keptJournal, keptTrail } from './support.ts';

const switches: fc.Arbitrary<Partial<Switches>> = fc.record({
  duplicateStatus: fc.constantFrom('400' as const, '409' as const),
  nameCase: fc.constantFrom('exact' as const, 'ignored' as const),
  putWithoutDescription: fc.constantFrom('clears' as const, 'keeps' as const),
  putWithoutDivision: fc.constantFrom('resets' as const, 'keeps' as const),
  defaultDivision: fc.constantFrom('all' as const, 'home' as const),
  emptyDescription: fc.constantFrom('kept' as const, 'dropped' as const),
  nameFilter: fc.constantFrom('exact' as const, 'contains' as const),
  pageSizeMaximum: fc.constantFrom(25, 100),
  consistencyDelay: fc.constantFrom(0, 2),
});

/** Names of the seed are spelled differently now and then, so that adopting and updating happen too. */
function entriesFrom(seedNames: readonly string[]): fc.Arbitrary<WrapUpCode[]> {
  const spelled = fc.constantFrom(...seedNames).chain((name) => fc.constantFrom(name, name.toUpperCase(), `${name} 2`));
  const entry = fc.record({
    name: spelled,
    description: fc.constantFrom('', 'one', 'two'),
    queues: fc.subarray(['Support Voice', 'Billing', 'Support Chat']),
  });
  return fc.uniqueArray(entry, { selector: ({ name }) => name.toLowerCase(), minLength: 1, maxLength: 12 });
}

test('after a push to the sandbox the next plan is empty, whatever the switches say', async () => {
  await fc.assert(
    fc.asyncProperty(switches, fc.nat(3), fc.gen(), async (chosen, seed, gen) => {
      const clock = fakeClock();
      const sandbox = await startSandbox({ seed, clock, switches: chosen });
      const genesys = createGenesys({
        target: targetOf(sandbox.url),
        credentials: clientOf(sandbox.clients.full),
        clock,
        random: steadyRandom,
        logger: keptLog(),
      });
      try {
        const names = [...sandbox.org.codes.values()]
          .filter(({ deleted }) => deleted === undefined)
          .map(({ name }) => name);
        const catalogs = [catalog(gen(() => entriesFrom(names.map((name) => name.trim()))))];
        const prepare = () => preparePlan({ genesys, catalogs, project: undefined, target: DEV, clock });
        const plan = await prepare();
        const result = await applyPlan({
          plan,
          genesys,
          clock,
          journal: keptJournal(),
          audit: keptTrail(),
          actor: ACTOR,
          applyId: 'x',
        });
        for (const { change, outcome, message } of result.results) {
          expect(outcome, `${change.id}: ${message}`).toBe(change.kind === 'blocked' ? 'not attempted' : 'done');
        }
        expect(pendingChanges(await prepare())).toBe(0);
      } finally {
        genesys.close();
        await sandbox.close();
      }
    }),
    { numRuns: 12 },
  );
});
