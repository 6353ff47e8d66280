/** Carries out one request of `/api/v2`: token, rate, route, permission, body, route's own work. In one go, without waiting. */
import { requirePermissions } from './access.ts';
import { parseBody, type RawBody } from './body.ts';
import {
  authenticationRequired,
  badCredentials,
  errorBody,
  methodNotAllowed,
  notFound,
  Refusal,
  tooManyRequests,
  unsupportedMediaType,
} from './errors.ts';
import type { Answer, Route } from './exchange.ts';
import { mediaType } from './mediaType.ts';
import { createRateLimiter, rateHeaders, windowSeconds } from './rateLimit.ts';
import { createRouter } from './router.ts';
import { apiRoutes } from './routes/index.ts';
import type { IssuedToken } from './tokens.ts';
import type { World } from './world.ts';

export interface ApiRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
  readonly contentType: string | undefined;
  readonly body: RawBody;
  readonly correlationId: string;
}

export interface ApiResult {
  readonly answer: Answer;
  readonly clientId?: string;
  readonly userId?: string;
  readonly body?: unknown;
}

export function createApi(world: World): (request: ApiRequest) => ApiResult {
  const router = createRouter(apiRoutes(world));
  const limiter = createRateLimiter(world.clock, world.rate);

  return (request) => {
    const noted: { clientId?: string; userId?: string; body?: unknown; headers: Record<string, string> } = {
      headers: {},
    };
    const carryOut = (): Answer => {
      const token = tokenOf(world, request.authorization);
      noted.clientId = token.caller.app.id;
      if (token.caller.user) noted.userId = token.caller.user.id;
      const rate = limiter.take(token.value);
      noted.headers = rateHeaders(rate);
      if (rate.exceeded) throw tooManyRequests(rate.allowed, windowSeconds, rate.resetSeconds);
      const { route, params } = routeOf(request);
      requirePermissions(token.caller, route.method, route.template);
      if (request.body.kind === 'tooLarge' || request.body.text !== '') requireJson(request.contentType);
      noted.body = parseBody(request.body);
      return route.handle({
        method: route.method,
        path: request.path,
        template: route.template,
        params,
        query: request.query,
        body: noted.body,
        caller: token.caller,
        token: token.value,
      });
    };
    const answer = refusalsAsAnswers(carryOut, request.correlationId);
    const { headers, ...rest } = noted;
    return { ...rest, answer: { ...answer, headers: { ...headers, ...answer.headers } } };
  };

  function routeOf(request: ApiRequest): { readonly route: Route; readonly params: Readonly<Record<string, string>> } {
    const isLoose = world.switches.trailingSlash === 'ignored';
    const match = router.match(isLoose ? request.path.replace(/\/$/, '') : request.path);
    if (!match) throw notFound();
    const route = match.routes.find((one) => one.method === request.method);
    if (!route) throw methodNotAllowed(match.routes.map((one) => one.method));
    return { route, params: match.params };
  }
}

function tokenOf(world: World, authorization: string | undefined): IssuedToken {
  const value = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
  if (value === undefined) throw authenticationRequired();
  const token = world.tokens.find(value);
  if (!token) throw badCredentials();
  return token;
}

function requireJson(contentType: string | undefined): void {
  if (mediaType(contentType) !== 'application/json') throw unsupportedMediaType();
}

/** Runs `work`; what it refuses becomes the published error answer. Other errors are bugs and go on. */
export function refusalsAsAnswers(work: () => Answer, correlationId: string): Answer {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refusalAnswer(error, correlationId);
  }
}

export function refusalAnswer({ facts }: Refusal, correlationId: string): Answer {
  return { status: facts.status, headers: facts.headers ?? {}, body: errorBody(facts, correlationId) };
}
