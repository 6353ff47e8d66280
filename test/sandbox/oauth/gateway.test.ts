/** The identity gateway of RFC 7523. JWTs are signed by hand here, not by the library that the sandbox checks them with. */
import { createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Sandbox, SandboxOptions } from '#sandbox/server.ts';
import { apiWith, openSandbox, testClock } from '../support.ts';
import { type Tokens, userTitled } from './signIn.ts';

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const publicPem = keys.publicKey.export({ type: 'spki', format: 'pem' }).toString();
const strangers = generateKeyPairSync('rsa', { modulusLength: 2048 });
const grant = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

interface Claims {
  readonly [claim: string]: string | number | undefined;
}

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function jwt(claims: Claims, key = keys.privateKey, header: object = { alg: 'RS256', typ: 'JWT' }): string {
  const content = `${encoded(header)}.${encoded(claims)}`;
  return `${content}.${createSign('RSA-SHA256').update(content).sign(key).toString('base64url')}`;
}

const clock = testClock();
const seconds = Math.floor(clock.now() / 1000);

const openGateway = (options: SandboxOptions = {}): Promise<Sandbox> =>
  openSandbox({ clock, gatewayKey: publicPem, ...options });

function goodClaims(sandbox: Sandbox): Claims {
  const id = sandbox.clientId;
  return { iss: id, sub: id, aud: sandbox.gatewayUrl, iat: seconds, exp: seconds + 120, jti: randomUUID() };
}

function send(sandbox: Sandbox, assertion: string, grantType = grant): Promise<Response> {
  const body = new URLSearchParams({ grant_type: grantType, assertion });
  return fetch(sandbox.gatewayUrl ?? '', { method: 'POST', body });
}

test('a signed JWT of a client gives a token of that client', async () => {
  const sandbox = await openGateway();
  expect(sandbox.gatewayUrl).toBe(`${sandbox.url}/gateway/oauth/token`);
  const response = await send(sandbox, jwt(goodClaims(sandbox)));
  expect(response.status).toBe(200);
  const tokens = (await response.json()) as Tokens;
  expect(tokens).toEqual({ access_token: expect.any(String), token_type: 'bearer', expires_in: 86_400 });
  expect((await apiWith(sandbox, tokens.access_token).get('/api/v2/tokens/me')).body).toMatchObject({
    OAuthClient: { id: sandbox.clientId, authorizedGrantType: 'CLIENT-CREDENTIALS' },
  });
});

test('a subject that is a user, by id or e-mail address, gives a token of that user', async () => {
  const sandbox = await openGateway();
  const user = userTitled(sandbox, 'Agent');
  for (const sub of [user.id, user.email]) {
    const tokens = (await (await send(sandbox, jwt({ ...goodClaims(sandbox), sub }))).json()) as Tokens;
    expect((await apiWith(sandbox, tokens.access_token).get('/api/v2/users/me')).body).toMatchObject({ id: user.id });
  }
});

test.each<[string, Claims, string]>([
  ['an issuer that nobody knows', { iss: 'nobody' }, 'not known'],
  ['a subject that nobody knows', { sub: 'nobody' }, 'not known'],
  ['another audience', { aud: 'https://login.example.com/oauth/token' }, 'aud'],
  ['no audience', { aud: undefined }, 'aud'],
  ['no subject', { sub: undefined }, 'sub'],
  ['no end', { exp: undefined }, 'exp'],
  ['an end that has come', { exp: seconds }, 'is over'],
  ['an end that is far away', { exp: seconds + 3601 }, 'too long'],
  ['a start that is to come', { nbf: seconds + 60 }, 'nbf'],
])('%s is refused', async (_name, changes, words) => {
  const sandbox = await openGateway();
  const response = await send(sandbox, jwt({ ...goodClaims(sandbox), ...changes }));
  const body = (await response.json()) as { readonly error: string; readonly error_description: string };
  expect([response.status, body.error]).toEqual([400, 'invalid_grant']);
  expect(body.error_description).toContain(words);
});

test('only RS256 of the one key counts', async () => {
  const sandbox = await openGateway();
  const claims = goodClaims(sandbox);
  const good = jwt(claims);
  const [, content = ''] = good.split('.');
  for (const assertion of [
    jwt(claims, strangers.privateKey),
    `${encoded({ alg: 'none' })}.${content}.`,
    jwt(claims, keys.privateKey, { alg: 'HS256', typ: 'JWT' }),
    good.slice(0, -4),
    'no.jwt.at-all',
    '',
  ]) {
    const response = await send(sandbox, assertion);
    expect([response.status, await response.json()]).toMatchObject([400, { error: 'invalid_grant' }]);
  }
});

test('a JWT counts once', async () => {
  const sandbox = await openGateway();
  const assertion = jwt(goodClaims(sandbox));
  expect((await send(sandbox, assertion)).status).toBe(200);
  expect((await send(sandbox, assertion)).status).toBe(400);
});

test('the gateway takes JWTs only, and only where it was opened; the platform takes none', async () => {
  const sandbox = await openGateway();
  const other = await send(sandbox, '', 'client_credentials');
  expect([other.status, await other.json()]).toMatchObject([400, { error: 'unsupported_grant_type' }]);
  expect((await fetch(sandbox.gatewayUrl ?? '')).status).toBe(405);

  const without = await openSandbox();
  expect(without.gatewayUrl).toBeUndefined();
  expect((await fetch(`${without.url}/gateway/oauth/token`, { method: 'POST' })).status).toBe(404);

  const platform = await fetch(`${sandbox.url}/oauth/token`, {
    method: 'POST',
    headers: {
      Authorization: `Basic ${Buffer.from(`${sandbox.clientId}:${sandbox.clientSecret}`).toString('base64')}`,
    },
    body: new URLSearchParams({ grant_type: grant, assertion: jwt(goodClaims(sandbox)) }),
  });
  expect(await platform.json()).toMatchObject({ error: 'unsupported_grant_type' });
});

test('a key that is none is told at the start, and not repeated', async () => {
  const privatePem = keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  for (const gatewayKey of ['no key', privatePem]) {
    const failed = await openSandbox({ gatewayKey }).catch((error: Error) => error.message);
    expect(failed).toBe('The gateway’s key is no public RSA key in PEM. It begins with "-----BEGIN PUBLIC KEY-----".');
  }
});
