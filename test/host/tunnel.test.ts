/** Through a real proxy to a real TLS server. A shared key stands in for certificates, which no test can make at run time. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type Agent, createServer as createTlsServer, request } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { tunnelAgent } from '#host/tunnel.ts';

const psk = Buffer.from('a key that both sides know');
const shared = { ciphers: 'PSK', maxVersion: 'TLSv1.2' } as const;
const client = { ...shared, pskCallback: () => ({ psk, identity: 'test' }), checkServerIdentity: () => undefined };

async function listen(server: Server): Promise<number> {
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => open.add(socket));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    for (const socket of open) socket.destroy();
  });
  return (server.address() as AddressInfo).port;
}

/** A proxy that opens the way to `port` whatever name is asked for, or refuses with `status`. */
async function openProxy(port: number, status = 200) {
  const asked: IncomingMessage[] = [];
  const server = createServer((_, response) => response.writeHead(500).end());
  server.on('connect', (message, socket) => {
    asked.push(message);
    if (status !== 200) return void socket.end(`HTTP/1.1 ${status} Refused\r\n\r\n`);
    const way = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Open\r\n\r\n');
      way.pipe(socket).pipe(way);
    });
    socket.on('error', () => way.destroy());
    way.on('error', () => socket.destroy());
  });
  return { asked, port: await listen(server) };
}

async function get(agent: Agent): Promise<string> {
  const sent = request({ host: 'api.mypurecloud.ie', path: '/x', agent, headers: { authorization: 'Bearer inner' } });
  sent.end();
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  return text(answer);
}

function agentTo(url: string): Agent {
  const agent = tunnelAgent(new URL(url), client);
  onTestFinished(() => agent.destroy());
  return agent;
}

describe('a tunnel', () => {
  it('leads to the host by its name, keeps its connection, and shows the proxy nothing else', async () => {
    const heard: string[] = [];
    const server = createTlsServer(
      { ...shared, pskCallback: () => psk, pskIdentityHint: 'test' },
      (message, response) => {
        heard.push(
          `${message.headers.host} ${message.headers.authorization} ${message.headers['proxy-authorization']}`,
        );
        response.end('hello');
      },
    );
    const proxy = await openProxy(await listen(server));
    const agent = agentTo(`http://user:p%40ss@127.0.0.1:${proxy.port}`);
    expect(await get(agent)).toBe('hello');
    expect(await get(agent)).toBe('hello');
    expect(heard).toEqual(Array.from({ length: 2 }, () => 'api.mypurecloud.ie Bearer inner undefined'));
    expect(proxy.asked.map(({ url }) => url)).toEqual(['api.mypurecloud.ie:443']);
    const basic = `Basic ${Buffer.from('user:p@ss').toString('base64')}`;
    expect(proxy.asked[0]?.headers).toMatchObject({ host: 'api.mypurecloud.ie:443', 'proxy-authorization': basic });
    expect(proxy.asked[0]?.headers.authorization).toBeUndefined();
  });

  it.each([
    [407, 'EPROXYAUTH'],
    [403, 'EPROXY'],
    [502, 'EPROXY'],
  ])('that the proxy refuses with %i is the error %s', async (status, code) => {
    const proxy = await openProxy(0, status);
    await expect(get(agentTo(`http://127.0.0.1:${proxy.port}`))).rejects.toMatchObject({
      code,
      cause: { code: `status ${status}` },
    });
  });

  it('whose proxy is not there is an error with its cause', async () => {
    const server = createServer();
    const port = await listen(server);
    server.close();
    await expect(get(agentTo(`http://127.0.0.1:${port}`))).rejects.toMatchObject({
      code: 'EPROXY',
      cause: { code: 'ECONNREFUSED' },
    });
  });
});
