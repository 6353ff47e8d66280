/** Turns answers that are not a success, and connections that failed, into plain failures. */
import type { Failure, FailureKind } from './error.ts';
import type { WireAnswer } from './http.ts';
import { redact } from './redact.ts';
import type { Asked } from './request.ts';
import { isWrite } from './request.ts';

/** The published `ErrorBody`, as far as it is shown. */
interface ErrorBody {
  readonly message?: string;
  readonly code?: string;
  readonly contextId?: string;
}

const MAX_MESSAGE = 500;

/**
 * A 2xx answer gives undefined. `data` is the parsed body, or undefined where it was not JSON.
 * `secrets` are taken out of every text.
 */
export function failureOf(
  asked: Asked,
  answer: WireAnswer,
  data: unknown,
  secrets: readonly string[],
): Failure | undefined {
  if (!answer.answered) return makeFailure(asked, { kind: answer.kind, message: redact(answer.message, secrets) });
  if (answer.status >= 200 && answer.status < 300) return undefined;
  const body = errorBody(data);
  const kind = kindOf(answer.status, body.code);
  const correlationId = answer.headers['inin-correlation-id'] ?? body.contextId;
  return makeFailure(asked, {
    kind,
    status: answer.status,
    message: redact(body.message ?? `The org answered with status ${answer.status}.`, secrets).slice(0, MAX_MESSAGE),
    ...(body.code === undefined ? {} : { code: redact(body.code, secrets).slice(0, 100) }),
    ...(correlationId === undefined ? {} : { correlationId: redact(correlationId, secrets).slice(0, 100) }),
  });
}

/** An answer that arrived whole but is not what the published model says. */
export function unreadable(asked: Asked, why: string, correlationId?: string): Failure {
  return makeFailure(asked, {
    kind: 'unreadable',
    message: why,
    ...(correlationId === undefined ? {} : { correlationId }),
  });
}

export const cancelled = (asked: Asked): Failure => makeFailure(asked, { kind: 'cancelled', message: 'Cancelled.' });

function makeFailure(asked: Asked, what: Omit<Failure, 'method' | 'path' | 'ambiguous'>): Failure {
  const lost = what.kind === 'server' || what.kind === 'interrupted' || what.kind === 'unreadable';
  return { method: asked.method, path: asked.path, ...what, ambiguous: lost && isWrite(asked) };
}

/** 408 means that the other side gave up on a request that it may have read; 3xx has no place in this API. */
function kindOf(status: number, code: string | undefined): FailureKind {
  if (status === 401) return 'unauthorized';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'notFound';
  if (status === 408) return 'interrupted';
  if (status === 409 || code === 'duplicate.name') return 'conflict';
  if (status === 429) return 'rateLimited';
  if (status >= 500) return 'server';
  return status >= 400 ? 'refused' : 'unreadable';
}

function errorBody(data: unknown): ErrorBody {
  if (typeof data !== 'object' || data === null) return {};
  const read = (key: string): string | undefined => {
    const value: unknown = Reflect.get(data, key);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const message = read('message') ?? read('error_description');
  const code = read('code') ?? read('error');
  const contextId = read('contextId');
  return {
    ...(message === undefined ? {} : { message }),
    ...(code === undefined ? {} : { code }),
    ...(contextId === undefined ? {} : { contextId }),
  };
}
