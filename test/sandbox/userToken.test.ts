/** What the API says of a person who signed in, and not of a client. */
import { expect, test } from 'vitest';
import { misfits } from './misfits.ts';
import { tokensFor, userTitled } from './oauth/signIn.ts';
import { apiWith, codesPath, openSandbox, signIn, testClock } from './support.ts';

const interval = '2026-11-20T00:00:00Z/2026-11-21T00:00:00Z';

test('users/me is the person, and refused for a client', async () => {
  const sandbox = await openSandbox();
  const user = userTitled(sandbox, 'Supervisor');
  const api = apiWith(sandbox, (await tokensFor(sandbox, user)).access_token);
  expect((await api.get('/api/v2/users/me')).body).toMatchObject({ id: user.id, name: user.name, email: user.email });
  expect((await (await signIn(sandbox)).get('/api/v2/users/me')).status).toBe(400);
});

test('the roles are those of the person, not of the client', async () => {
  const sandbox = await openSandbox();
  const user = userTitled(sandbox, 'Supervisor');
  const api = apiWith(sandbox, (await tokensFor(sandbox, user)).access_token);
  const { body } = await api.get('/api/v2/authorization/subjects/me');
  expect(misfits('AuthzSubject', body)).toEqual([]);
  expect(body).toMatchObject({ id: user.id, name: user.name, grants: [{ division: { id: user.divisionId } }] });
});

test('a change is found in the audits under the person and the client', async () => {
  const sandbox = await openSandbox({ clock: testClock() });
  const user = userTitled(sandbox, 'Planner');
  const api = apiWith(sandbox, (await tokensFor(sandbox, user)).access_token);
  const { body: code } = await api.send('POST', codesPath, { name: 'By a person' });
  expect(code['createdBy']).toBe(user.id);
  const filters = [{ property: 'UserId', value: user.id }];
  const { body: taken } = await api.send('POST', '/api/v2/audits/query', { interval, filters });
  const { body } = await api.get(`/api/v2/audits/query/${String(taken['id'])}/results?expand=user`);
  expect(body['entities']).toMatchObject([
    { user: { id: user.id, name: user.name }, client: { id: sandbox.apps.desktop.id }, action: 'Create' },
  ]);
});
