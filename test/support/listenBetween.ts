/** Stands between a program and a sandbox, and keeps every secret that goes by. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, request as httpRequest, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

export interface Between {
  readonly url: string;
  /** Tokens, codes, verifiers, secrets and JWTs, as they went by. */
  readonly secrets: ReadonlySet<string>;
  /** Every Authorization header, with the path it was sent to. */
  readonly sent: readonly { readonly path: string; readonly authorization: string }[];
  /** From now on every write that is no sign-in is refused with words that repeat what was sent. */
  repeatSecrets(): void;
  /** From now on nobody is there. */
  close(): Promise<void>;
}

const IN_FORMS = ['code', 'code_verifier', 'refresh_token', 'assertion', 'client_secret'];
const IN_ANSWERS = ['access_token', 'refresh_token'];

export async function listenBetween(port: number): Promise<Between> {
  const secrets = new Set<string>();
  const sent: { readonly path: string; readonly authorization: string }[] = [];
  let repeats = false;
  const forward = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await text(request);
    const { method = '', url = '', headers } = request;
    const { authorization = '' } = headers;
    sent.push({ path: url, authorization });
    if (authorization !== '') secrets.add(authorization.replace(/^\w+ /, ''));
    for (const name of IN_FORMS) keep(new URLSearchParams(body).get(name));
    if (repeats && method !== 'GET' && !url.includes('/oauth/')) {
      response.writeHead(403, { 'content-type': 'application/json', 'inin-correlation-id': authorization });
      response.end(JSON.stringify({ message: `Not with ${authorization} access_token=${authorization.slice(7)}` }));
      return;
    }
    // The sandbox knows itself by the name that the request has.
    const onwards = httpRequest({ host: '127.0.0.1', port, method, path: url, headers });
    onwards.end(body);
    const [answer] = (await once(onwards, 'response')) as [IncomingMessage];
    const answered = await text(answer);
    if (url.includes('/oauth/token')) keepAnswer(answered);
    response.writeHead(answer.statusCode ?? 500, answer.headers).end(answered);
  };
  const keep = (value: unknown): void => {
    if (typeof value === 'string' && value !== '') secrets.add(value);
  };
  const keepAnswer = (answered: string): void => {
    const tokens = JSON.parse(answered) as Readonly<Record<string, unknown>>;
    for (const name of IN_ANSWERS) keep(tokens[name]);
  };
  const server = createServer((request, response) => void forward(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = async (): Promise<void> => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    await closed;
  };
  onTestFinished(close);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    secrets,
    sent,
    repeatSecrets: () => void (repeats = true),
    close,
  };
}

/** A secret as it may have been written by somebody on the way. */
export function formsOf(secret: string): readonly string[] {
  const base64 = Buffer.from(secret).toString('base64').replace(/=+$/, '');
  return [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1), base64];
}
