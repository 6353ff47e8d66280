/** Requests as a signed-in client: sign-in, rate limits, repeats of reads, one fresh token after a 401. */
import type { Clock, Logger, Random } from '../ports.ts';
import type { Credentials } from './auth/credentials.ts';
import { createTokenFetch } from './auth/tokenFetch.ts';
import { createTokenSource } from './auth/tokenSource.ts';
import { GenesysError } from './error.ts';
import { cancelled } from './failure.ts';
import type { Wire } from './http.ts';
import { judge } from './judge.ts';
import { createPacer } from './pacing.ts';
import type { Attempt } from './patience.ts';
import { READ_REPEATS, tellAll, waitSignal, withPatience } from './patience.ts';
import type { Api, ApiAnswer, ApiRequest, CallOptions } from './request.ts';
import { isWrite } from './request.ts';
import type { Target } from './target.ts';

export interface SessionParts {
  readonly wire: Wire;
  readonly target: Target;
  readonly credentials: Credentials;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  readonly onWait: (secondsLeft: number) => void;
  /** The part of the allowed rate that is used: above 0, at most 1. */
  readonly rateShare?: () => number;
}

export function createSession(parts: SessionParts): Api {
  const { wire, target, clock, logger } = parts;
  const pacer = createPacer(clock, parts.rateShare);
  const tokens = createTokenSource(parts.credentials, target, clock, createTokenFetch(parts));

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
    if (answer.answered) logger.debug(`${request.method} ${request.path} → ${answer.status}`);
    // A 429 says itself how long to wait.
    if (answer.answered && answer.status !== 429) pacer.after(answer.headers);
    else pacer.lost();
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

const isUnauthorized = (error: unknown): boolean =>
  error instanceof GenesysError && error.failure.kind === 'unauthorized';
