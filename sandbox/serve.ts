/** Serves one request after the other: notes it, reads its body, asks for a fault, and sends the answer. */
import type { IncomingMessage, RequestListener } from 'node:http';
import type { Answers } from './answers.ts';
import { refusalAnswer } from './api.ts';
import { readBody } from './body.ts';
import { internalError } from './errors.ts';
import type { Answer } from './exchange.ts';
import type { FaultHook } from './faults.ts';
import { type OpenRequest, searchForLog } from './log.ts';
import { isLoopbackHost } from './loopback.ts';
import { sendAnswer, type Wire } from './respond.ts';
import { sendFaulty } from './sendFaulty.ts';
import type { SettableSwitches } from './switches.ts';
import type { World } from './world.ts';

export interface Service {
  readonly world: World;
  readonly switches: SettableSwitches;
  readonly answers: Answers;
  /** Grows by each request. */
  readonly log: OpenRequest[];
  readonly fault: FaultHook;
  newCorrelationId(): string;
}

export function createListener({ world, switches, answers, log, fault, newCorrelationId }: Service): RequestListener {
  const { clock, tokens } = world;

  /** Reads the body, then carries the request out in one go, unless a fault comes between. */
  async function serve(request: IncomingMessage, url: URL, wire: Wire, entry: OpenRequest): Promise<void> {
    const body = await readBody(request);
    const struck = isLoopbackHost(request.headers.host) ? fault(entry) : undefined;
    if (struck) entry.fault = struck.kind;
    wire.response.once('finish', () => (entry.status = wire.response.statusCode));
    const carryOut = (): Promise<Answer> => answers(request, url, body, entry);
    if (!struck) return sendAnswer(wire, await carryOut());
    const token = bearer(request);
    await sendFaulty(wire, struck, {
      clock,
      carryOut,
      carryOutLagging(seconds) {
        const { consistencyDelay, queueCodesDelay, updateDelay } = switches;
        Object.assign(switches, { consistencyDelay: seconds, queueCodesDelay: seconds, updateDelay: seconds });
        // All of the work is done before the promise is there.
        const answer = carryOut();
        Object.assign(switches, { consistencyDelay, queueCodesDelay, updateDelay });
        return answer;
      },
      expireToken: () => tokens.expire(token),
      revokeToken: () => tokens.revoke(token),
    });
  }

  return (request, response) => {
    const url = targetOf(request);
    const wire: Wire = { response, correlationId: newCorrelationId(), hasBody: request.method !== 'HEAD' };
    const entry: OpenRequest = {
      index: log.length,
      method: request.method ?? '',
      path: url.pathname,
      search: searchForLog(url.pathname, url.search),
      at: clock.now(),
      correlationId: wire.correlationId,
    };
    log.push(entry);
    serve(request, url, wire, entry).catch((error: unknown) => {
      // The other side went away, or the sandbox has a bug: then say so as the API would.
      entry.failure = String(error);
      if (!response.headersSent) sendAnswer(wire, refusalAnswer(internalError(), wire.correlationId));
    });
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
