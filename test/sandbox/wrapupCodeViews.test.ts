import { expect, test } from 'vitest';
import { codeIdOf, codesPath, divisionIdOf, openSandbox, signIn } from './support.ts';

const views = `${codesPath}/divisionviews`;

test.each([
  ['', 142],
  ['includeState=Active', 142],
  ['includeState=Deleted', 11],
  ['includeState=ActiveAndDeleted', 153],
])('with %s there are %i codes', async (query, total) => {
  expect((await (await signIn(await openSandbox())).list(`${views}?${query}`)).total).toBe(total);
});

test('codes are simplified', async () => {
  const sandbox = await openSandbox();
  const api = await signIn(sandbox);
  const id = codeIdOf(sandbox, 'No Connection');
  const { body } = await api.get(`${views}/${id}`);
  expect(Object.keys(body).sort()).toEqual(['division', 'id', 'name', 'selfUri']);
  expect((await api.list(`${views}?id=${id}`)).entities).toEqual([body]);
});

test('a name may end with an asterisk', async () => {
  const api = await signIn(await openSandbox());
  const names = (await api.list(`${views}?name=invoice*`)).entities.map((code) => code.name);
  expect(names).toEqual(['Invoice Copy Sent', 'Invoice Explained']);
  for (const none of ['*invoice', 'copy*', 'invoice']) {
    expect((await api.list(`${views}?name=${none}`)).total).toBe(0);
  }
  expect((await api.list(`${views}?name=*&pageSize=100`)).total).toBe(142);
});

test('divisions filter, and * is a division of its own', async () => {
  const sandbox = await openSandbox();
  const api = await signIn(sandbox);
  const own = await api.list(`${views}?divisionId=${divisionIdOf(sandbox, 'Billing')}`);
  const starred = await api.list(`${views}?divisionId=*`);
  expect(own.total).toBe(26);
  expect(starred.entities.every((code) => code.division.id === '*')).toBe(true);
  expect(starred.total).toBe(20);
});

test('name and id together, and an unknown state, are refused', async () => {
  const api = await signIn(await openSandbox());
  expect((await api.get(`${views}?name=a&id=b`)).status).toBe(400);
  expect((await api.get(`${views}?includeState=Gone`)).body).toMatchObject({
    code: 'invalid.value',
    message:
      'Value [Gone] is not valid for field type [string]. Allowable values are: Active, Deleted, ActiveAndDeleted',
  });
  expect((await api.get(`${views}/unknown`)).status).toBe(404);
});
