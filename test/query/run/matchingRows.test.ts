/** `output.match: rows`: only rows that satisfy the segment filters themselves. */
import { expect, test } from 'vitest';
import type { JsonObject } from '#core/query/model.ts';
import { openWorld } from '../../genesys/support.ts';
import { detailsQuery, run } from './support.ts';

const matches = (dimension: string, value: string) => ({ dimension, value });
const filter = (...predicates: readonly { readonly [key: string]: string }[]) => ({
  segmentFilters: [{ type: 'and', predicates }],
});

test('rows of other queues, agents and codes of a matching conversation are dropped and counted', async () => {
  const { genesys, clock, sandbox } = await openWorld();
  const queue = [...sandbox.org.queues.values()].find(({ name }) => name === 'Billing')?.id ?? '';
  const body = filter(matches('queueId', queue), matches('purpose', 'agent'));
  const columns = ['conversationId', 'queueId', 'purpose', 'segmentType'];
  const all = await run({ query: detailsQuery(2, { rows: 'segment', columns }, body), genesys, clock });
  const some = await run({ query: detailsQuery(2, { rows: 'segment', columns, match: 'rows' }, body), genesys, clock });
  const wanted = all.records.filter((row) => row['queueId'] === queue && row['purpose'] === 'agent');
  expect(some.records).toEqual(wanted);
  const dropped = all.rows.length - wanted.length;
  expect(some.outcome.notes.join(' ')).toContain("rows of matching conversations were dropped by 'output.match: rows'");
  expect(dropped).toBeGreaterThan(0);
});

test('of several wrap-ups of one session or conversation only those with the code stay', async () => {
  const { genesys, clock } = await openWorld();
  const first = await run({ query: detailsQuery(2, { columns: ['wrapUpCode'] }, {}), genesys, clock });
  const code = String(first.records.find(({ wrapUpCode }) => wrapUpCode !== undefined)?.['wrapUpCode']);
  const body = filter(matches('wrapUpCode', code));
  const columns = ['conversationId', 'wrapUpCode'];
  const all = await run({ query: detailsQuery(2, { columns }, body), genesys, clock });
  const some = await run({ query: detailsQuery(2, { columns, match: 'rows' }, body), genesys, clock });
  expect(some.records).toEqual(all.records.filter(({ wrapUpCode }) => wrapUpCode === code));
  expect(new Set(all.records.map(({ wrapUpCode }) => wrapUpCode)).size).toBeGreaterThan(1);
  expect(new Set(some.records.map(({ conversationId }) => conversationId))).toEqual(
    new Set(all.records.map(({ conversationId }) => conversationId)),
  );
});

test('a row has to satisfy each of several filters', async () => {
  const { genesys, clock, sandbox } = await openWorld();
  const queue = [...sandbox.org.queues.values()].find(({ name }) => name === 'Billing')?.id ?? '';
  const predicates = [matches('queueId', queue), matches('purpose', 'agent')];
  const body = { segmentFilters: predicates.map((one) => ({ type: 'and', predicates: [one] })) };
  const columns = ['queueId', 'purpose'];
  const query = detailsQuery(2, { rows: 'session', columns, match: 'rows' }, body);
  const { rows } = await run({ query, genesys, clock });
  expect(rows.length).toBeGreaterThan(0);
  expect(new Set(rows.map((row) => row.join(' ')))).toEqual(new Set([`${queue} agent`]));
});

test('a filter about something else than the wrap-up looks at the whole session of a wrap-up', async () => {
  const { genesys, clock } = await openWorld();
  const body = filter(matches('segmentType', 'hold'), matches('purpose', 'agent'));
  const { records } = await run({
    query: detailsQuery(2, { columns: ['conversationId', 'wrapUpCode'], match: 'rows' }, body),
    genesys,
    clock,
  });
  expect(records.some(({ wrapUpCode }) => wrapUpCode !== undefined)).toBe(true);
});

const predicates: readonly (readonly [JsonObject])[] = [
  [{ dimension: 'wrapUpNote', operator: 'exists' }],
  [{ dimension: 'wrapUpCode', operator: 'notExists' }],
  [{ dimension: 'requestedRouting', value: 'Standard' }],
  [{ metric: 'tSegmentDuration', range: { gte: 600_000 } }],
  [{ dimension: 'disconnectType', value: 'transfer' }],
];

test.each(predicates)('every conversation that the org finds by %j keeps a segment', async (predicate) => {
  const { genesys, clock } = await openWorld();
  const body = { segmentFilters: [{ type: 'or', clauses: [{ type: 'and', predicates: [predicate] }] }] };
  const columns = ['conversationId'];
  const found = await run({ query: detailsQuery(2, { rows: 'conversation', columns }, body), genesys, clock });
  const kept = await run({ query: detailsQuery(2, { rows: 'segment', columns, match: 'rows' }, body), genesys, clock });
  expect(found.rows.length).toBeGreaterThan(0);
  expect(new Set(kept.rows.flat())).toEqual(new Set(found.rows.flat()));
});
