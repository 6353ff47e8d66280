import { expect, test } from 'vitest';
import { type Examined, examine, requiredPermissions } from '#core/deploy/doctor/index.ts';
import type { Change, Plan } from '#core/deploy/model.ts';
import { GenesysError } from '#core/genesys/error.ts';
import type { AuthzSubject, Grant } from '#core/genesys/index.ts';
import { clientOf, openWorld } from '../genesys/support.ts';
import { HOME, SUPPORT, org, orgCode, planOf } from './support.ts';

const policy = (permissions: string, condition?: string) => {
  const [domain = '', entityName = '', actions = ''] = permissions.split(':');
  return { domain, entityName, actions: actions.split(','), ...(condition === undefined ? {} : { condition }) };
};
const grant = (division: Grant['division'], ...permissions: readonly string[]): Grant => ({
  role: 'A Role',
  policies: permissions.map((text) => policy(text)),
  ...(division === undefined ? {} : { division }),
});
const ALL = { id: '*', name: '' };

/** An org with these grants, in which every queue is in Support. */
function orgWith(...grants: readonly Grant[]): Examined & { readonly asked: string[] } {
  const asked: string[] = [];
  const never = (): never => {
    throw new Error('The doctor reads only.');
  };
  return {
    asked,
    subject: async (): Promise<AuthzSubject> => {
      asked.push('subject');
      return { id: 'client-1', grants };
    },
    divisions: async () => {
      asked.push('divisions');
      return [HOME, SUPPORT];
    },
    queues: {
      list: never,
      replace: never,
      get: async (id) => {
        asked.push(`queue ${id}`);
        return { id, name: id, division: { id: SUPPORT.id } };
      },
    },
  };
}

const plan = planOf({
  codes: [
    { name: 'New', division: 'Support', queues: ['Support Voice', 'Billing'] },
    { name: 'Old', description: 'new' },
  ],
  org: org({ codes: [orgCode('Old', { division: HOME })] }),
});

const texts = async (genesys: Examined, of: Plan = plan): Promise<readonly string[]> =>
  (await examine(genesys, of)).missing.map(({ text, certainty }) => (certainty === 'missing' ? text : `? ${text}`));

test('says what a plan needs, once for each kind of change and place', () => {
  expect(requiredPermissions(plan)).toMatchObject([
    { action: 'Creating codes', permissions: ['routing:wrapupCode:add'], place: { kind: 'division', id: 'd-support' } },
    { action: 'Changing codes', permissions: ['routing:wrapupCode:edit'], place: { kind: 'division', id: 'd-home' } },
    { action: 'Putting codes on queues', permissions: ['routing:queue:edit'], place: { kind: 'queue' } },
    { action: 'Putting codes on queues', permissions: ['routing:queue:edit'], place: { kind: 'queue' } },
  ]);
});

test('names the division in which a permission is missing, and where it is held', async () => {
  const genesys = orgWith(grant(HOME, 'routing:wrapupCode:add,edit', 'routing:queue:*'));
  expect(await texts(genesys)).toEqual([
    'Creating codes in the division Support needs routing:wrapupCode:add; these credentials have it only in Home.',
    'Putting codes on queues in the division Support needs routing:queue:edit; these credentials have it only in Home.',
  ]);
  const { missing } = await examine(genesys, plan);
  expect(missing.at(1)?.changes).toEqual(['associate:Support Voice:New', 'associate:Billing:New']);
});

test('names a permission that no role has', async () => {
  expect(await texts(orgWith(grant(ALL, 'routing:wrapupCode:edit', 'routing:queue:edit')))).toEqual([
    'Creating codes in the division Support needs routing:wrapupCode:add; these credentials do not have it.',
  ]);
});

test('each queue is asked for its division once, and none where nothing is held', async () => {
  const both = planOf({
    codes: [
      { name: 'One', queues: ['Support Voice'] },
      { name: 'Two', queues: ['Support Voice', 'Billing'] },
    ],
  });
  const queueSettings: Change = {
    kind: 'queueSettings',
    id: 'queueSettings:Support Voice',
    name: 'Support Voice',
    path: 'a.wrapup.yaml',
    why: 'It differs.',
    queue: { id: 'q-voice', name: 'Support Voice' },
    before: {},
    after: { wrapupPrompt: 'OPTIONAL' },
    call: { method: 'PUT', path: '/api/v2/routing/queues/q-voice', body: {}, into: 'queue' },
  };
  const more = { ...both, changes: [...both.changes, queueSettings] };
  const partly = orgWith(grant(HOME, 'routing:queue:*'), grant(ALL, 'routing:wrapupCode:*'));
  await examine(partly, more);
  expect(partly.asked).toEqual(['subject', 'divisions', 'queue q-voice', 'queue q-billing']);
  const nothing = orgWith(grant(ALL, 'routing:wrapupCode:*'));
  expect(await texts(nothing, both)).toEqual([
    'Putting codes on queues needs routing:queue:edit; these credentials do not have it.',
  ]);
  expect(nothing.asked).toEqual(['subject', 'divisions']);
});

test.each(['*:*:*', 'routing:*:*', 'routing:wrapupCode:*'])(
  'a policy of %s in all divisions is enough',
  async (all) => {
    const genesys = orgWith(grant(ALL, all, 'routing:queue:edit'));
    expect(await texts(genesys)).toEqual([]);
    expect(genesys.asked).toEqual(['subject']);
  },
);

