/** The official SDK and a query file, asked the same: both must see the same conversations and the same sums. */
import platform, { type Models } from 'purecloud-platform-client-v2';
import { describe, expect, it } from 'vitest';
import { compileQuery } from '#core/query/compile/index.ts';
import type { CompiledQuery } from '#core/query/compile/model.ts';
import type { OrgNames } from '#core/query/model.ts';
import { readOrgNames } from '#core/query/run/index.ts';
import type { Cell } from '#core/query/run/model.ts';
import { readSource } from '#core/text/parse.ts';
import { readQueries } from '#core/workspace/index.ts';
import { openWorld, type World } from '../../genesys/support.ts';
import { TEST_INSTANT } from '../../support/fakeClock.ts';
import { run } from './support.ts';

const analytics = new platform.AnalyticsApi();

interface Signed extends World {
  readonly names: OrgNames;
}

/** One org, signed in to by both. */
async function opened(): Promise<Signed> {
  const world = await openWorld({ conversationsPerDay: 150 });
  const { port, clientId, clientSecret } = world.sandbox;
  platform.ApiClient.instance.config.setGateway({ protocol: 'http', host: '127.0.0.1', port });
  await platform.ApiClient.instance.loginClientCredentialsGrant(clientId, clientSecret);
  return { ...world, names: await readOrgNames(world.genesys, world.clock) };
}

function compiled(text: string, { names }: Signed): CompiledQuery {
  const [query] = readQueries(readSource('a.query.yaml', text));
  if (!query) throw new Error('This is no query.');
  const result = compileQuery(query, { now: TEST_INSTANT, org: names });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.query;
}

async function rowsOf(query: CompiledQuery, signed: Signed): Promise<readonly Readonly<Record<string, Cell>>[]> {
  const { genesys, names, clock } = signed;
  const { outcome, records } = await run({ query, genesys, names, clock });
  expect(outcome.complete).toBe(true);
  return records;
}

describe('a query file and the official SDK', () => {
  it('see the same conversations', async () => {
    const signed = await opened();
    const query = compiled(
      `
kind: ConversationDetails
interval: last 7 days
timeZone: UTC
where:
  queue: [Support Voice, Billing]
  mediaType: voice
output: { rows: conversation, columns: [conversationId, conversationStart] }
`,
      signed,
    );
    const seen: string[] = [];
    for (let pageNumber = 1; ; pageNumber += 1) {
      const body = { ...query.body, paging: { pageSize: 100, pageNumber } } as unknown as Models.ConversationQuery;
      const page = await analytics.postAnalyticsConversationsDetailsQuery(body);
      if ((page.conversations ?? []).length === 0) break;
      seen.push(...(page.conversations ?? []).map(({ conversationId }) => conversationId ?? ''));
    }
    expect(seen.length).toBeGreaterThan(50);
    expect((await rowsOf(query, signed)).map((row) => row['conversationId'])).toEqual(seen);
  });

  it('see the same sums, the file by the names of queues', async () => {
    const signed = await opened();
    const query = compiled(
      `
kind: ConversationAggregates
interval: last 7 days
timeZone: UTC
granularity: P1D
groupBy: [queueId, mediaType]
metrics: [nOffered, tHandle]
where: { queue: [Support Voice, Billing] }
output: { columns: [queue, mediaType, intervalStart, nOffered, tHandle] }
`,
      signed,
    );
    const body = query.body as unknown as Models.ConversationAggregationQuery;
    const { results = [] } = await analytics.postAnalyticsConversationsAggregatesQuery(body);
    const expected = results.flatMap(({ group = {}, data = [] }) =>
      data.map(({ interval = '', metrics = [] }) => {
        const stats = (metric: string) => metrics.find((one) => one.metric === metric)?.stats;
        return {
          queue: signed.names.queues?.find(({ id }) => id === group['queueId'])?.name,
          mediaType: group['mediaType'],
          intervalStart: Date.parse(interval.split('/')[0] ?? ''),
          nOffered: stats('nOffered')?.count,
          tHandle: stats('tHandle')?.sum,
        };
      }),
    );
    expect(expected.length).toBeGreaterThan(20);
    expect(await rowsOf(query, signed)).toEqual(expected);
  });
});
