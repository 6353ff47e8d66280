import { expect, test } from 'vitest';
import { apiWith, codesPath, openSandbox, testClock } from '../support.ts';
import { codeFor, exchange, newProof, post, redirectUri, type Tokens, tokensFor, userTitled } from './signIn.ts';

const me = '/api/v2/users/me';
const tokensMe = '/api/v2/tokens/me';

test('a code gives a token of the user, with the user’s rights', async () => {
  const sandbox = await openSandbox();
  const user = userTitled(sandbox, 'Planner');
  const tokens = await tokensFor(sandbox, user);
  expect(tokens).toEqual({ access_token: expect.any(String), token_type: 'bearer', expires_in: 86_400 });
  const api = apiWith(sandbox, tokens.access_token);
  expect((await api.get(me)).body).toMatchObject({ id: user.id, name: user.name });
  expect((await api.get(tokensMe)).body).toMatchObject({
    OAuthClient: { id: sandbox.apps.desktop.id, authorizedGrantType: 'CODE' },
  });
  const created = await api.send('POST', codesPath, { name: 'By a person' });
  expect(created.body).toMatchObject({ createdBy: user.id, modifiedBy: user.id });
  expect(sandbox.log.at(-1)).toMatchObject({ clientId: sandbox.apps.desktop.id, userId: user.id });
});

test('a division lead changes the own division only, a viewer nothing', async () => {
  const sandbox = await openSandbox();
  const lead = userTitled(sandbox, 'Supervisor');
  const asLead = apiWith(sandbox, (await tokensFor(sandbox, lead)).access_token);
  const code = (name: string, id: string): object => ({ name, division: { id } });
  expect((await asLead.send('POST', codesPath, code('Own', lead.divisionId))).status).toBe(200);
  expect((await asLead.send('POST', codesPath, code('All', '*'))).status).toBe(403);

  const asViewer = apiWith(sandbox, (await tokensFor(sandbox, userTitled(sandbox, 'Agent'))).access_token);
  expect((await asViewer.get(codesPath)).status).toBe(200);
  const refused = await asViewer.send('POST', codesPath, { name: 'Mine' });
  expect([refused.status, refused.body['messageParams']]).toEqual([403, { permissions: 'routing:wrapupCode:add' }]);
});

test.each([
  ['another verifier', { code_verifier: 'x'.repeat(43) }],
  ['no verifier', { code_verifier: '' }],
  ['a redirect address that is not the code’s', { redirect_uri: `${redirectUri}/other` }],
  ['another code', { code: 'made-up' }],
])('with %s the answer is invalid_grant', async (_name, changes) => {
  const sandbox = await openSandbox();
  const proof = newProof();
  const response = await exchange(sandbox, await codeFor(sandbox, proof), proof, changes);
  expect([response.status, await response.json()]).toMatchObject([400, { error: 'invalid_grant' }]);
});

test('a code that was shown once counts no more, and a second use ends what the first one began', async () => {
  const sandbox = await openSandbox();
  const proof = newProof();
  const code = await codeFor(sandbox, proof);
  const { access_token: token } = (await (await exchange(sandbox, code, proof)).json()) as Tokens;
  expect((await apiWith(sandbox, token).get(me)).status).toBe(200);
  expect((await exchange(sandbox, code, proof)).status).toBe(400);
  expect((await apiWith(sandbox, token).get(me)).status).toBe(401);

  const wasted = await codeFor(sandbox, proof);
  expect((await exchange(sandbox, wasted, newProof())).status).toBe(400);
  expect((await exchange(sandbox, wasted, proof)).status).toBe(400);
});

test('a code counts for a minute', async () => {
  const clock = testClock();
  const sandbox = await openSandbox({ clock });
  const proof = newProof();
  const [inTime, late] = [await codeFor(sandbox, proof), await codeFor(sandbox, proof)];
  clock.advance(59);
  expect((await exchange(sandbox, inTime, proof)).status).toBe(200);
  clock.advance(1);
  expect((await exchange(sandbox, late, proof)).status).toBe(400);
});

test('a code is for the client that asked', async () => {
  const sandbox = await openSandbox();
  const { web } = sandbox.apps;
  const proof = newProof();
  const basic = Buffer.from(`${web.id}:${web.secret ?? ''}`).toString('base64');
  const asWeb = { Authorization: `Basic ${basic}` };
  const form = async (client: string): Promise<Record<string, string>> => ({
    grant_type: 'authorization_code',
    redirect_uri: redirectUri,
    code: await codeFor(sandbox, proof, undefined, { client_id: client }),
    code_verifier: proof.verifier,
  });
  expect((await post(sandbox, await form(web.id), asWeb)).status).toBe(200);
  expect((await post(sandbox, await form(sandbox.apps.desktop.id), asWeb)).status).toBe(400);
  // A client with a secret is not known by its id alone, nor by another secret.
  expect((await post(sandbox, { ...(await form(web.id)), client_id: web.id })).status).toBe(401);
  const wrong = { Authorization: `Basic ${Buffer.from(`${web.id}:wrong`).toString('base64')}` };
  expect(await (await post(sandbox, await form(web.id), wrong)).json()).toMatchObject({ error: 'invalid_client' });
});

test('a token lives as long as the sandbox was told', async () => {
  const clock = testClock();
  const sandbox = await openSandbox({ clock, tokenSeconds: 300 });
  const tokens = await tokensFor(sandbox);
  expect(tokens.expires_in).toBe(300);
  const api = apiWith(sandbox, tokens.access_token);
  clock.advance(299);
  expect((await api.get(me)).status).toBe(200);
  clock.advance(1);
  expect((await api.get(me)).body).toMatchObject({ status: 401, code: 'bad.credentials' });
});
