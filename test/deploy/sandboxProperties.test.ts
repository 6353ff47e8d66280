/** The same promise as in properties.test.ts, on the real wire and with every answer to what is not published. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GenesysProject, WrapUpCatalog, WrapUpCode } from '#core/contract/generated/files.ts';
import { applyPlan } from '#core/deploy/apply/apply.ts';
import { pendingChanges } from '#core/deploy/index.ts';
import type { Write } from '#core/deploy/model.ts';
import { preparePlan } from '#core/deploy/prepare.ts';
import { createGenesys } from '#core/genesys/index.ts';
import { addNewerFields } from '#sandbox/org/newerFields.ts';
import { startSandbox } from '#sandbox/server.ts';
import { parseSwitch, type Switches, switchTable } from '#sandbox/switches.ts';
import { clientOf, keptLog, steadyRandom, targetOf } from '../genesys/support.ts';
import { fakeClock } from '../support/fakeClock.ts';
import { isInOrg } from './isInOrg.ts';
import { ACTOR, DEV, catalog, keptJournal, keptTrail } from './support.ts';

/**
 * Not random: an org whose pages are smaller than 100 and that refuses to be asked for 100 cannot be read at all, and one
 * that deletes no code from under a queue has its own test.
 */
const LEFT: ReadonlySet<string> = new Set(['pageSizeOverMaximum', 'deleteOnQueue']);

/** One value for each question that has words for answers. */
const switches: fc.Arbitrary<Partial<Switches>> = fc
  .tuple(
    fc.tuple(
      ...Object.entries(switchTable).flatMap(([name, question]) =>
        'values' in question && !LEFT.has(name)
          ? [fc.constantFrom(...question.values).map((value) => parseSwitch(`${name}=${value}`))]
          : [],
      ),
    ),
    fc.record({ pageSizeMaximum: fc.constantFrom(25, 100), consistencyDelay: fc.constantFrom(0, 2) }),
  )
  .map(([words, amounts]) => Object.assign({}, ...words, amounts) as Partial<Switches>);

const FLAGS = ['RIGHT_PARTY_CONTACT', 'BUSINESS_SUCCESS', 'NUMBER_UNCALLABLE'] as const;
const QUEUES = ['Support Voice', 'Billing', 'Support Chat'];

/** Names of the seed are spelled differently now and then, so that adopting and updating happen too. */
function entriesFrom(seedNames: readonly string[]): fc.Arbitrary<WrapUpCode[]> {
  const spelled = fc.constantFrom(...seedNames).chain((name) => fc.constantFrom(name, name.toUpperCase(), `${name} 2`));
  const entry = fc.record(
    {
      name: spelled,
      description: fc.constantFrom('', 'one', 'two'),
      division: fc.constantFrom('Support', 'Home', '*'),
      queues: fc.subarray(QUEUES),
      outbound: fc.oneof(fc.constant('default' as const), fc.subarray([...FLAGS], { minLength: 1 })),
      state: fc.constantFrom('active' as const, 'active' as const, 'retired' as const, 'deleted' as const),
      category: fc.constantFrom('sales', 'support'),
    },
    { requiredKeys: ['name'] },
  );
  return fc.uniqueArray(entry, { selector: ({ name }) => name.toLowerCase(), minLength: 1, maxLength: 12 });
}

const declared: fc.Arbitrary<NonNullable<WrapUpCatalog['queues']>> = fc.record({
  'Support Voice': fc.constant({}),
  'Support Chat': fc.constant({}),
  Billing: fc.constantFrom(
    {},
    { afterCallWork: { prompt: 'MANDATORY_TIMEOUT' as const, timeout: '45s' } },
    { afterCallWork: { prompt: 'OPTIONAL' as const } },
    { membership: 'exact' as const },
  ),
});

const projects: fc.Arbitrary<GenesysProject> = fc.constantFrom(
  { kind: 'GenesysProject', environments: { dev: { region: 'mypurecloud.ie' } } },
  {
    kind: 'GenesysProject',
    environments: { dev: { region: 'mypurecloud.ie', metadata: { dataTable: 'Wrap-up catalog' } } },
  },
);

const KINDS: readonly Write['kind'][] = [
  'adopt',
  'associate',
  'create',
  'delete',
  'dissociate',
  'metadata',
  'move',
  'outbound',
  'queueSettings',
  'update',
];

test('after a push to the sandbox the next plan is empty, whatever the switches say', async () => {
  const kinds = new Set<Write['kind']>();
  await fc.assert(
    fc.asyncProperty(switches, fc.nat(3), declared, projects, fc.gen(), async (chosen, seed, queues, project, gen) => {
      const clock = fakeClock();
      const sandbox = await startSandbox({ seed, clock, switches: chosen });
      addNewerFields(sandbox.org);
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
        const catalogs = [
          catalog(
            gen(() => entriesFrom(names.map((name) => name.trim()))),
            { queues },
          ),
        ];
        const prepare = () => preparePlan({ genesys, catalogs, project, target: DEV, clock });
        const plan = await prepare();
        const parts = { genesys, clock, journal: keptJournal(), audit: keptTrail(), actor: ACTOR, applyId: 'x' };
        const result = await applyPlan({ plan, ...parts });
        for (const { change, outcome, message } of result.results) {
          expect(outcome, `${change.id}: ${message}`).toBe(change.kind === 'blocked' ? 'not attempted' : 'done');
          if (change.kind === 'blocked') continue;
          expect(isInOrg(sandbox.org, change), change.id).toBe(true);
          kinds.add(change.kind);
        }
        // Lists have caught up when the next plan is made.
        await clock.advance(10_000);
        expect(pendingChanges(await prepare())).toBe(0);
      } finally {
        genesys.close();
        await sandbox.close();
      }
    }),
    // A smaller case would take minutes to find.
    { numRuns: 15, endOnFailure: true },
  );
  // The cases are worth something only as long as every kind is among them.
  expect([...kinds].toSorted()).toEqual(KINDS);
}, 120_000);
