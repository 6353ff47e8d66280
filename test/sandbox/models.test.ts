/** Answers hold nothing that the published models do not have, in the published types. */
import type { Models } from 'purecloud-platform-client-v2';
import { expect, test } from 'vitest';
import { misfits } from './misfits.ts';
import { codesPath, openSandbox, queueIdOf, queuesPath, signIn } from './support.ts';

test('every published kind of answer', async () => {
  const sandbox = await openSandbox();
  const api = await signIn(sandbox);
  const queue = `${queuesPath}/${queueIdOf(sandbox, 'Sales Callback')}`;
  const table = `/api/v2/flows/datatables/${[...sandbox.org.tables.keys()][0] ?? ''}`;
  for (const [path, model] of [
    [`${codesPath}?pageSize=100&pageNumber=2`, 'WrapupCodeEntityListing'],
    [`${codesPath}/divisionviews?includeState=ActiveAndDeleted`, 'WrapupCodeEntityListing'],
    [`${queue}/wrapupcodes`, 'WrapupCodeEntityListing'],
    [queue, 'Queue'],
    ['/api/v2/tokens/me', 'TokenInfo'],
    ['/api/v2/organizations/limits/namespaces/platform.api', 'LimitsEntityListing'],
    ['/api/v2/organizations/limits/docs', 'LimitDocumentation'],
    ['/api/v2/outbound/wrapupcodemappings', 'WrapUpCodeMapping'],
    ['/api/v2/flows/datatables?expand=schema', 'DataTablesDomainEntityListing'],
    [`${table}?expand=schema`, 'DataTable'],
    [`${table}/rows?showbrief=false&pageSize=2`, 'DataTableRowEntityListing'],
    ['/api/v2/authorization/subjects/me', 'AuthzSubject'],
    ['/api/v2/audits/query/servicemapping', 'AuditQueryServiceMapping'],
    ['/api/v2/processautomation/triggers', 'TriggerEntityListing'],
    ['/api/v2/processautomation/triggers/topics?pageSize=2', 'TopicCursorEntityListing'],
    ['/api/v2/nowhere', 'ErrorBody'],
    [`${codesPath}?sortOrder=up`, 'ErrorBody'],
  ] as const) {
    expect(misfits(model, (await api.get(path)).body)).toEqual([]);
  }
  for (const one of (await api.list(`${queuesPath}?pageSize=100`)).entities) expect(misfits('Queue', one)).toEqual([]);
});

test('the check itself sees what is wrong', () => {
  expect(misfits('WrapupCode', { id: 5, codeName: 'x' })).toEqual([
    'WrapupCode.name missing',
    'WrapupCode.id is number',
    'WrapupCode.codeName unknown',
  ]);
  expect(misfits('Queue', { acwSettings: { wrapupPrompt: 'NEVER' } })).toEqual([
    'Queue.acwSettings.wrapupPrompt is NEVER',
  ]);
});

/** Models that the facts do not hold are checked against the fields that the official SDK's types require. */
test('organisation, divisions and users have the SDK’s required fields', async () => {
  const api = await signIn(await openSandbox());
  const organization: Pick<Models.Organization, 'id' | 'version'> = {
    id: expect.any(String),
    version: expect.any(Number),
  };
  expect((await api.get('/api/v2/organizations/me')).body).toMatchObject(organization);
  const division: Required<Pick<Models.AuthzDivision, 'id' | 'name' | 'description' | 'homeDivision'>> = {
    id: expect.any(String),
    name: 'Home',
    description: expect.any(String),
    homeDivision: true,
  };
  expect((await api.list('/api/v2/authorization/divisions?name=Home')).entities).toMatchObject([division]);
  const user: Pick<Models.User, 'version' | 'state'> = { version: 1, state: 'inactive' };
  expect((await api.list('/api/v2/users?state=inactive')).entities).toMatchObject([user, user, user, user]);
});
