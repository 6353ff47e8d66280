/** Whatever an org answers, or a proxy in its place: a value of the right shape comes out, or a `GenesysError`. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GenesysError } from '#core/genesys/error.ts';
import type { Genesys } from '#core/genesys/index.ts';
import type { ApiAnswer, ApiRequest } from '#core/genesys/request.ts';
import { resourcesOf } from '#core/genesys/resources.ts';
import { fakeClock } from '../support/fakeClock.ts';

/** The resources of an org that gives one answer after the other, the last one for good. */
function answering(...answers: readonly unknown[]) {
  const requests: ApiRequest[] = [];
  const api = async (request: ApiRequest): Promise<ApiAnswer> => {
    requests.push(request);
    return { data: answers[Math.min(requests.length, answers.length) - 1] };
  };
  return { requests, genesys: resourcesOf(api, fakeClock()) };
}

type Call = (genesys: Omit<Genesys, 'close'>) => Promise<unknown>;
const calls: Readonly<Record<string, Call>> = {
  me: (org) => org.me(),
  subject: (org) => org.subject(),
  tokenInfo: (org) => org.tokenInfo(),
  'wrapupCodes.get': (org) => org.wrapupCodes.get('c'),
  'queues.get': (org) => org.queues.get('q'),
  'queues.replace': (org) => org.queues.replace('q', { id: 'q', name: 'Q' }),
  'outbound.mappings': (org) => org.outbound.mappings(),
  'outbound.replace': (org) => org.outbound.replace({}),
  'dataTables.find': (org) => org.dataTables.find('t'),
  'dataTables.rows': (org) => org.dataTables.rows('t'),
  'dataTables.row': (org) => org.dataTables.row('t', 'k'),
  'dataTables.addRow': (org) => org.dataTables.addRow('t', { key: 'k' }),
  'audits.query': (org) => org.audits.query({ interval: 'a/b' }),
  'triggers.list': (org) => org.triggers.list(),
  'triggers.topics': (org) => org.triggers.topics(),
};

/** Objects with the names that are looked for and any values, so that more than the outermost check is met. */
const fields = [
  'id',
  'name',
  'grants',
  'role',
  'policies',
  'actions',
  'division',
  'schema',
  'properties',
  'key',
  'type',
];
const listFields = [
  'entities',
  'mapping',
  'defaultSet',
  'version',
  'acwSettings',
  'state',
  'cursor',
  'nextUri',
  'target',
];
const answer = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.constantFrom(null, true, 0, -1, 1.5, '', '*', 'x', 'Succeeded', '__proto__'),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...fields, ...listFields, 'anything'), tie('value'), { maxKeys: 6 }),
  ),
})).value;

test.each(Object.entries(calls))('%s never ends in another error', async (_name, call) => {
  await fc.assert(
    fc.asyncProperty(fc.array(answer, { minLength: 1, maxLength: 3 }), async (answers) => {
      try {
        await call(answering(...answers).genesys);
      } catch (error) {
        expect(error).toBeInstanceOf(GenesysError);
      }
    }),
    { numRuns: 150 },
  );
});

test('outbound mappings without a version are not read, since they could not be written back', async () => {
  const { genesys } = answering({ mapping: {}, defaultSet: [] });
  await expect(genesys.outbound.mappings()).rejects.toThrow('not the outbound mappings');
  const odd = answering({ version: 1, mapping: { c: 'RIGHT_PARTY_CONTACT' } });
  await expect(odd.genesys.outbound.mappings()).rejects.toThrow('not the outbound mappings');
});

test('whatever a queue holds is sent back as it came', async () => {
  const queue = fc.dictionary(fc.oneof(fc.string(), fc.constant('__proto__')), fc.jsonValue());
  await fc.assert(
    fc.asyncProperty(queue, async (others) => {
      const text = JSON.stringify({ ...others, id: 'q', name: 'Q' });
      const { genesys, requests } = answering(JSON.parse(text));
      await genesys.queues.replace('q', await genesys.queues.get('q'));
      expect(JSON.stringify(requests.at(-1)?.body)).toBe(text);
    }),
  );
});

test('an unknown field of the outbound mappings is kept for the next write', async () => {
  const document = { version: 3, mapping: {}, defaultSet: [], somethingNew: { deep: [1] } };
  const { genesys } = answering(document);
  expect(await genesys.outbound.mappings()).toEqual({ document, version: 3, mapping: {}, defaultSet: [] });
});

test('a table of which two are spelled alike is found by its very name', async () => {
  const table = (id: string, name: string) => ({ id, name, schema: { properties: { key: { type: 'string' } } } });
  const tables = { entities: [table('1', 'codes'), table('2', 'Codes')], pageCount: 1 };
  expect((await answering(tables).genesys.dataTables.find('Codes'))?.id).toBe('2');
  expect(await answering(tables).genesys.dataTables.find('CODES')).toBeUndefined();
});

test('a column without a value is not there, and one that is no cell makes the row unreadable', async () => {
  const rows = (cell: unknown) =>
    answering({ entities: [{ key: 'k', cell }], pageCount: 1 }).genesys.dataTables.rows('t');
  expect(await rows(null)).toEqual([{ key: 'k' }]);
  await expect(rows({ nested: true })).rejects.toThrow('not a list of rows');
});

test('a cursor that comes again ends the list', async () => {
  const { genesys, requests } = answering({
    entities: ['a'],
    nextUri: '/api/v2/processautomation/triggers/topics?after=x',
  });
  expect(await genesys.triggers.topics()).toEqual(['a', 'a']);
  expect(requests.map(({ path }) => path)).toEqual([
    '/api/v2/processautomation/triggers/topics?pageSize=200',
    '/api/v2/processautomation/triggers/topics?pageSize=200&after=x',
  ]);
});

test('only the cursor of the next page is taken from an answer, never another host', async () => {
  const { genesys, requests } = answering(
    { entities: [], nextUri: 'https://elsewhere.example/steal?after=1&x=2' },
    { entities: [] },
  );
  await genesys.triggers.topics();
  expect(requests.at(-1)?.path).toBe('/api/v2/processautomation/triggers/topics?pageSize=200&after=1');
});

test.each(['Failed', 'Cancelled'])('an audit query that ends as %s says so', async (state) => {
  const { genesys } = answering({ id: 'a', state: 'Queued' }, { id: 'a', state });
  await expect(genesys.audits.query({ interval: 'a/b' })).rejects.toThrow(`ended the audit query as ${state}`);
});
