/** Data tables and their rows. */
import { expect, test } from 'vitest';
import type { Sandbox } from '#sandbox/server.ts';
import type { Switches } from '#sandbox/switches.ts';
import { type Answered, type Api, divisionIdOf, openSandbox, signIn, testClock } from './support.ts';

const tables = '/api/v2/flows/datatables';

function tableIdOf(sandbox: Sandbox, name: string): string {
  const found = [...sandbox.org.tables.values()].find((table) => table.name === name);
  if (!found) throw new Error(`The seed has no table ${name}.`);
  return found.id;
}

async function opened(
  switches: Partial<Switches> = {},
): Promise<{ sandbox: Sandbox; api: Api; rows: string; row: (key: string) => string }> {
  const sandbox = await openSandbox({ switches });
  const rows = `${tables}/${tableIdOf(sandbox, 'Wrap-up catalog')}/rows`;
  return { sandbox, api: await signIn(sandbox), rows, row: (key) => `${rows}/${encodeURIComponent(key)}` };
}

const cells = async (api: Api, path: string): Promise<Answered['body']> =>
  (await api.get(`${path}?showbrief=false`)).body;

test.each([
  ['', 2],
  ['name=Wrap-up catalog', 1],
  ['name=wrap-up*', 1],
  ['name=*-up cat*g', 1],
  ['name=*HOURS', 1],
  ['name=wrap', 0],
  ['name=.*', 0],
])('with %s there are %i tables', async (query, total) => {
  expect((await (await signIn(await openSandbox())).list(`${tables}?${query}`)).total).toBe(total);
});

test('a table has its schema where it was asked for', async () => {
  const sandbox = await openSandbox();
  const api = await signIn(sandbox);
  const path = `${tables}/${tableIdOf(sandbox, 'Opening hours')}`;
  expect((await api.get(path)).body).not.toHaveProperty('schema');
  const { body } = await api.get(`${path}?expand=schema`);
  expect(body['schema']).toMatchObject({
    required: ['key'],
    additionalProperties: false,
    properties: { key: { type: 'string' }, open24h: { type: 'boolean' } },
  });
  expect((await api.list(`${tables}?expand=schema&name=Opening hours`)).entities).toEqual([body]);
  expect((await api.get(`${path}?expand=rows`)).body).toMatchObject({ code: 'invalid.value' });
});

test('tables are sorted by id or name and filtered by division', async () => {
  const sandbox = await openSandbox();
  const api = await signIn(sandbox);
  const ids = (await api.list(tables)).entities.map((table) => table.id);
  expect(ids).toEqual([...ids].sort());
  const down = (await api.list(`${tables}?sortBy=name&sortOrder=descending`)).entities.map((table) => table.name);
  expect(down).toEqual(['Wrap-up catalog', 'Opening hours']);
  expect((await api.list(`${tables}?divisionId=${divisionIdOf(sandbox, 'Support')}`)).total).toBe(1);
});

test('rows come with their keys only, unless asked for, page by page in the order of the keys', async () => {
  const { api, rows } = await opened();
  const brief = await api.list(`${rows}?pageSize=2`);
  expect(brief).toMatchObject({
    total: 5,
    pageCount: 3,
    entities: [{ key: 'A/B test: 50 %' }, { key: 'Issue Resolved' }],
  });
  expect(brief.entities[0]).toEqual({ key: 'A/B test: 50 %' });
  const all = await api.all(`${rows}?showbrief=false`, 2);
  expect(all).toHaveLength(5);
  expect(all[1]).toMatchObject({ key: 'Issue Resolved', category: 'Resolution', reviewed: true, handlingCost: 2.5 });
  const down = await api.list(`${rows}?sortOrder=descending&pageSize=1`);
  expect(down.entities).toEqual([{ key: 'Wrong Number' }]);
});

test('a row is made, read, replaced and removed', async () => {
  const { api, rows, row } = await opened();
  const first = { key: 'Quote Sent', category: 'Sales', sortOrder: 5 };
  expect((await api.send('POST', rows, first)).body).toEqual(first);
  expect((await api.get(row('Quote Sent'))).body).toEqual({ key: 'Quote Sent' });
  const second = { key: 'Quote Sent', code: 'QUOTE' };
  expect((await api.send('PUT', row('Quote Sent'), second)).status).toBe(200);
  expect(await cells(api, row('Quote Sent'))).toEqual(second);
  expect((await api.send('DELETE', row('Quote Sent'))).status).toBe(204);
  expect((await api.get(row('Quote Sent'))).body).toMatchObject({
    status: 404,
    code: 'flows.datatables.row.not.found',
  });
});

test('a key may have any characters', async () => {
  const { api, rows, row } = await opened();
  expect(await cells(api, row('A/B test: 50 %'))).toMatchObject({ category: 'Pilot' });
  const key = 'تم حل المشكلة ? # & 😀';
  await api.send('POST', rows, { key });
  expect((await api.send('PUT', row(key), { key, category: 'x' })).status).toBe(200);
  expect(await cells(api, row(key))).toEqual({ key, category: 'x' });
});

test.each([
  ['a column that the table does not have', { key: 'N', colour: 'red' }],
  ['a text where a truth value belongs', { key: 'N', mandatory: 'true' }],
  ['a broken number where a whole one belongs', { key: 'N', sortOrder: 1.5 }],
  ['a number where a text belongs', { key: 'N', category: 7 }],
  ['a list', { key: 'N', category: ['a'] }],
  ['no key', { category: 'x' }],
  ['an empty key', { key: '' }],
  ['a list of rows', [{ key: 'N' }]],
])('%s is refused when a row is made and when it is replaced', async (_what, body) => {
  const { api, rows, row } = await opened();
  const code = 'flows.datatables.schema.exception';
  const before = await api.all(`${rows}?showbrief=false`);
  expect((await api.send('POST', rows, body)).body).toMatchObject({ status: 400, code });
  expect((await api.send('PUT', row('Wrong Number'), body)).body).toMatchObject({ status: 400, code });
  expect(await api.all(`${rows}?showbrief=false`)).toEqual(before);
});

