/** The official SDK, unchanged, through its own gateway setting: what it can do here, the product must be able to do. */
import platform, { type Models } from 'purecloud-platform-client-v2';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '#sandbox/server.ts';
import { type Answered, queueIdOf, signIn, testClock } from './support.ts';

let sandbox: Sandbox;
const routing = new platform.RoutingApi();
const analytics = new platform.AnalyticsApi();

beforeAll(async () => {
  sandbox = await startSandbox({ seed: 7, clock: testClock(), conversationsPerDay: 40 });
  platform.ApiClient.instance.config.setGateway({ protocol: 'http', host: '127.0.0.1', port: sandbox.port });
  await platform.ApiClient.instance.loginClientCredentialsGrant(sandbox.clientId, sandbox.clientSecret);
});

afterAll(() => sandbox.close());

/** The same query without the SDK. */
async function sent(query: string, body: object): Promise<Answered> {
  return (await signIn(sandbox)).send('POST', `/api/v2/analytics/conversations/${query}/query`, body);
}

async function allCodeNames(): Promise<readonly string[]> {
  const names: string[] = [];
  for (let pageNumber = 1, pageCount = 1; pageNumber <= pageCount; pageNumber += 1) {
    const page = await routing.getRoutingWrapupcodes({ pageSize: 40, pageNumber });
    names.push(...(page.entities ?? []).map((code) => code.name));
    pageCount = page.pageCount ?? 0;
  }
  return names;
}

