/** A JWT for an identity gateway: the real client against the sandbox's gateway. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { generateKeyPairSync } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { describe, expect, onTestFinished, test } from 'vitest';
import { explainFailure } from '#core/genesys/explain.ts';
import { createGenesys, gatewayAddress, type Genesys, type JwtCredentials } from '#core/genesys/index.ts';
import { startSandbox } from '#sandbox/server.ts';
import { manualClock } from '../support/fakeClock.ts';
import { failureOf, type KeptLog, keptLog, steadyRandom, targetOf } from './support.ts';

const keys = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});

function gatewayOf(address: string) {
  const found = gatewayAddress(address);
  if (!found.ok) throw new Error(found.why);
  return found.gateway;
}

async function start(change: Partial<JwtCredentials> = {}) {
  const clock = manualClock();
  const sandbox = await startSandbox({ clock, gatewayKey: keys.publicKey });
  const log = keptLog();
  const credentials: JwtCredentials = {
    kind: 'jwtBearer',
    clientId: sandbox.clientId,
    privateKey: keys.privateKey,
    gateway: gatewayOf(sandbox.gatewayUrl ?? ''),
    ...change,
  };
  const parts = { target: targetOf(sandbox.url), clock, random: steadyRandom, logger: log };
  const genesys = createGenesys({ ...parts, credentials });
  onTestFinished(async () => {
    genesys.close();
    await sandbox.close();
  });
  return { sandbox, clock, log, genesys };
}

const gatewayRequests = ({ log }: Awaited<ReturnType<typeof startSandbox>>): number =>
  log.filter(({ path }) => path.startsWith('/gateway/')).length;

test('a signed JWT opens the org, and the login service is not asked', async () => {
  const { sandbox, genesys } = await start();
  await Promise.all([genesys.organization(), genesys.divisions()]);
  expect((await genesys.organization()).name).toBe(sandbox.org.name);
  expect(gatewayRequests(sandbox)).toBe(1);
  expect(sandbox.log.filter(({ path }) => path.startsWith('/oauth/'))).toEqual([]);
});

test('a token that ended is asked for with a new JWT, since none counts twice', async () => {
  const { sandbox, clock, genesys } = await start();
  await genesys.organization();
  await clock.advance(86_400_000);
  await genesys.organization();
  sandbox.revokeTokens();
  await genesys.organization();
  expect(gatewayRequests(sandbox)).toBe(3);
});

test('a key that the gateway does not know says what to look at', async () => {
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const { genesys } = await start({ privateKey: other.export({ type: 'pkcs8', format: 'pem' }).toString() });
  const failure = await failureOf(genesys.organization());
  expect(failure).toMatchObject({ kind: 'unauthorized', grant: 'jwtBearer', code: 'invalid_grant' });
  expect(explainFailure(failure, { environment: 'prod' })).toContain('Check the client id, the private key');
});

test.each([
  ['nothing', ''],
  ['a canary', 'canary-key'],
  [
    'an elliptic key',
    generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  ],
  [
    'PKCS #1',
    generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs1', format: 'pem' }).toString(),
  ],
])('%s in the place of the key is refused before anything is sent', async (_name, privateKey) => {
  const { sandbox, log, genesys } = await start({ privateKey });
  const failure = await failureOf(genesys.organization());
  const words = explainFailure(failure, { environment: 'prod' });
  expect(words).toContain('openssl pkcs8 -topk8 -nocrypt');
  expect(sandbox.log).toEqual([]);
  for (const line of privateKey.split('\n').filter((one) => one.length > 8 && !one.startsWith('---'))) {
    expect(JSON.stringify([failure, words, log.lines])).not.toContain(line);
  }
});

test('the gateway is sent a JWT of two minutes and nothing else, and the org is not sent the JWT', async () => {
  const heard: { readonly url: string; readonly authorization: string; readonly body: string }[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await text(request);
    heard.push({ url: request.url ?? '', authorization: request.headers.authorization ?? '', body });
    const granted = { access_token: 'canary-token', token_type: 'bearer', expires_in: 600 };
    const isGateway = request.url === '/in/front?tenant=1';
    response.writeHead(isGateway ? 200 : 403, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify(isGateway ? granted : { message: `No: ${request.headers.authorization}`, status: 403 }),
    );
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const log: KeptLog = keptLog();
  const tokenUrl = `http://localhost:${port}/in/front?tenant=1`;
  const genesys: Genesys = createGenesys({
    target: targetOf(`http://127.0.0.1:${port}`),
    credentials: { kind: 'jwtBearer', clientId: 'ours', privateKey: keys.privateKey, gateway: gatewayOf(tokenUrl) },
    clock: manualClock(),
    random: steadyRandom,
    logger: log,
  });
  onTestFinished(() => {
    genesys.close();
    server.close();
  });
  const failure = await failureOf(genesys.organization());
  expect(failure).toMatchObject({ kind: 'forbidden' });
  const [gateway, org] = heard;
  const form = new URLSearchParams(gateway?.body);
  expect(gateway?.authorization).toBe('');
  expect([...form.keys()].sort()).toEqual(['assertion', 'client_id', 'grant_type']);
  const jwt = form.get('assertion') ?? '';
  expect(decodeProtectedHeader(jwt)).toEqual({ alg: 'RS256', typ: 'JWT' });
  const { iat = 0, exp = 0, ...claims } = decodeJwt(jwt);
  expect(claims).toMatchObject({ iss: 'ours', sub: 'ours', aud: tokenUrl });
  expect(exp - iat).toBe(120);
  expect(org).toMatchObject({ url: '/api/v2/organizations/me', authorization: 'Bearer canary-token', body: '' });
  const said = JSON.stringify([failure, log.lines]);
  for (const secret of ['canary-token', jwt]) expect(said).not.toContain(secret);
});

describe('the address of a gateway', () => {
  test.each([
    'https://gateway.example.com/oauth/token',
    ' https://gateway.example.com:8443/t?tenant=a ',
    'http://127.0.0.1:8080/token',
    'http://localhost/token',
    'http://[::1]:1/token',
  ])('may be %s', (address) => {
    expect(gatewayAddress(address)).toEqual({ ok: true, gateway: { tokenUrl: new URL(address.trim()).href } });
  });

  test.each([
    '',
    'gateway.example.com',
    'http://gateway.example.com/token',
    'http://127.0.0.1.evil.example/token',
    'http://localhost.evil.example/',
    'ftp://127.0.0.1/',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'https://user:canary@gateway.example.com/',
    'https://canary@gateway.example.com/',
    'https://gateway.example.com/#canary',
  ])('may not be %s, and the refusal does not repeat it', (address) => {
    const found = gatewayAddress(address);
    expect(found.ok).toBe(false);
    expect(JSON.stringify(found)).not.toContain('canary');
  });
});
