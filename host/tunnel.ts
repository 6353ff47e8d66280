import { request as httpRequest } from 'node:http';
import { Agent, type AgentOptions, request as httpsRequest } from 'node:https';
import { Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';

/** How long a proxy may take to open the way, in ms of real time. */
const PATIENCE_MS = 30_000;

/** Codes of errors before the first byte to the host; the second where the proxy wants a sign-in of its own. */
type ProxyFailure = 'EPROXY' | 'EPROXYAUTH';

/**
 * An agent whose connections go through `proxy` as tunnels (`CONNECT`): encrypted from here to the host, so that the
 * proxy sees the host's name and nothing else. User and password of the address go to the proxy only.
 */
export function tunnelAgent(proxy: URL, options: AgentOptions = {}): Agent {
  const agent = new Agent({ keepAlive: true, ...options });
  agent.createConnection = (target, callback) => {
    const host = target.host ?? '';
    const port = target.port ?? 443;
    const request = (proxy.protocol === 'https:' ? httpsRequest : httpRequest)({
      host: proxy.hostname.replace(/^\[|\]$/g, ''),
      port: proxy.port || (proxy.protocol === 'https:' ? 443 : 80),
      method: 'CONNECT',
      path: `${host}:${port}`,
      headers: { host: `${host}:${port}`, ...credentialsOf(proxy) },
      agent: false,
      timeout: PATIENCE_MS,
    });
    const fail = (code: ProxyFailure, cause: unknown): void =>
      callback?.(Object.assign(new Error('The proxy did not open the way.', { cause }), { code }), new Socket());
    request.once('connect', ({ statusCode = 0 }, socket) => {
      if (statusCode === 200)
        return callback?.(null, connectTls({ ...options, ALPNProtocols: ['http/1.1'], servername: host, socket }));
      socket.destroy();
      fail(statusCode === 407 ? 'EPROXYAUTH' : 'EPROXY', { code: `status ${statusCode}` });
    });
    request.once('timeout', () => request.destroy(Object.assign(new Error('Timeout'), { code: 'ETIMEDOUT' })));
    request.once('error', (error) => fail('EPROXY', error));
    request.end();
    return undefined;
  };
  return agent;
}

function credentialsOf({ username, password }: URL): Readonly<Record<string, string>> {
  if (username === '') return {};
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(pair).toString('base64')}` };
}