describe('the official SDK', () => {
  test('says who and where it is', async () => {
    const token = await new platform.TokensApi().getTokensMe();
    expect(token.organization?.name).toBe('Northwind');
    expect(token.OAuthClient?.id).toBe(sandbox.clientId);
    const org = await new platform.OrganizationApi().getOrganizationsMe();
    expect(org.id).toBe(token.organization?.id);
    await new platform.TokensApi().headTokensMe();
  });

  test('reads limits without inventing any', async () => {
    const organization = new platform.OrganizationApi();
    const limits = await organization.getOrganizationsLimitsNamespace('platform.api');
    expect(limits.entities).toContainEqual({ namespace: 'platform.api', key: 'token.rate.per.minute', value: 300 });
    expect((await organization.getOrganizationsLimitsNamespace('routing')).entities).toEqual([]);
  });

  test('lists divisions, users and queues', async () => {
    const divisions = await new platform.AuthorizationApi().getAuthorizationDivisions({ name: 'Sup*' });
    expect(divisions.entities?.map((division) => division.name)).toEqual(['Support']);
    const users = await new platform.UsersApi().getUsers({ pageSize: 100 });
    expect(users.total).toBe(56);
    expect((await new platform.UsersApi().getUsers({ pageSize: 100, state: 'any' })).total).toBe(60);
    const queues = await routing.getRoutingQueues({ name: '*Voice' });
    expect(queues.entities?.map((queue) => queue.name)).toEqual(['Sales Voice', 'Support Voice']);
  });

  test('pages through all wrap-up codes', async () => {
    const living = [...sandbox.org.codes.values()].filter((code) => !code.deleted).map((code) => code.name);
    expect([...(await allCodeNames())].sort()).toEqual([...living].sort());
  });

  test('creates, updates, associates, takes off and deletes a code', async () => {
    const created = await routing.postRoutingWrapupcodes({ name: 'SDK Code', description: 'first' });
    const id = created.id ?? '';
    expect(created.division?.id).toBe('*');

    const updated = await routing.putRoutingWrapupcode(id, { name: 'SDK Code', description: 'second' });
    expect(updated.description).toBe('second');
    expect((await routing.getRoutingWrapupcode(id)).description).toBe('second');

    const queue = queueIdOf(sandbox, 'Claims');
    await routing.postRoutingQueueWrapupcodes(queue, [{ id }]);
    const on = await routing.getRoutingQueueWrapupcodes(queue, { name: 'SDK*' });
    expect(on.entities?.map((code) => code.id)).toEqual([id]);
    await routing.deleteRoutingQueueWrapupcode(queue, id);
    expect((await routing.getRoutingQueueWrapupcodes(queue, { name: 'SDK*' })).total).toBe(0);

    await routing.deleteRoutingWrapupcode(id);
    await expect(routing.getRoutingWrapupcode(id)).rejects.toMatchObject({ status: 404 });
    const deleted = await routing.getRoutingWrapupcodesDivisionviews({ includeState: 'Deleted', name: 'SDK Code' });
    expect(deleted.entities?.map((code) => code.id)).toEqual([id]);
  });

  test('reads a queue, changes one field and finds the rest unchanged', async () => {
    const id = queueIdOf(sandbox, 'Back Office');
    const before = await routing.getRoutingQueue(id);
    const after = await routing.putRoutingQueue(id, {
      ...before,
      name: before.name ?? '',
      acwSettings: { wrapupPrompt: 'MANDATORY' },
    });
    const { acwSettings: _old, dateModified: _then, modifiedBy: _who, ...rest } = before;
    expect(after).toMatchObject(rest);
    expect(after.acwSettings).toEqual({ wrapupPrompt: 'MANDATORY' });
  });

  test('asks for the details of conversations, with filters, order, pages and counts', async () => {
    const body: Models.ConversationQuery = {
      interval: '2026-11-01T00:00:00Z/2026-11-20T00:00:00Z',
      segmentFilters: [
        { type: 'and', predicates: [{ type: 'dimension', dimension: 'wrapUpCode', operator: 'exists' }] },
      ],
      order: 'desc',
      orderBy: 'conversationEnd',
      paging: { pageSize: 10, pageNumber: 2 },
      aggregations: [{ type: 'termFrequency', dimension: 'wrapUpCode', size: 3 }],
    };
    const answer = await analytics.postAnalyticsConversationsDetailsQuery(body);
    expect(answer.conversations).toHaveLength(10);
    expect(answer.totalHits).toBeGreaterThan(100);
    expect(answer.aggregations?.[0]?.results).toHaveLength(3);
    const ends = answer.conversations?.map((one) => one.conversationEnd ?? '') ?? [];
    expect(ends).toEqual(ends.toSorted().toReversed());

    const first = answer.conversations?.[0];
    const one = await analytics.getAnalyticsConversationDetails(first?.conversationId ?? '');
    expect(one).toEqual(first);
    expect(answer).toEqual((await sent('details', body)).body);
  });

  test('counts them by queue and day', async () => {
    const body: Models.ConversationAggregationQuery = {
      interval: '2026-11-16T00:00:00+01:00/2026-11-19T00:00:00+01:00',
      timeZone: 'Europe/Amsterdam',
      granularity: 'P1D',
      metrics: ['nOffered', 'tTalk', 'oServiceLevel'],
      groupBy: ['queueId', 'mediaType'],
      filter: { type: 'and', predicates: [{ type: 'dimension', dimension: 'mediaType', value: 'voice' }] },
      views: [{ name: 'longTalk', target: 'tTalk', function: 'rangeBound', range: { gte: 300_000 } }],
    };
    const answer = await analytics.postAnalyticsConversationsAggregatesQuery(body);
    const intervals = new Set(answer.results?.flatMap((one) => one.data?.map((part) => part.interval ?? '') ?? []));
    expect([...intervals].toSorted()).toEqual([
      '2026-11-15T23:00:00.000Z/2026-11-16T23:00:00.000Z',
      '2026-11-16T23:00:00.000Z/2026-11-17T23:00:00.000Z',
      '2026-11-17T23:00:00.000Z/2026-11-18T23:00:00.000Z',
    ]);
    expect(answer).toEqual((await sent('aggregates', body)).body);
  });

  test('sees the published errors of a query', async () => {
    const interval = '2026-11-16T00:00:00Z/2026-11-19T00:00:00Z';
    const refused = analytics.postAnalyticsConversationsAggregatesQuery({ interval, metrics: ['tWrapUpTime'] });
    await expect(refused).rejects.toMatchObject({ status: 400, code: 'invalid.value' });
    const paging = { pageSize: 100, pageNumber: 1001 };
    await expect(analytics.postAnalyticsConversationsDetailsQuery({ interval, paging })).rejects.toMatchObject({
      status: 400,
      message: 'Pagination may not exceed 100000 results.',
    });
  });

  test('sees the published error of a duplicate name', async () => {
    await expect(routing.postRoutingWrapupcodes({ name: 'Issue Resolved' })).rejects.toMatchObject({
      status: 400,
      code: 'duplicate.name',
      message: 'A wrapup code with this name already exists.',
    });
  });
});
