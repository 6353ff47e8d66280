/** What is read of an org for a plan: only what the files speak of, and nothing once for each code. */
import { expect, test } from 'vitest';
import type { GenesysProject, WrapUpCatalog, WrapUpCode } from '#core/contract/generated/files.ts';
import { makePlan, readSnapshot, wantedOf } from '#core/deploy/index.ts';
import { type Failure, GenesysError } from '#core/genesys/error.ts';
import type { Genesys } from '#core/genesys/index.ts';
import { openWorld } from '../genesys/support.ts';
import { TEST_INSTANT } from '../support/fakeClock.ts';
import { memoryOrg } from './memoryOrg.ts';
import { DEV, VOICE, catalog, org, orgCode } from './support.ts';

const QUEUES = { 'Support Voice': {}, Billing: {} };
const many = Array.from({ length: 250 }, (_, index): WrapUpCode => ({ name: `Code ${index}`, queues: ['Billing'] }));
const withTable: GenesysProject = {
  kind: 'GenesysProject',
  environments: { dev: { region: 'mypurecloud.ie', metadata: { dataTable: 'Codes' } } },
};
const start = org({
  codes: [orgCode('Code 1')],
  queueCodes: { [VOICE.id]: ['id-Code 1'] },
  outbound: { version: 1, defaultSet: [], mapping: {} },
  table: {
    id: 't',
    name: 'Codes',
    columns: { state: 'string' },
    rows: {
      'Code 1': { key: 'Code 1', state: 'active' },
      Stranger: { key: 'Stranger', state: 'active' },
    },
  },
});

/** The names of the methods that a plan calls, in their order. */
async function readsOf(
  codes: readonly WrapUpCode[],
  project?: GenesysProject,
  change: (genesys: Genesys) => Genesys = (genesys) => genesys,
  more: Partial<WrapUpCatalog> = { queues: QUEUES },
) {
  const calls: string[] = [];
  const genesys = counted(change(memoryOrg(start).genesys), '', calls);
  const request = { catalogs: [catalog(codes, more)], project, target: DEV, asOf: TEST_INSTANT };
  const snapshot = await readSnapshot(genesys, start.organization, wantedOf(request));
  const plan = makePlan({ ...request, org: snapshot });
  return { calls, snapshot, plan };
}

function counted<T extends object>(part: T, path: string, calls: string[]): T {
  return new Proxy(part, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      const name = `${path}${String(key)}`;
      if (typeof value === 'object' && value !== null) return counted(value, `${name}.`, calls);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]): unknown => {
        calls.push(name);
        return Reflect.apply(value, target, args);
      };
    },
  });
}

const ALWAYS = ['divisions', 'wrapupCodes.list', 'queues.list'];

test('one list of each kind and one for each queue, however many codes there are', async () => {
  const { calls, plan } = await readsOf(many);
  expect(calls).toEqual([...ALWAYS, 'queueWrapupCodes.list', 'queueWrapupCodes.list']);
  expect(plan.summary.create).toBe(249);
});

test('no queue, no mapping and no table where the files speak of none', async () => {
  expect((await readsOf([{ name: 'A' }], undefined, undefined, {})).calls).toEqual(ALWAYS);
  expect((await readsOf([], withTable, undefined, {})).calls).toEqual(ALWAYS);
});

test('the mappings where a code has one or is deleted, and the table where the environment has one', async () => {
  const one = await readsOf([{ name: 'A', outbound: [] }], undefined, undefined, {});
  expect(one.calls).toEqual([...ALWAYS, 'outbound.mappings']);
  const two = await readsOf([{ name: 'A', state: 'deleted' }], withTable, undefined, {});
  expect(two.calls).toEqual([...ALWAYS, 'outbound.mappings', 'dataTables.find', 'dataTables.rows']);
  const elsewhere = await readsOf([{ name: 'A', outbound: [], environments: ['prod'] }], undefined, undefined, {});
  expect(elsewhere.calls).toEqual(ALWAYS);
});

test('rows of others are nobody’s business', async () => {
  const { plan, snapshot } = await readsOf([{ name: 'Code 1', state: 'deleted' }], withTable);
  expect(snapshot.table).toMatchObject({ rows: { 'Code 1': { state: 'active' } } });
  expect(JSON.stringify(snapshot.table)).not.toContain('Stranger');
  expect(plan.changes.map(({ id }) => id)).toEqual([
    'metadata:Code 1',
    'dissociate:Support Voice:Code 1',
    'delete:Code 1',
  ]);
});

const FORBIDDEN: Failure = {
  kind: 'forbidden',
  method: 'GET',
  path: '/api/v2/outbound/wrapupcodemappings',
  status: 403,
  message: 'No.',
  ambiguous: false,
};

test('a deletion is planned without the mappings where they may not be seen, and a mapping is not', async () => {
  const refusing = (genesys: Genesys): Genesys => ({
    ...genesys,
    outbound: {
      ...genesys.outbound,
      mappings: () => Promise.reject(new GenesysError(FORBIDDEN)),
    },
  });
  const { plan } = await readsOf([{ name: 'Code 1', state: 'deleted' }], undefined, refusing);
  expect(plan.changes.at(-1)).toMatchObject({ kind: 'delete', pointing: { queues: [{ id: VOICE.id }] } });
  await expect(readsOf([{ name: 'Code 1', outbound: [] }], undefined, refusing)).rejects.toThrow(GenesysError);
});

test('on the wire a plan of many codes takes a request for each page', async () => {
  const { sandbox, genesys } = await openWorld();
  const wanted = wantedOf({
    catalogs: [catalog(many, { queues: QUEUES })],
    project: undefined,
    target: DEV,
    asOf: TEST_INSTANT,
  });
  await readSnapshot(genesys, start.organization, wanted);
  const reads = sandbox.log.filter(({ method }) => method === 'GET');
  const pages = (count: number): number => Math.max(1, Math.ceil(count / 100));
  const { codes, queues, queueCodes } = sandbox.org;
  const members = [...queues.values()]
    .filter(({ name }) => Object.hasOwn(QUEUES, name))
    .map(({ id }) => queueCodes.get(id)?.size ?? 0);
  const bound = pages(codes.size) + pages(queues.size) + members.reduce((sum, count) => sum + pages(count), 0) + 1;
  expect(members.length).toBe(2);
  expect(reads.length).toBeLessThanOrEqual(bound);
});
