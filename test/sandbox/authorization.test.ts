/** What a token's own subject may do, and where. */
import { expect, test } from 'vitest';
import type { Switches } from '#sandbox/switches.ts';
import { misfits } from './misfits.ts';
import { type Answered, type Api, divisionIdOf, openSandbox, signIn } from './support.ts';

const subject = '/api/v2/authorization/subjects/me';
const permitted = '/api/v2/authorization/divisionspermitted';

interface Subject {
  readonly grants: readonly {
    readonly subjectId: string;
    readonly division: { readonly id: string; readonly name: string };
    readonly role: {
      readonly policies: readonly {
        readonly domain: string;
        readonly entityName: string;
        readonly actions: readonly string[];
      }[];
    };
  }[];
}

const grantsIn = ({ body }: Answered): Subject['grants'] => (body as unknown as Subject).grants;

function permissionsIn(answered: Answered): readonly string[] {
  const policies = grantsIn(answered).flatMap((grant) => grant.role.policies);
  return policies.flatMap((one) => one.actions.map((action) => `${one.domain}:${one.entityName}:${action}`));
}

async function asFull(switches: Partial<Switches>): Promise<Api> {
  return signIn(await openSandbox({ switches }));
}

test('a reader has the permissions of its role, in all divisions', async () => {
  const sandbox = await openSandbox();
  const answered = await (await signIn(sandbox, sandbox.clients.readOnly)).get(subject);
  expect(misfits('AuthzSubject', answered.body)).toEqual([]);
  expect(answered.body['id']).toBe(sandbox.clients.readOnly.id);
  expect([...permissionsIn(answered)].sort()).toEqual([
    'routing:queue:search',
    'routing:queue:view',
    'routing:wrapupCode:search',
    'routing:wrapupCode:view',
  ]);
  expect(grantsIn(answered).map((grant) => [grant.subjectId, grant.division.id])).toEqual([[answered.body['id'], '*']]);
});

test('a client of one division has its grant there', async () => {
  const sandbox = await openSandbox();
  const answered = await (await signIn(sandbox, sandbox.clients.scoped)).get(subject);
  expect(grantsIn(answered).map((grant) => grant.division)).toMatchObject([
    { id: divisionIdOf(sandbox, 'Support'), name: 'Support' },
  ]);
});

test('policyForm wildcards: an administrator has everything of each domain', async () => {
  const permissions = permissionsIn(await (await asFull({ policyForm: 'wildcards' })).get(subject));
  expect(permissions).toContain('routing:*:*');
  expect(permissions.every((permission) => permission.endsWith(':*:*'))).toBe(true);
});

test('policyForm spelledOut: an administrator has each permission by name', async () => {
  const permissions = permissionsIn(await (await asFull({ policyForm: 'spelledOut' })).get(subject));
  expect(permissions).toContain('routing:wrapupCode:delete');
  expect(permissions).toContain('outbound:wrapUpCodeMapping:edit');
  expect(permissions.join(' ')).not.toContain('*');
});

test.each([
  ['star', ['*']],
  ['each', ['Billing', 'Home', 'Sales', 'Support']],
] as const)('allDivisionsGrant %s', async (allDivisionsGrant, names) => {
  const answered = await (await asFull({ allDivisionsGrant })).get(subject);
  expect(
    grantsIn(answered)
      .map((grant) => grant.division.name)
      .toSorted(),
  ).toEqual(names);
});

test.each([
  ['full', 'routing:wrapupCode:add', ['Billing', 'Home', 'Sales', 'Support']],
  ['readOnly', 'routing:wrapupCode:view', ['Billing', 'Home', 'Sales', 'Support']],
  ['readOnly', 'routing:wrapupCode:add', []],
  ['scoped', 'routing:wrapupCode:add', ['Support']],
] as const)('the divisions in which %s has %s', async (client, permission, names) => {
  const sandbox = await openSandbox();
  const api = await signIn(sandbox, sandbox.clients[client]);
  const { body } = await api.get(`${permitted}/me?permission=${permission}`);
  expect(body).toMatchObject(names.map((name) => ({ name })));
  expect(body).toHaveLength(names.length);
  const paged = await api.list(`${permitted}/paged/me?permission=${permission}&pageSize=1`);
  expect(paged).toMatchObject({ total: names.length, allDivsPermitted: names.length === 4 });
});

test('permitted divisions are searched by name, and the permission must be named', async () => {
  const api = await asFull({});
  const { body } = await api.get(`${permitted}/me?permission=routing:queue:view&name=S`);
  expect(body).toMatchObject([{ name: 'Sales' }, { name: 'Support' }]);
  for (const path of [`${permitted}/me`, `${permitted}/paged/me?permission=`]) {
    expect((await api.get(path)).body).toMatchObject({ status: 400, code: 'required.field.missing' });
  }
});
