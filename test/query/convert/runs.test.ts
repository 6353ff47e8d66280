/** What comes out of the converter is not only sound: an org answers it. */
import { expect, test } from 'vitest';
import { compileQuery } from '#core/query/compile/index.ts';
import { convertToQuery } from '#core/query/convert/index.ts';
import type { OrgNames } from '#core/query/model.ts';
import { readOrgNames } from '#core/query/run/index.ts';
import { readSource } from '#core/text/parse.ts';
import { readQueries } from '#core/workspace/index.ts';
import { openWorld } from '../../genesys/support.ts';
import { TEST_INSTANT } from '../../support/fakeClock.ts';
import { run } from '../run/support.ts';

const idOf = (list: readonly { readonly id: string; readonly name: string }[] | undefined, name: string): string =>
  list?.find((one) => one.name === name)?.id ?? '';

/** In the style of each tutorial; ids are those of the org. */
const written = {
  'conversations with a view, a selection and conditions': (_names: OrgNames) => `{
  "interval": "2026-11-19T00:00:00Z/2026-11-20T00:00:00Z",
  "view": "interactions",
  "size": 100,
  "select": ["id", "type", "startTime", "wrapupcode", "wrapupcode.id", "wrapupcode.name", "participants"],
  "where": [{"path": "type", "operator": "in", "value": ["voice", "chat"]}]
}`,
  'what one agent did': (names: OrgNames) => `query = ConversationDetailsQuery(
    view="realtime",
    interval="2026-11-18T00:00:00Z/2026-11-20T00:00:00Z",
    entity=[{"type": "conversation", "path": "participants", "selector": "participantId",
             "values": ["${idOf(names.users, 'Daan de Vries')}"]}],
    size=10
)`,
  'an aggregation by queue and media type': (names: OrgNames) => `payload = {
    "dateFrom": "2026-11-13T00:00:00Z",
    "dateTo": "2026-11-20T00:00:00Z",
    "groupBy": ["queue", "mediaType"],
    "select": ["conversationCount", "holdTime", "talkTime", "waitTime", "wrapUpTime"],
    "timeGrain": "none",
    "filter": {"type": "or", "clauses": [{"type": "field", "field": "queue.id", "op": "in",
        "values": ["${idOf(names.queues, 'Billing')}", "${idOf(names.queues, 'Support Voice')}"]}]}
}`,
};

test.each(Object.entries(written))('%s: converted, it runs and finds something', async (_, text) => {
  const { genesys, clock } = await openWorld({ conversationsPerDay: 200 });
  const names = await readOrgNames(genesys, clock);
  const converted = convertToQuery(text(names), { now: TEST_INSTANT });
  if (!converted.ok) throw new Error(converted.message);
  const [file, ...others] = readQueries(readSource('a.query.yaml', converted.text));
  if (!file || others.length > 0) throw new Error(`This is not one query:\n${converted.text}`);
  const compiled = compileQuery(file, { now: TEST_INSTANT, org: names });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  const { outcome, records } = await run({ query: compiled.query, genesys, names, clock });
  expect(outcome.complete).toBe(true);
  expect(records.length).toBeGreaterThan(0);
  const queues = new Set(records.flatMap((row) => String(row['queue'] ?? '').split('; ')));
  if (file.kind === 'ConversationAggregates') expect([...queues].toSorted()).toEqual(['Billing', 'Support Voice']);
});
