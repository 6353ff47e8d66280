/** A run reads the lists of names that it needs: with those alone it is the same as with all. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileQuery } from '#core/query/compile/index.ts';
import type { NamedKind, OrgNames } from '#core/query/model.ts';
import { allColumns, neededKinds, readOrgNames } from '#core/query/run/index.ts';
import type { Genesys } from '#core/genesys/index.ts';
import { openWorld } from '../../genesys/support.ts';
import { TEST_INSTANT } from '../../support/fakeClock.ts';
import { queryOf } from '../compile/world.ts';
import { noNames, run } from './support.ts';

const LISTS = { queue: 'queues', user: 'users', division: 'divisions', wrapUpCode: 'wrapUpCodes' } as const;
const details = 'kind: ConversationDetails\ninterval: yesterday\n';
const aggregates = 'kind: ConversationAggregates\ninterval: yesterday\nmetrics: [tHandle]\n';

test.each<readonly [string, readonly NamedKind[]]>([
  [`${details}output: { columns: [conversationId] }`, []],
  [`${details}output: { columns: [conversationId, queueId, userId, wrapUpCode] }`, []],
  [`${details}output: { columns: [emptyReason] }`, ['queue']],
  [`${details}output: { columns: [conversationId], exclude: { category: sales, agent: Bob } }`, ['user', 'wrapUpCode']],
  [`${details}where: { queue: Billing }\noutput: { columns: [agent] }`, ['queue', 'user']],
  [
    `${details}where: { queueId: q, division: Home, wrapUpCode: { tag: a } }\noutput: { columns: [conversationId] }`,
    ['division', 'wrapUpCode'],
  ],
  [details, ['queue', 'user', 'wrapUpCode']],
  [aggregates, []],
  [`${aggregates}groupBy: [queueId, mediaType]`, ['queue']],
  [`${aggregates}groupBy: [queueId]\noutput: { columns: [queueId, tHandle] }`, []],
])('%s', (text, kinds) => {
  expect(neededKinds(queryOf(text)).toSorted()).toEqual(kinds);
});

test('a run with the needed lists alone has the same rows and notes as one with all', async () => {
  const { genesys, clock } = await openWorld({ conversationsPerDay: 20 });
  const all = await readOrgNames(genesys, clock);
  const wheres = ['{}', '{ queue: Support Voice }', '{ mediaType: voice }', '{ wrapUpCode: Follow Up Needed }'];
  const levels = ['conversation', 'participant', 'session', 'segment', 'wrapUp'] as const;
  const text = fc.constantFrom(...levels).chain((rows) =>
    fc
      .tuple(
        fc.constantFrom(...wheres),
        fc.subarray(
          allColumns('ConversationDetails', rows).map(({ key }) => key),
          { minLength: 1 },
        ),
        fc.constantFrom('', ', exclude: { queue: Billing }', ', exclude: { wrapUpName: Follow Up Needed }'),
      )
      .map(
        ([where, columns, exclude]) =>
          `${details}where: ${where}\noutput: { rows: ${rows}, columns: [${columns.join(', ')}]${exclude} }`,
      ),
  );
  await fc.assert(
    fc.asyncProperty(text, async (written) => {
      const file = queryOf(written);
      const needed: readonly NamedKind[] = neededKinds(file);
      const some = Object.fromEntries(needed.map((kind) => [LISTS[kind], all[LISTS[kind]]]));
      expect(await told(file, { ...noNames, org: all.org, ...some }, genesys)).toEqual(await told(file, all, genesys));
    }),
    { numRuns: 25 },
  );
});

async function told(file: ReturnType<typeof queryOf>, names: OrgNames, genesys: Pick<Genesys, 'analytics'>) {
  const compiled = compileQuery(file, { now: TEST_INSTANT, org: names, catalogs: [] });
  if (!compiled.ok) throw new Error('The query does not compile.');
  const { rows, outcome } = await run({ query: compiled.query, genesys, names });
  return { rows, notes: outcome.notes };
}
