/** Requests as a signed-in client: sign-in, rate limits, repeats of reads, one fresh token after a 401. */
import type { Clock, Logger, Random } from '../ports.ts';
import type { Credentials, TokenFetch } from './auth.ts';
import { TOKEN_PATH, createTokenSource } from './auth.ts';
import { GenesysError } from './error.ts';
import { cancelled, failureOf, unreadable } from './failure.ts';
import type { Wire, WireAnswer } from './http.ts';
import { createPacer } from './pacing.ts';
import type { Attempt } from './patience.ts';
import { READ_REPEATS, tellAll, waitSignal, withPatience } from './patience.ts';
import type { Api, ApiAnswer, ApiRequest, CallOptions } from './request.ts';
import { isWrite } from './request.ts';
import { retryAfterMs } from './retryAfter.ts';
import type { Target } from './target.ts';

export interface SessionParts {
  readonly wire: Wire;
  readonly target: Target;
  readonly credentials: Credentials;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  readonly onWait: (secondsLeft: number) => void;
}

export function createSession(parts: SessionParts): Api {
  const { wire, target, clock, logger } = parts;
  const pacer = createPacer(clock);
  const tokens = createTokenSource(
    parts.credentials,
    target,
    clock,
    tokenFetch(parts, () => tokens.secrets()),
  );

  const attempt = async (request: ApiRequest, options: CallOptions, token: string): Promise<Attempt<ApiAnswer>> => {
    try {
      await pacer.before(tellAll(parts.onWait, options.onWait), waitSignal(options));
    } catch {
      return { ok: false, failure: cancelled(request) };
    }
    const cut = isWrite(request) ? undefined : options.signal;
    const answer = await wire.send({
      method: request.method,
      url: `${target.apiUrl}${request.path}`,
      headers: {
        authorization: `Bearer ${token}`,
        accept: 'application/json',
        ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
      ...(cut === undefined ? {} : { signal: cut }),
    });
    if (answer.answered) {
      logger.debug(`${request.method} ${request.path} → ${answer.status}`);
      if (answer.status !== 429) pacer.after(answer.headers);
    }
    return judge(request, answer, clock.now(), tokens.secrets());
  };

  return async (request) => {
    const options = request.options ?? {};
    const ask = async (): Promise<ApiAnswer> => {
      const token = await tokens.get(options);
      const repeats = isWrite(request) ? 0 : READ_REPEATS;
      try {
        return await withPatience(parts, { attempt: () => attempt(request, options, token), repeats, options });
      } catch (error) {
        if (!isUnauthorized(error) || !tokens.renew(token)) throw error;
        // A 401 was not processed, so one repeat with a fresh token is safe for writes too.
        const fresh = await tokens.get(options);
        return withPatience(parts, { attempt: () => attempt(request, options, fresh), repeats, options });
      }
    };
    if (options.signal?.aborted === true) throw new GenesysError(cancelled(request));
    return ask();
  };
}

/** What an answer means. A 2xx answer whose body is not JSON is a failure, since nobody can say what it confirms. */
function judge(request: ApiRequest, answer: WireAnswer, now: number, secrets: readonly string[]): Attempt<ApiAnswer> {
  const data = answer.answered ? parse(answer.text) : undefined;
  const failure = failureOf(request, answer, data?.value, secrets);
  if (failure !== undefined) {
    if (failure.kind !== 'rateLimited' || !answer.answered) return { ok: false, failure };
    return { ok: false, failure, retryAfterMs: retryAfterMs(answer.headers, now) };
  }
  const correlationId = answer.answered ? answer.headers['inin-correlation-id'] : undefined;
  if (data === undefined) {
    return { ok: false, failure: unreadable(request, 'The answer was cut short or is not JSON.', correlationId) };
  }
  return { ok: true, value: correlationId === undefined ? { data: data.value } : { data: data.value, correlationId } };
}

/** Undefined for text that is not JSON; an empty body is a value too. */
function parse(text: string): { readonly value: unknown } | undefined {
  if (text.trim() === '') return { value: undefined };
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

/** Asking for a token changes nothing in the org, so it is repeated like a read. */
function tokenFetch(parts: SessionParts, secrets: () => readonly string[]): TokenFetch {
  return (url, headers, form, options) =>
    withPatience(parts, {
      repeats: READ_REPEATS,
      options,
      attempt: async () => {
        const answer = await parts.wire.send({
          method: 'POST',
          url,
          headers: { ...headers, accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
          body: form,
          ...(options.signal === undefined ? {} : { signal: options.signal }),
        });
        const judged = judge({ method: 'POST', path: TOKEN_PATH }, answer, parts.clock.now(), secrets());
        if (judged.ok && answer.answered) {
          const headersOut = { 'content-type': answer.headers['content-type'] ?? 'application/json' };
          return { ok: true, value: new Response(answer.text, { status: answer.status, headers: headersOut }) };
        }
        if (judged.ok) return { ok: false, failure: cancelled({ method: 'POST', path: TOKEN_PATH }) };
        return { ...judged, failure: signInFailure(judged.failure) };
      },
    });
}

/** The login service says a wrong id or secret with 400 or 401 (`invalid_client`): both mean the credentials. */
function signInFailure<F extends { readonly kind: string; readonly ambiguous: boolean }>(failure: F) {
  const credentials =
    failure.kind === 'refused' ||
    failure.kind === 'unauthorized' ||
    failure.kind === 'forbidden' ||
    failure.kind === 'notFound';
  return { ...failure, ambiguous: false, ...(credentials ? { kind: 'unauthorized' as const } : {}) };
}

const isUnauthorized = (error: unknown): boolean =>
  error instanceof GenesysError && error.failure.kind === 'unauthorized';
