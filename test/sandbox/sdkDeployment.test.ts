/** The official SDK, unchanged, on what a deployment needs beside codes and queues. */
import platform, { type Models } from 'purecloud-platform-client-v2';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '#sandbox/server.ts';
import { codeIdOf, testClock } from './support.ts';

let sandbox: Sandbox;
const outbound = new platform.OutboundApi();
const architect = new platform.ArchitectApi();
const audits = new platform.AuditApi();
const automation = new platform.ProcessAutomationApi();

beforeAll(async () => {
  sandbox = await startSandbox({ seed: 7, clock: testClock(), conversationsPerDay: 0 });
  platform.ApiClient.instance.config.setGateway({ protocol: 'http', host: '127.0.0.1', port: sandbox.port });
  await platform.ApiClient.instance.loginClientCredentialsGrant(sandbox.clientId, sandbox.clientSecret);
});

afterAll(() => sandbox.close());

describe('the official SDK', () => {
  test('changes one outbound mapping and finds the others unchanged', async () => {
    const before = await outbound.getOutboundWrapupcodemappings();
    const id = codeIdOf(sandbox, 'Quote Sent');
    const mapping = { ...before.mapping, [id]: ['BUSINESS_NEUTRAL'] };
    const after = await outbound.putOutboundWrapupcodemappings({ ...before, mapping });
    expect(after).toMatchObject({ version: (before.version ?? 0) + 1, mapping, defaultSet: before.defaultSet });
    await expect(outbound.putOutboundWrapupcodemappings(before)).rejects.toMatchObject({
      status: 409,
      code: 'invalid.update.wrong.version',
    });
  });

  test('finds a data table and makes, reads, replaces and removes a row', async () => {
    const tables = await architect.getFlowsDatatables({ name: 'wrap-up*', expand: 'schema' });
    const table = tables.entities?.[0];
    const id = table?.id ?? '';
    expect(table?.schema?.properties).toHaveProperty('category');
    expect((await architect.getFlowsDatatable(id)).name).toBe('Wrap-up catalog');

    await architect.postFlowsDatatableRows(id, { key: 'SDK row', category: 'first' });
    expect(await architect.getFlowsDatatableRow(id, 'SDK row')).toEqual({ key: 'SDK row' });
    await architect.putFlowsDatatableRow(id, 'SDK row', { body: { key: 'SDK row', category: 'second' } });
    const row = await architect.getFlowsDatatableRow(id, 'SDK row', { showbrief: false });
    expect(row).toEqual({ key: 'SDK row', category: 'second' });
    const rows = await architect.getFlowsDatatableRows(id, { pageSize: 100, showbrief: false });
    expect(rows.entities).toContainEqual(row);
    await architect.deleteFlowsDatatableRow(id, 'SDK row');
    await expect(architect.getFlowsDatatableRow(id, 'SDK row')).rejects.toMatchObject({
      status: 404,
      code: 'flows.datatables.row.not.found',
    });
  });

  test('says what it may do, and where', async () => {
    const authorization = new platform.AuthorizationApi();
    const subject = await authorization.getAuthorizationSubjectsMe();
    expect(subject.grants?.[0]?.role?.policies).toContainEqual({
      domain: 'routing',
      entityName: '*',
      actions: ['*'],
    });
    const permission = 'routing:wrapupCode:add';
    const divisions = await authorization.getAuthorizationDivisionspermittedMe(permission);
    expect(divisions.map(({ name }) => name)).toEqual(['Billing', 'Home', 'Sales', 'Support']);
    const paged = await authorization.getAuthorizationDivisionspermittedPagedMe(permission, { pageSize: 2 });
    expect(paged).toMatchObject({ total: 4, allDivsPermitted: true });
  });

  test('finds its own change in the audits', async () => {
    const code = await new platform.RoutingApi().postRoutingWrapupcodes({ name: 'Audited by SDK' });
    const query: Models.AuditQueryRequest = {
      interval: '2026-11-20T00:00:00Z/2026-11-21T00:00:00Z',
      serviceName: 'ContactCenter',
      filters: [
        { property: 'EntityType', value: 'WrapupCode' },
        { property: 'Action', value: 'Create' },
      ],
    };
    const { id = '' } = await audits.postAuditsQuery(query);
    expect(await audits.getAuditsQueryTransactionId(id)).toMatchObject({ id, state: 'Succeeded', ...query });
    const { entities } = await audits.getAuditsQueryTransactionIdResults(id, { pageSize: 500, expand: ['user'] });
    expect(entities).toMatchObject([{ action: 'Create', entity: { id: code.id, name: 'Audited by SDK' } }]);
    const realtime = await audits.postAuditsQueryRealtime({ ...query, pageSize: 10 });
    expect(realtime.entities).toEqual(entities);
    expect((await audits.getAuditsQueryServicemapping()).services?.map(({ name }) => name)).toContain('ContactCenter');
  });

  test('registers a trigger on wrap-ups, tests it and removes it', async () => {
    const topicName = 'v2.detail.events.conversation.{id}.wrapup';
    expect((await automation.getProcessautomationTriggersTopics({ pageSize: '200' })).entities).toContain(topicName);
    const request: Models.CreateTriggerRequest = {
      name: 'Tell BI',
      topicName,
      enabled: true,
      target: { type: 'Workflow', id: 'a workflow' },
      matchCriteria: [{ jsonPath: 'mediaType', operator: 'Equal', value: 'VOICE' as unknown as object }],
    };
    const { id = '', version = 0 } = await automation.postProcessautomationTriggers(request);
    const body = JSON.stringify({ mediaType: 'VOICE' });
    expect(await automation.postProcessautomationTriggerTest(id, { body })).toMatchObject({ triggerMatches: true });
    await automation.putProcessautomationTrigger(id, { ...request, enabled: false, version });
    const { entities } = await automation.getProcessautomationTriggers({ enabled: false });
    expect(entities).toMatchObject([{ id, version: version + 1 }]);
    await automation.deleteProcessautomationTrigger(id);
    await expect(automation.getProcessautomationTrigger(id)).rejects.toMatchObject({ status: 404 });
  });
});
