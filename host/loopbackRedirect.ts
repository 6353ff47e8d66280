import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { RedirectListener } from '#core/genesys/index.ts';

/** With a port of its own this is an address that an OAuth client can be registered with: `http://127.0.0.1:<port>/`. */
const PATH = '/';
/** Another name that leads here is a trick of a page in the browser. */
const HERE = /^(127\.0\.0\.1|localhost)(:\d+)?$/;

/** Why it cannot listen, as a sentence. */
export class PortTaken extends Error {
  constructor(port: number) {
    super(
      `Port ${port} is taken by another program, so the browser could not come back. Close that program, or sign in with another port.`,
    );
    this.name = 'PortTaken';
  }
}

/**
 * Listens on 127.0.0.1 for a browser that comes back from a login page, at `port` or, with 0, at a free one. Only the
 * first GET of the one path that `accepts` takes counts. Nothing of a request is repeated in a page.
 */
export async function listenForRedirect(
  port: number,
  accepts: (answer: URLSearchParams) => boolean,
): Promise<RedirectListener> {
  let take: (answer: URLSearchParams) => void = () => undefined;
  const answer = new Promise<URLSearchParams>((resolve) => (take = resolve));
  let answered = false;
  const server = createServer((request, response) => {
    const query = queryOf(request);
    if (query === undefined) return show(response, 404, 'There is nothing here.');
    if (answered || !accepts(query)) return show(response, 400, 'This is not the sign-in that is waited for.');
    answered = true;
    const words = query.has('code')
      ? 'The page in the browser is done. You may close this window and go back to Wrapsmith.'
      : 'Nobody was signed in. You may close this window; Wrapsmith says why.';
    // Only once the page is out, since the server is closed upon it.
    response.once('close', () => take(query));
    show(response, 200, words);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortTaken(port) : error),
    );
    server.listen({ port, host: '127.0.0.1' }, resolve);
  });
  const address = server.address();
  const listens = typeof address === 'object' && address !== null ? address.port : port;
  return {
    redirectUri: `http://127.0.0.1:${listens}${PATH}`,
    answer,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Undefined for what no login page sends: another path, another method, a name that only leads here. */
function queryOf({ method, url, headers }: IncomingMessage): URLSearchParams | undefined {
  const address = `http://127.0.0.1${url ?? ''}`;
  if (method !== 'GET' || !url?.startsWith('/') || !HERE.test(headers.host ?? '') || !URL.canParse(address))
    return undefined;
  const { pathname, searchParams } = new URL(address);
  return pathname === PATH ? searchParams : undefined;
}

function show(response: ServerResponse, status: number, words: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    connection: 'close',
  });
  response.end(page(words));
}

const page = (words: string): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Wrapsmith</title><style>
:root { color-scheme: light dark }
body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 32rem; margin: 20vh auto; padding: 0 1rem }
</style></head>
<body><main><h1>Wrapsmith</h1><p>${words}</p></main></body>
</html>
`;
