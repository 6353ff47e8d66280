/** Who answers a request: the login host, the identity gateway or the API, all on one address. */
import type { IncomingMessage } from 'node:http';
import { createApi, refusalAnswer } from './api.ts';
import type { RawBody } from './body.ts';
import { notFound, Refusal } from './errors.ts';
import type { Answer } from './exchange.ts';
import type { OpenRequest } from './log.ts';
import { isLoopbackHost } from './loopback.ts';
import { type Gateway, gatewayPath } from './oauth/gateway.ts';
import { answerLogin } from './oauth/login.ts';
import type { Issuer } from './oauth/token.ts';
import type { World } from './world.ts';

export interface Doors {
  readonly world: World;
  readonly issuer: Issuer;
  readonly gateway: Gateway | undefined;
}

export type Answers = (request: IncomingMessage, url: URL, body: RawBody, entry: OpenRequest) => Promise<Answer>;

/** The log entry learns who asked and what. The API's work is done when the promise is there. */
export function createAnswers({ world, issuer, gateway }: Doors): Answers {
  const api = createApi(world);

  function answerTo(request: IncomingMessage, url: URL, body: RawBody, entry: OpenRequest): Answer | Promise<Answer> {
    const { correlationId, method } = entry;
    const { authorization, host, 'content-type': contentType } = request.headers;
    if (host === undefined || !isLoopbackHost(host)) throw strangeHost();
    const sent = { method, path: url.pathname, query: url.searchParams, authorization, contentType };
    const login = { ...sent, host, body: body.kind === 'text' ? body.text : '' };
    if (gateway && sent.path === gatewayPath) return gateway(login);
    const signedIn = answerLogin(issuer, login);
    if (signedIn) return signedIn;
    if (!sent.path.startsWith('/api/v2/')) throw notFound();
    const result = api({ ...sent, body, correlationId });
    if (result.clientId !== undefined) entry.clientId = result.clientId;
    if (result.userId !== undefined) entry.userId = result.userId;
    if (result.body !== undefined) entry.body = result.body;
    return result.answer;
  }

  return async (request, url, body, entry) => {
    try {
      return await answerTo(request, url, body, entry);
    } catch (error) {
      if (error instanceof Refusal) return refusalAnswer(error, entry.correlationId);
      throw error;
    }
  };
}

/** The sandbox's own refusal: the real API has no such case. */
const strangeHost = (): Refusal =>
  new Refusal({
    status: 421,
    code: 'sandbox.host.refused',
    message: 'The sandbox serves only requests that name this machine. Use http://127.0.0.1 and its port.',
  });
