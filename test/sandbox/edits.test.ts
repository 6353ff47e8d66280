/** Somebody else changes the org between two requests. */
import { expect, test } from 'vitest';
import type { Sandbox } from '#sandbox/server.ts';
import {
  type Answered,
  type Api,
  codeIdOf,
  codesPath,
  openSandbox,
  queueIdOf,
  queuesPath,
  signIn,
  testClock,
} from './support.ts';

const mappingsPath = '/api/v2/outbound/wrapupcodemappings';

async function opened(): Promise<{ sandbox: Sandbox; api: Api }> {
  const sandbox = await openSandbox({ clock: testClock() });
  return { sandbox, api: await signIn(sandbox) };
}

test('a code is made, changed and removed by another person', async () => {
  const { sandbox, api } = await opened();
  const { id } = sandbox.edit.addCode({ name: 'Made by hand' });
  expect((await api.get(`${codesPath}/${id}`)).body).toMatchObject({
    name: 'Made by hand',
    division: { id: '*' },
    createdBy: sandbox.org.users[0]?.id,
  });
  sandbox.edit.editCode('Made by hand', { name: 'Renamed', description: 'by hand' });
  sandbox.edit.editCode(id, { description: 'again' });
  expect((await api.get(`${codesPath}/${id}`)).body).toMatchObject({ name: 'Renamed', description: 'again' });
  sandbox.edit.removeCode('Renamed');
  expect((await api.get(`${codesPath}/${id}`)).status).toBe(404);
});

test('a code is put on a queue and taken off', async () => {
  const { sandbox, api } = await opened();
  const path = `${queuesPath}/${queueIdOf(sandbox, 'Claims')}/wrapupcodes?name=Test Call`;
  sandbox.edit.putCodeOnQueue('Claims', 'Test Call');
  expect((await api.list(path)).total).toBe(1);
  sandbox.edit.takeCodeOffQueue('Claims', 'Test Call');
  expect((await api.list(path)).total).toBe(0);
});

test('a queue keeps all that was not changed', async () => {
  const { sandbox, api } = await opened();
  const path = `${queuesPath}/${queueIdOf(sandbox, 'Claims')}`;
  const before = (await api.get(path)).body;
  sandbox.edit.changeQueue('Claims', { acwSettings: { wrapupPrompt: 'MANDATORY' }, strange: [1] });
  const after = (await api.get(path)).body;
  const { modifiedBy } = after;
  expect(after).toEqual({
    ...before,
    modifiedBy,
    dateModified: after['dateModified'],
    acwSettings: { wrapupPrompt: 'MANDATORY' },
    strange: [1],
  });
  expect(modifiedBy).toBe(sandbox.org.users[0]?.id);
});

test('the mappings move on, so that a PUT of what was read before is in conflict', async () => {
  const { sandbox, api } = await opened();
  const before = (await api.get(mappingsPath)).body;
  sandbox.edit.changeMappings({ 'Quote Sent': ['BUSINESS_NEUTRAL'], 'Wrong Number': undefined });
  const put = (): Promise<Answered> => api.send('PUT', mappingsPath, before);
  expect((await put()).body).toMatchObject({ code: 'invalid.update.wrong.version' });
  const { mapping } = (await api.get(mappingsPath)).body;
  expect(mapping).toMatchObject({ [codeIdOf(sandbox, 'Quote Sent')]: ['BUSINESS_NEUTRAL'] });
  expect(mapping).not.toHaveProperty(codeIdOf(sandbox, 'Wrong Number'));
});

test('a row is changed, made and removed', async () => {
  const { sandbox, api } = await opened();
  const table = [...sandbox.org.tables.values()].find(({ name }) => name === 'Wrap-up catalog');
  const rows = `/api/v2/flows/datatables/${table?.id ?? ''}/rows`;
  const read = async (key: string): Promise<Answered> => api.get(`${rows}/${key}?showbrief=false`);
  sandbox.edit.touchRow('Wrap-up catalog', 'Wrong Number', { category: 'changed' });
  expect((await read('Wrong Number')).body).toMatchObject({ category: 'changed', handlingCost: 0.4 });
  sandbox.edit.touchRow('Wrap-up catalog', 'New', { owner: 'x' });
  expect((await read('New')).body).toEqual({ key: 'New', owner: 'x' });
  sandbox.edit.touchRow('Wrap-up catalog', 'New', undefined);
  expect((await read('New')).status).toBe(404);
});

test('what does not exist is named', async () => {
  const { sandbox } = await opened();
  expect(() => sandbox.edit.removeCode('Nobody')).toThrow("The org has no wrap-up code 'Nobody'.");
  expect(() => sandbox.edit.removeCode('Modem Rental')).toThrow("The org has no wrap-up code 'Modem Rental'.");
  expect(() => sandbox.edit.changeQueue('Nowhere', {})).toThrow("The org has no queue 'Nowhere'.");
  expect(() => sandbox.edit.touchRow('Nothing', 'x', {})).toThrow("The org has no data table 'Nothing'.");
});
