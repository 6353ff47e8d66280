import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { explainFailure } from '#core/genesys/explain.ts';
import { createGenesys, type Genesys } from '#core/genesys/index.ts';
import { fakeClock } from '../support/fakeClock.ts';
import { clientOf, failureOf, keptLog, openWorld, steadyRandom, targetOf } from './support.ts';

interface Seen {
  readonly authorization: string | undefined;
  readonly contentType: string | undefined;
  readonly url: string | undefined;
}

/** A server that answers everything the same way and keeps what it was sent. */
async function recorder(status: number, body: string): Promise<{ readonly seen: Seen[]; readonly genesys: Genesys }> {
  const seen: Seen[] = [];
  const server = createServer((request: IncomingMessage, response) => {
    request.resume();
    seen.push({
      authorization: request.headers.authorization,
      contentType: request.headers['content-type'],
      url: request.url,
    });
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const genesys = createGenesys({
    target: targetOf(`http://127.0.0.1:${port}`),
    credentials: clientOf({ id: 'an id+é', secret: 's%cr:t/=' }),
    clock: fakeClock(),
    random: steadyRandom,
    logger: keptLog(),
  });
  onTestFinished(() => {
    genesys.close();
    server.closeAllConnections();
    server.close();
  });
  return { seen, genesys };
}

test('sends id and secret raw, as the published SDKs do, not percent-encoded', async () => {
  const { seen, genesys } = await recorder(401, '{"error":"invalid_client"}');
  await failureOf(genesys.organization());
  expect(seen).toHaveLength(1);
  expect(seen[0]?.authorization).toBe(`Basic ${Buffer.from('an id+é:s%cr:t/=').toString('base64')}`);
  expect(seen[0]?.contentType).toContain('application/x-www-form-urlencoded');
  expect(seen[0]?.url).toBe('/oauth/token');
});

test.each([
  [400, '{"error":"invalid_client","error_description":"client not found"}'],
  [401, '{"error":"invalid_client"}'],
])('a refused sign-in (%i) names client id, secret and region', async (status, body) => {
  const { genesys } = await recorder(status, body);
  const failure = await failureOf(genesys.organization());
  expect(failure).toMatchObject({ kind: 'unauthorized', ambiguous: false });
  const words = explainFailure(failure, { environment: 'prod' });
  for (const part of ['prod', 'client id', 'client secret', 'region']) expect(words).toContain(part);
});

test.each(['{}', '{"token_type":"bearer"}', '[]', '{"access_token":7,"token_type":"bearer"}'])(
  'an answer without a token is unreadable: %s',
  async (body) => {
    const { genesys } = await recorder(200, body);
    expect(await failureOf(genesys.organization())).toMatchObject({ kind: 'unreadable', path: '/oauth/token' });
  },
);

test('wrong credentials against the sandbox', async () => {
  const { genesys } = await openWorld({ credentials: ({ clientId }) => clientOf({ id: clientId, secret: 'wrong' }) });
  expect(await failureOf(genesys.organization())).toMatchObject({ kind: 'unauthorized', path: '/oauth/token' });
});
