import { expect, test } from 'vitest';
import { apiWith, openSandbox, requestToken, signIn, testClock } from './support.ts';

const tokensMe = '/api/v2/tokens/me';

test('client credentials give a bearer token for a day', async () => {
  const sandbox = await openSandbox();
  const response = await requestToken(sandbox);
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ access_token: expect.any(String), token_type: 'bearer', expires_in: 86_400 });
});

test.each(['401', '400'] as const)('wrong credentials are refused with %s', async (badClientStatus) => {
  const sandbox = await openSandbox({ switches: { badClientStatus } });
  for (const [id, secret] of [
    [sandbox.clientId, 'wrong'],
    ['nobody', sandbox.clientSecret],
    [sandbox.clientId, sandbox.clients.scoped.secret],
    ['', ''],
  ]) {
    const response = await requestToken(sandbox, id, secret);
    expect(response.status).toBe(Number(badClientStatus));
    expect(await response.json()).toEqual({
      error: 'invalid_client',
      description: 'authentication failed',
      error_description: 'authentication failed',
    });
  }
});

test.each([
  ['grant_type=password&username=a&password=b', 'unsupported_grant_type'],
  ['grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer&assertion=x', 'unsupported_grant_type'],
  ['scope=routing', 'invalid_request'],
])('the form %s is refused', async (form, error) => {
  const sandbox = await openSandbox();
  const response = await requestToken(sandbox, sandbox.clientId, sandbox.clientSecret, form);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ error });
});

test.each(['refused', 'accepted'] as const)('credentials in the form are %s', async (bodyCredentials) => {
  const sandbox = await openSandbox({ switches: { bodyCredentials } });
  const response = await fetch(`${sandbox.url}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: sandbox.clientId,
      client_secret: sandbox.clientSecret,
    }),
  });
  expect(response.status).toBe(bodyCredentials === 'accepted' ? 200 : 401);
});

test('only a POST of a form is a token request', async () => {
  const sandbox = await openSandbox();
  expect((await fetch(`${sandbox.url}/oauth/token`)).status).toBe(405);
  const asJson = await fetch(`${sandbox.url}/oauth/token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{"grant_type":"client_credentials"}',
  });
  expect(asJson.status).toBe(400);
});

test('a request without a token, and one with a wrong token, are told apart', async () => {
  const sandbox = await openSandbox();
  const without = await fetch(sandbox.url + tokensMe);
  expect([without.status, await without.json()]).toMatchObject([401, { code: 'authentication.required' }]);
  const wrong = await apiWith(sandbox, 'made-up').get(tokensMe);
  expect([wrong.status, wrong.body]).toMatchObject([401, { code: 'bad.credentials' }]);
});

test('a token dies when its day is over', async () => {
  const clock = testClock();
  const api = await signIn(await openSandbox({ clock }));
  clock.advance(86_399);
  expect((await api.get(tokensMe)).status).toBe(200);
  clock.advance(1);
  expect((await api.get(tokensMe)).body).toMatchObject({ status: 401, code: 'bad.credentials' });
});

test('tokens/me says whose token it is, and DELETE ends this one only', async () => {
  const sandbox = await openSandbox();
  const [first, second] = [await signIn(sandbox), await signIn(sandbox, sandbox.clients.readOnly)];
  const { body } = await second.get(tokensMe);
  expect(body).toMatchObject({
    organization: { id: sandbox.org.id, name: 'Northwind' },
    authorizedScope: [],
    OAuthClient: { id: sandbox.clients.readOnly.id, authorizedGrantType: 'CLIENT-CREDENTIALS' },
  });
  expect((await second.send('HEAD', tokensMe)).status).toBe(200);
  expect((await second.send('DELETE', tokensMe)).status).toBe(200);
  expect((await second.send('HEAD', tokensMe)).status).toBe(401);
  expect((await first.get(tokensMe)).status).toBe(200);
});

test('an administrator can end all tokens', async () => {
  const sandbox = await openSandbox();
  const api = await signIn(sandbox);
  sandbox.revokeTokens();
  expect((await api.get(tokensMe)).status).toBe(401);
});

test('neither the log nor an error holds a token or a secret', async () => {
  const sandbox = await openSandbox();
  const api = await signIn(sandbox);
  await api.get(tokensMe);
  const wrong = await requestToken(sandbox, sandbox.clientId, 'not-the-secret');
  const seen = JSON.stringify(sandbox.log) + (await wrong.text());
  expect(seen).not.toContain(api.token);
  expect(seen).not.toContain(sandbox.clientSecret);
  expect(seen).not.toContain('not-the-secret');
});