test('a whole number fits a column of numbers, and null counts as absent', async () => {
  const { api, rows } = await opened();
  const { body } = await api.send('POST', rows, { key: 'N', handlingCost: 3, category: null });
  expect(body).toEqual({ key: 'N', handlingCost: 3 });
});

test('the published errors', async () => {
  const { api, rows, row } = await opened();
  expect((await api.send('POST', rows, { key: 'Wrong Number' })).body).toMatchObject({
    status: 409,
    code: 'flows.datatables.not.unique',
    message: 'The row had a duplicate keyname.',
  });
  for (const path of [`${tables}/unknown`, `${tables}/unknown/rows`, `${tables}/unknown/rows/x`]) {
    expect((await api.get(path)).body).toMatchObject({ status: 404, code: 'flows.datatables.table.not.found' });
  }
  expect((await api.send('PUT', row('Nobody'), { key: 'Nobody' })).body).toMatchObject({
    status: 404,
    code: 'flows.datatables.row.not.found',
  });
});

test.each([
  ['absent', { key: 'N', category: 'x' }],
  ['default', { key: 'N', category: 'x', name: '', reviewed: false, sortOrder: 0, handlingCost: 0 }],
] as const)('rowColumnsLeftOut %s', async (rowColumnsLeftOut, read) => {
  const { api, rows, row } = await opened({ rowColumnsLeftOut });
  await api.send('POST', rows, { key: 'N', category: 'x' });
  const found = await cells(api, row('N'));
  expect(found).toMatchObject(read);
  expect(Object.keys(found)).toHaveLength(rowColumnsLeftOut === 'absent' ? 2 : 13);
});

test.each([
  ['refused', 400, 'Wrong Number'],
  ['renames', 200, 'Right Number'],
] as const)('rowKeyChange %s', async (rowKeyChange, status, key) => {
  const { api, row } = await opened({ rowKeyChange });
  const body = { key: 'Right Number', category: 'x' };
  expect((await api.send('PUT', row('Wrong Number'), body)).status).toBe(status);
  expect((await api.get(row(key))).status).toBe(200);
});

test('rowKeyChange renames: not to a key that another row has', async () => {
  const { api, row } = await opened({ rowKeyChange: 'renames' });
  expect((await api.send('PUT', row('Wrong Number'), { key: 'Modem Rental' })).body).toMatchObject({ status: 409 });
});

test.each(['404', '204'] as const)('rowDeleteUnknown %s', async (rowDeleteUnknown) => {
  const { api, row } = await opened({ rowDeleteUnknown });
  expect((await api.send('DELETE', row('Nobody'))).status).toBe(Number(rowDeleteUnknown));
});

test('tableRowMaximum: a full table takes no row until one is removed', async () => {
  const { api, rows, row } = await opened({ tableRowMaximum: 5 });
  expect((await api.send('POST', rows, { key: 'N' })).body).toMatchObject({
    status: 400,
    code: 'flows.datatables.too.many.rows',
  });
  await api.send('DELETE', row('Modem Rental'));
  expect((await api.send('POST', rows, { key: 'N' })).status).toBe(200);
});

test('consistencyDelay: reads lag behind making and removing a row, writes do not', async () => {
  const clock = testClock();
  const sandbox = await openSandbox({ clock, switches: { consistencyDelay: 30 } });
  const api = await signIn(sandbox);
  const rows = `${tables}/${tableIdOf(sandbox, 'Wrap-up catalog')}/rows`;
  const seen = async (): Promise<readonly unknown[]> => [
    (await api.get(`${rows}/N`)).status,
    (await api.list(`${rows}?pageSize=100`)).total,
  ];
  await api.send('POST', rows, { key: 'N' });
  expect(await seen()).toEqual([404, 5]);
  expect((await api.send('POST', rows, { key: 'N' })).status).toBe(409);
  expect((await api.send('PUT', `${rows}/N`, { key: 'N', category: 'x' })).status).toBe(200);
  clock.advance(30);
  expect(await seen()).toEqual([200, 6]);
  await api.send('DELETE', `${rows}/N`);
  expect(await seen()).toEqual([200, 6]);
  expect((await api.send('DELETE', `${rows}/N`)).status).toBe(404);
  clock.advance(30);
  expect(await seen()).toEqual([404, 5]);
});

test('a client of one division sees and changes only its tables', async () => {
  const sandbox = await openSandbox();
  const api = await signIn(sandbox, sandbox.clients.scoped);
  expect((await api.list(tables)).entities.map((table) => table.name)).toEqual(['Opening hours']);
  const foreign = `${tables}/${tableIdOf(sandbox, 'Wrap-up catalog')}`;
  for (const [method, path, body] of [
    ['GET', foreign],
    ['GET', `${foreign}/rows`],
    ['POST', `${foreign}/rows`, { key: 'N' }],
    ['PUT', `${foreign}/rows/Wrong Number`, { key: 'Wrong Number' }],
    ['DELETE', `${foreign}/rows/Wrong Number`],
  ] as const) {
    expect([method, path, (await api.send(method, path, body)).status]).toEqual([method, path, 403]);
  }
});
