/** Against a real TLS server. A shared key stands in for certificates, which no test can make at run time. */
import { once } from 'node:events';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isRefusedAddress } from '#host/addresses.ts';
import { eventPost, type EventPostOptions } from '#host/eventPost.ts';

const psk = Buffer.from('a key that both sides know');
const shared = { ciphers: 'PSK', maxVersion: 'TLSv1.2' } as const;
const tls = {
  ...shared,
  pskCallback: () => ({ psk, identity: 'test' }),
  checkServerIdentity: () => undefined,
} as NonNullable<EventPostOptions['tls']>;

async function receiver(listener: RequestListener): Promise<string> {
  const server = createServer({ ...shared, pskCallback: () => psk, pskIdentityHint: 'test' }, listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return `https://localhost:${(server.address() as AddressInfo).port}`;
}

const request = { headers: { 'webhook-id': 'event-1' }, body: '{"subject":"Ärger"}' };
const post = eventPost({ tls, isRefused: () => false });

describe('posting an event', () => {
  it('sends what is given and no credential, and keeps status and wait only', async () => {
    const heard: { readonly message: IncomingMessage; readonly body: string }[] = [];
    const listen = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
      heard.push({ message, body: await text(message) });
      response.writeHead(429, { 'retry-after': '120', 'set-cookie': 'a=b' }).end('a secret of theirs');
    };
    const url = await receiver((message, response) => void listen(message, response));
    expect(await post({ url: `${url}/hook?team=1`, ...request })).toEqual({
      answered: true,
      status: 429,
      retryAfter: '120',
    });
    const [{ message, body }] = heard as [(typeof heard)[0]];
    expect([message.method, message.url, body]).toEqual(['POST', '/hook?team=1', request.body]);
    expect(Object.keys(message.headers).sort()).toEqual([
      'connection',
      'content-length',
      'host',
      'user-agent',
      'webhook-id',
    ]);
  });

  it('follows no redirect', async () => {
    const asked: (string | undefined)[] = [];
    const url = await receiver((message, response) => {
      asked.push(message.url);
      response.writeHead(307, { location: '/elsewhere' }).end();
    });
    expect(await post({ url, ...request })).toEqual({ answered: true, status: 307 });
    expect(asked).toEqual(['/']);
  });

  it('does not wait for the end of an answer', async () => {
    const url = await receiver((_, response) => void response.writeHead(200).write('and so on'));
    expect(await post({ url, ...request })).toEqual({ answered: true, status: 200 });
  });

  it('gives up on a receiver that does not answer, and when it is told to', async () => {
    const url = await receiver(() => undefined);
    const hasty = eventPost({ tls, isRefused: () => false, timeoutMs: 50 });
    expect(await hasty({ url, ...request })).toEqual({ answered: false, message: 'localhost did not answer in time.' });
    const ended = AbortSignal.abort();
    expect(await post({ url, ...request, signal: ended })).toMatchObject({ answered: false });
  });

  it('says what is wrong with the other side', async () => {
    const url = await receiver((_, response) => void response.destroy());
    expect(await post({ url, ...request })).toEqual({
      answered: false,
      message: 'The connection to localhost ended (ECONNRESET).',
    });
    const untrusting = eventPost({ isRefused: () => false });
    expect(await untrusting({ url, ...request })).toEqual({
      answered: false,
      message: 'The connection to localhost could not be secured (EPROTO).',
    });
  });
});

describe('addresses that events never go to', () => {
  it.each([
    'http://bi.example.com/',
    'https://user@bi.example.com/',
    'https://user:password@bi.example.com/',
    'ftp://bi.example.com/',
    'bi.example.com',
    'https://127.0.0.1:8443/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:7f00:1]/',
    'https://169.254.169.254/latest/meta-data',
    'https://[fe80::1]/',
    'https://0.0.0.0/',
    'https://localhost:8443/',
  ])('%s', async (url) => {
    expect(await eventPost()({ url, ...request })).toEqual({
      answered: false,
      message: expect.stringMatching(/this machine|not one of https/) as unknown,
    });
  });

  it('are not those of a company', () => {
    for (const address of ['10.1.2.3', '172.16.0.1', '192.168.1.1', 'fd12:3456::1', '203.0.113.9', '2001:db8::1'])
      expect(isRefusedAddress(address), address).toBe(false);
    for (const address of ['no address', '127.9.9.9', '239.0.0.1', '255.255.255.255', 'ff02::1', '::', 'fd00:ec2::254'])
      expect(isRefusedAddress(address), address).toBe(true);
  });
});
