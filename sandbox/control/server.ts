/** The control port: an HTTP server of its own on 127.0.0.1, for whoever has the secret. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { parseBody, readBody } from '../body.ts';
import { Refusal } from '../errors.ts';
import { closeServer, listen } from '../listen.ts';
import { isLoopbackHost } from '../loopback.ts';
import { newSecret } from '../tokens.ts';
import type { Commands } from './commands.ts';
import { BadRequest } from './fields.ts';

export interface Control {
  /** `http://127.0.0.1:<port>`. */
  readonly url: string;
  /** Sent as a bearer token with each request. */
  readonly secret: string;
  close(): Promise<void>;
}

export async function openControl(commands: Commands): Promise<Control> {
  const secret = newSecret();
  const server = createServer((request, response) => {
    serve(request, commands, secret)
      .catch(refusalOf)
      .then(
        (answer) => send(response, answer),
        () => response.destroy(),
      );
  });
  const port = await listen(server, 0);
  return { url: `http://127.0.0.1:${port}`, secret, close: () => closeServer(server) };
}

interface Answer {
  readonly status: number;
  /** Anything that JSON can write. */
  readonly body: unknown;
}

const said = (status: number, error: string): Answer => ({ status, body: { error } });

async function serve(request: IncomingMessage, commands: Commands, secret: string): Promise<Answer> {
  const body = await readBody(request);
  if (!isLoopbackHost(request.headers.host)) return said(421, 'Use http://127.0.0.1 and the port.');
  if (request.headers.authorization !== `Bearer ${secret}`) {
    return said(401, 'Send the secret of the control port as a bearer token.');
  }
  const { pathname, searchParams: query } = new URL(`http://127.0.0.1${request.url ?? '/'}`);
  const segments = pathname.split('/').slice(1);
  const answer = await commands({ method: request.method ?? '', segments, query, body: parseBody(body) });
  return answer === undefined ? said(404, 'There is nothing here to do that with.') : { status: 200, body: answer };
}

function refusalOf(error: unknown): Answer {
  if (error instanceof BadRequest) return said(400, error.message);
  if (error instanceof Refusal)
    return said(error.facts.status, error.facts.status === 413 ? 'The body is too long.' : 'The body is no JSON.');
  return said(500, String(error));
}

function send(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify(body));
}