test('a role in each division of the org is as good as one in all', async () => {
  const whole = 'routing:*:*';
  const everywhere = planOf({ codes: [{ name: 'Everywhere', division: '*' }] });
  expect(await texts(orgWith(grant(HOME, whole), grant(SUPPORT, whole)))).toEqual([]);
  expect(await texts(orgWith(grant(HOME, whole), grant(SUPPORT, whole)), everywhere)).toEqual([]);
});

test('what cannot be known is not said to be missing', async () => {
  const genesys = orgWith(grant(HOME, 'routing:wrapupCode:add'));
  expect(await texts(genesys, planOf({ codes: [{ name: 'Anywhere' }] }))).toEqual([
    '? Creating codes needs routing:wrapupCode:add; these credentials have it only in Home; whether that is enough is not known.',
  ]);
  expect(await texts(genesys, planOf({ codes: [{ name: 'Everywhere', division: '*' }] }))).toEqual([
    '? Creating codes of all divisions needs routing:wrapupCode:add; these credentials have it only in Home; whether that is enough is not known.',
  ]);
  const conditional: Grant = {
    role: 'A Role',
    division: ALL,
    policies: [policy('routing:wrapupCode:add', 'only mine')],
  };
  expect(await texts(orgWith(conditional), planOf({ codes: [{ name: 'Perhaps' }] }))).toEqual([
    '? Creating codes needs routing:wrapupCode:add; these credentials have it under a condition or in a division that is not told; whether that is enough is not known.',
  ]);
});

test('a grant without a division is not taken for one in all', async () => {
  const genesys = orgWith(grant(undefined, 'routing:*:*'));
  expect((await examine(genesys, plan)).missing.map(({ certainty }) => certainty)).toEqual([
    'unknown',
    'unknown',
    'unknown',
  ]);
});

test('any of several permissions is enough where the API says so', async () => {
  const change: Change = {
    kind: 'metadata',
    id: 'metadata:A',
    name: 'A',
    path: 'a.wrapup.yaml',
    why: 'There is no row.',
    table: { id: 't-1', name: 'Codes' },
    key: 'A',
    after: { key: 'A' },
    call: { method: 'POST', path: '/api/v2/flows/datatables/t-1/rows', body: { key: 'A' } },
  };
  const rows = { ...plan, changes: [change] };
  expect(await texts(orgWith(grant(ALL, 'architect:datatableRow:add')), rows)).toEqual([]);
  expect(await texts(orgWith(grant(ALL, 'architect:datatable:view')), rows)).toEqual([
    'Adding rows to a data table needs architect:datatable:add or architect:datatableRow:add; these credentials do not have any of them.',
  ]);
});

test('reading the queue that a change is put into is part of it', () => {
  const change: Change = {
    kind: 'queueSettings',
    id: 'queueSettings:Support Voice',
    name: 'Support Voice',
    path: 'a.wrapup.yaml',
    why: 'It differs.',
    queue: { id: 'q-1', name: 'Support Voice' },
    before: {},
    after: { wrapupPrompt: 'OPTIONAL' },
    call: { method: 'PUT', path: '/api/v2/routing/queues/q-1', body: {}, into: 'queue' },
  };
  const permissions = requiredPermissions({ changes: [change] }).map((one) => one.permissions.join());
  expect(permissions).toEqual(['routing:queue:view', 'routing:queue:edit']);
});

test('an org that does not tell roles stops nothing, and a cancel does', async () => {
  const failing = (kind: 'server' | 'cancelled'): Examined => ({
    ...orgWith(),
    subject: async () => {
      throw new GenesysError({ kind, method: 'GET', path: '/', message: 'It failed.', ambiguous: false });
    },
  });
  expect(await examine(failing('server'), plan)).toEqual({
    missing: [],
    notRead: 'Which permissions these credentials have could not be read: It failed.',
  });
  await expect(examine(failing('cancelled'), plan)).rejects.toThrow(GenesysError);
});

test('a plan that sends nothing asks nothing', async () => {
  const genesys = orgWith();
  expect(await examine(genesys, planOf({}))).toEqual({ missing: [] });
  expect(genesys.asked).toEqual([]);
});

test.each(['star', 'each'] as const)('the doctor and the sandbox agree about its clients (%s)', async (form) => {
  const create = async (client: 'full' | 'readOnly' | 'scoped', division: string) => {
    const { genesys, sandbox } = await openWorld({
      credentials: ({ clients }) => clientOf(clients[client]),
      switches: { allDivisionsGrant: form },
    });
    const divisions = sandbox.org.divisions.map(({ id, name }) => ({ id, name }));
    const made = planOf({ codes: [{ name: 'Doctor', division }], org: { ...org(), divisions } });
    const { missing } = await examine(genesys, made);
    const divisionId = divisions.find(({ name }) => name === division)?.id ?? '';
    const refused = await genesys.wrapupCodes.create({ name: 'Doctor', division: { id: divisionId } }).then(
      () => false,
      (error: unknown) => error instanceof GenesysError && error.failure.kind === 'forbidden',
    );
    expect(missing.length > 0).toBe(refused);
    return missing.map(({ text }) => text);
  };
  expect(await create('full', 'Support')).toEqual([]);
  expect(await create('scoped', 'Support')).toEqual([]);
  expect(await create('scoped', 'Sales')).toEqual([
    'Creating codes in the division Sales needs routing:wrapupCode:add; these credentials have it only in Support.',
  ]);
  expect(await create('readOnly', 'Sales')).toEqual([
    'Creating codes in the division Sales needs routing:wrapupCode:add; these credentials do not have it.',
  ]);
});
