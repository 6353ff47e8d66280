/**
 * The sandbox: a stand-in for a Genesys Cloud org on loopback, login and API on one address.
 * It is written from the published models and shares no code with the product, so that it can prove it wrong.
 */
import { createServer, type IncomingMessage } from 'node:http';
import type { ConversationSource } from './analytics/model.ts';
import { createConversationSource } from './analytics/source.ts';
import { createApi, refusalAnswer, refusalsAsAnswers } from './api.ts';
import { type RawBody, readBody } from './body.ts';
import { type Clock, systemClock } from './clock.ts';
import { internalError, methodNotAllowed, notFound, Refusal } from './errors.ts';
import type { Answer } from './exchange.ts';
import { defaultTokenSeconds, limitValue } from './facts.ts';
import type { FaultHook } from './faults.ts';
import type { LoggedRequest, OpenRequest } from './log.ts';
import { isLoopbackHost } from './loopback.ts';
import type { Clients, Org } from './org/model.ts';
import { seedOrg } from './org/seed.ts';
import { seededRandom } from './random.ts';
import { sendAnswer, type Wire } from './respond.ts';
import { issueToken } from './routes/oauthToken.ts';
import { sendFaulty } from './sendFaulty.ts';
import { type Switches, switchesWith } from './switches.ts';
import { createTokenStore, newSecret } from './tokens.ts';
import type { World } from './world.ts';

export interface SandboxOptions {
  /** 0 or absent: any free port. */
  readonly port?: number;
  /** The org is a function of it, but for the clients' secrets, which are made for each run; default 1. */
  readonly seed?: number;
  /** Requests a minute for one token; default is the published 300. */
  readonly rate?: number;
  readonly clock?: Clock;
  /** Conversations on a working day; default 400. */
  readonly conversationsPerDay?: number;
  /** Instead of the conversations that are made from the seed. */
  readonly conversations?: ConversationSource;
  readonly switches?: Partial<Switches>;
  /** Asked once for each request, before anything else. */
  readonly fault?: FaultHook;
}

export interface Sandbox {
  /** `http://127.0.0.1:<port>`, for login and API. */
  readonly url: string;
  readonly port: number;
  /** The full client's. */
  readonly clientId: string;
  readonly clientSecret: string;
  readonly clients: Clients;
  /** The live org. Tests may read it; requests change it. */
  readonly org: Org;
  readonly switches: Switches;
  /** All requests so far, in the order of their arrival. */
  readonly log: readonly LoggedRequest[];
  /** Ends all tokens, as an administrator could. */
  revokeTokens(): void;
  /** Ends all connections and the server. */
  close(): Promise<void>;
}

/** Starts a sandbox on 127.0.0.1. Rejects if the port is taken. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const seed = options.seed ?? 1;
  const clock = options.clock ?? systemClock;
  const ids = seededRandom(`${seed}/created`);
  const correlationIds = seededRandom(`${seed}/correlation`);
  const org = seedOrg(seed, newSecret);
  const perDay = options.conversationsPerDay;
  const world: World = {
    org,
    conversations:
      options.conversations ??
      createConversationSource({ seed, org, clock, ...(perDay === undefined ? {} : { perDay }) }),
    clock,
    switches: switchesWith(options.switches),
    tokens: createTokenStore(clock, defaultTokenSeconds),
    rate: options.rate ?? limitValue('platform.api.token.rate.per.minute'),
    newId: () => ids.uuid(),
  };
  const api = createApi(world);
  const log: OpenRequest[] = [];

  const server = createServer((request, response) => {
    const url = targetOf(request);
    const wire: Wire = { response, correlationId: correlationIds.uuid(), hasBody: request.method !== 'HEAD' };
    const entry: OpenRequest = {
      index: log.length,
      method: request.method ?? '',
      path: url.pathname,
      search: url.search,
      at: clock.now(),
      correlationId: wire.correlationId,
    };
    log.push(entry);
    serve(request, url, wire, entry).catch((error: unknown) => {
      // The other side went away, or the sandbox has a bug: then say so as the API would.
      entry.failure = String(error);
      if (!response.headersSent) sendAnswer(wire, refusalAnswer(internalError(), wire.correlationId));
    });
  });

  /** Reads the body, then carries the request out in one go, unless a fault comes between. */
  async function serve(request: IncomingMessage, url: URL, wire: Wire, entry: OpenRequest): Promise<void> {
    const body = await readBody(request);
    const fault = isLoopbackHost(request.headers.host) ? options.fault?.(entry) : undefined;
    if (fault) entry.fault = fault.kind;
    wire.response.once('finish', () => (entry.status = wire.response.statusCode));
    const carryOut = (): Answer => answerTo(request, url, body, entry);
    if (!fault) sendAnswer(wire, carryOut());
    else await sendFaulty(wire, fault, carryOut, () => world.tokens.revoke(bearer(request)));
  }

  function answerTo(request: IncomingMessage, url: URL, body: RawBody, entry: OpenRequest): Answer {
    const { correlationId } = entry;
    const { authorization, host, 'content-type': contentType } = request.headers;
    const method = request.method ?? '';
    return refusalsAsAnswers(() => {
      if (!isLoopbackHost(host)) throw strangeHost();
      if (url.pathname === '/oauth/token') {
        if (method !== 'POST') throw methodNotAllowed(['POST']);
        return issueToken(world, { authorization, contentType, body: body.kind === 'text' ? body.text : '' });
      }
      if (!url.pathname.startsWith('/api/v2/')) throw notFound();
      const query = url.searchParams;
      const result = api({ method, path: url.pathname, query, authorization, contentType, body, correlationId });
      if (result.clientId !== undefined) entry.clientId = result.clientId;
      if (result.body !== undefined) entry.body = result.body;
      return result.answer;
    }, correlationId);
  }

  // Longer than a client keeps a connection, so that none is closed under a request.
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port: options.port ?? 0, host: '127.0.0.1' }, resolve);
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server has no port.');
  const { port } = address;
  const { full } = world.org.clients;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    clientId: full.id,
    clientSecret: full.secret,
    clients: world.org.clients,
    org: world.org,
    switches: world.switches,
    log,
    revokeTokens: () => world.tokens.revokeAll(),
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

/** Path and query of a request. What is no path, such as the absolute form for proxies, becomes `/`. */
function targetOf(request: IncomingMessage): URL {
  const target = request.url?.startsWith('/') ? request.url : '/';
  return new URL(`http://127.0.0.1${target}`);
}

function bearer(request: IncomingMessage): string {
  return (request.headers.authorization ?? '').replace(/^Bearer /i, '');
}

/** The sandbox's own refusal: the real API has no such case. */
const strangeHost = (): Refusal =>
  new Refusal({
    status: 421,
    code: 'sandbox.host.refused',
    message: 'The sandbox serves only requests that name this machine. Use http://127.0.0.1 and its port.',
  });
