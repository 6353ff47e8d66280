/** The sign-ins that the official SDK has, unchanged. */
import platform from 'purecloud-platform-client-v2';
import { expect, test } from 'vitest';
import type { Sandbox } from '#sandbox/server.ts';
import { openSandbox } from '../support.ts';
import { codeFor, redirectUri, userTitled } from './signIn.ts';

const client = platform.ApiClient.instance;

async function open(...options: Parameters<typeof openSandbox>): Promise<Sandbox> {
  const sandbox = await openSandbox(...options);
  client.config.setGateway({ protocol: 'http', host: '127.0.0.1', port: sandbox.port });
  return sandbox;
}

const whoAmI = async (): Promise<string | undefined> => (await new platform.UsersApi().getUsersMe()).id;

test('authorization code with PKCE: its verifier and challenge, our page, its exchange', async () => {
  const sandbox = await open({ tokenSeconds: 1200 });
  const verifier = client.generatePKCECodeVerifier(128);
  const challenge = await client.computePKCECodeChallenge(verifier);
  const user = userTitled(sandbox, 'Planner');
  const code = await codeFor(sandbox, { verifier, challenge }, user);
  const data = await client.authorizePKCEGrant(sandbox.apps.desktop.id, verifier, code, redirectUri);
  expect(data.accessToken).toEqual(expect.any(String));
  expect((data.tokenExpiryTime ?? 0) - Date.now()).toBeGreaterThan(1000 * 1000);
  expect(await whoAmI()).toBe(user.id);
});

test('authorization code of a client with a secret, and its refresh', async () => {
  const sandbox = await open();
  const { id, secret = '' } = sandbox.apps.web;
  const user = userTitled(sandbox, 'Supervisor');
  const code = await codeFor(sandbox, { verifier: '', challenge: '' }, user, {
    client_id: id,
    code_challenge: undefined,
    code_challenge_method: undefined,
  });
  const data = await client.loginCodeAuthorizationGrant(id, secret, code, redirectUri);
  expect(await whoAmI()).toBe(user.id);
  // The SDK keeps it there, though its types do not say so.
  const refreshToken: unknown = new Map(Object.entries(data)).get('refreshToken');
  const before = data.accessToken;
  const { accessToken } = await client.refreshCodeAuthorizationGrant(id, secret, String(refreshToken));
  expect(accessToken).not.toBe(before);
  expect(await whoAmI()).toBe(user.id);
});

test('client credentials are no user', async () => {
  const sandbox = await open();
  await client.loginClientCredentialsGrant(sandbox.clientId, sandbox.clientSecret);
  await expect(whoAmI()).rejects.toMatchObject({ status: 400, code: 'not.a.user' });
});

test('a token is revoked by deleting it', async () => {
  const sandbox = await open();
  await client.loginClientCredentialsGrant(sandbox.clientId, sandbox.clientSecret);
  const tokens = new platform.TokensApi();
  await tokens.headTokensMe();
  await tokens.deleteTokensMe();
  await expect(tokens.headTokensMe()).rejects.toMatchObject({ status: 401 });
});
