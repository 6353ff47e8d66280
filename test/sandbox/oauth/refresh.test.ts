import { expect, test } from 'vitest';
import type { Sandbox } from '#sandbox/server.ts';
import { apiWith, openSandbox, testClock } from '../support.ts';
import { post, type Tokens, tokensFor } from './signIn.ts';

const me = '/api/v2/users/me';

const refresh = (sandbox: Sandbox, refreshToken = '', client = sandbox.apps.desktop.id): Promise<Response> =>
  post(sandbox, { grant_type: 'refresh_token', refresh_token: refreshToken, client_id: client });

test('pkceRefreshToken: none is given, or one that outlives the token', async () => {
  expect(await tokensFor(await openSandbox())).not.toHaveProperty('refresh_token');

  const clock = testClock();
  const sandbox = await openSandbox({ clock, tokenSeconds: 300, switches: { pkceRefreshToken: 'given' } });
  const first = await tokensFor(sandbox);
  clock.advance(301);
  expect((await apiWith(sandbox, first.access_token).get(me)).status).toBe(401);
  const second = (await (await refresh(sandbox, first.refresh_token)).json()) as Tokens;
  expect(second).toMatchObject({ token_type: 'bearer', expires_in: 300, refresh_token: expect.any(String) });
  expect((await apiWith(sandbox, second.access_token).get(me)).status).toBe(200);
});

test.each([
  ['rotated', 400],
  ['kept', 200],
] as const)('refreshTokenRotation %s', async (refreshTokenRotation, status) => {
  const sandbox = await openSandbox({ switches: { pkceRefreshToken: 'given', refreshTokenRotation } });
  const { refresh_token: first } = await tokensFor(sandbox);
  const { refresh_token: second } = (await (await refresh(sandbox, first)).json()) as Tokens;
  expect(second === first).toBe(refreshTokenRotation === 'kept');
  expect((await refresh(sandbox, second)).status).toBe(200);
  expect((await refresh(sandbox, first)).status).toBe(status);
});

test('signing out ends the token, the ones of its refreshes, and the refresh token', async () => {
  const sandbox = await openSandbox({ switches: { pkceRefreshToken: 'given' } });
  const first = await tokensFor(sandbox);
  const other = await tokensFor(sandbox);
  const second = (await (await refresh(sandbox, first.refresh_token)).json()) as Tokens;
  const api = apiWith(sandbox, second.access_token);
  expect((await api.send('DELETE', '/api/v2/tokens/me')).status).toBe(200);
  expect((await api.get(me)).status).toBe(401);
  expect((await apiWith(sandbox, first.access_token).get(me)).status).toBe(401);
  expect(await (await refresh(sandbox, second.refresh_token)).json()).toMatchObject({ error: 'invalid_grant' });
  expect((await apiWith(sandbox, other.access_token).get(me)).status).toBe(200);
});

test('an administrator who ends all tokens ends refreshing too', async () => {
  const sandbox = await openSandbox({ switches: { pkceRefreshToken: 'given' } });
  const { refresh_token: refreshToken } = await tokensFor(sandbox);
  sandbox.revokeTokens();
  expect((await refresh(sandbox, refreshToken)).status).toBe(400);
});

test('a refresh token is for its own client, and nobody guesses one', async () => {
  const sandbox = await openSandbox({ switches: { pkceRefreshToken: 'given' } });
  const { refresh_token: refreshToken, access_token: token } = await tokensFor(sandbox);
  expect((await refresh(sandbox, refreshToken, sandbox.apps.web.id)).status).toBe(401);
  const { id, secret = '' } = sandbox.apps.web;
  const asWeb = { Authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` };
  const form = { grant_type: 'refresh_token', refresh_token: refreshToken ?? '' };
  expect((await post(sandbox, form, asWeb)).status).toBe(400);
  for (const wrong of ['', 'made-up', token]) expect((await refresh(sandbox, wrong)).status).toBe(400);
});
