/**
 * Faults that tests put into single requests. `before`: the request is not carried out. `after`: it is carried out,
 * and only its answer is lost or replaced.
 */
import { errorBody, type RefusalFacts } from './errors.ts';
import type { Answer } from './exchange.ts';
import { genericMessage } from './facts.ts';
import type { Json } from './json.ts';

export type Moment = 'before' | 'after';

export type Fault =
  /** Another answer than the true one. Without `body`, the published error body of the status. */
  | {
      readonly kind: 'answer';
      readonly when: Moment;
      readonly status: number;
      readonly code?: string;
      readonly message?: string;
      readonly body?: Json;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** 429 with `Retry-After`, in seconds. */
  | { readonly kind: 'rateLimited'; readonly retryAfter: number }
  /** The connection ends without an answer. */
  | { readonly kind: 'cut'; readonly when: Moment }
  /** The connection ends in the middle of the true answer's body. */
  | { readonly kind: 'cutBody' }
  /** The first half of the true answer's body, as if it were all of it. */
  | { readonly kind: 'truncated' }
  /** A page of HTML, as a proxy sends it. */
  | { readonly kind: 'html'; readonly when: Moment; readonly status: number }
  /** The true answer, once `until` resolves; the request waits before or after it is carried out. */
  | { readonly kind: 'held'; readonly when: Moment; readonly until: Promise<void> }
  /** No answer; the connection stays open until one side closes it. */
  | { readonly kind: 'unanswered'; readonly when: Moment }
  /** The request's token is revoked first, so this request and the later ones with it get 401. */
  | { readonly kind: 'revoked' }
  | { readonly kind: 'redirect'; readonly status: 301 | 302 | 307 | 308; readonly location: string };

/** A request as the fault hook sees it. `index` counts all requests of this sandbox from 0. */
export interface FaultTarget {
  readonly method: string;
  /** Path without query. */
  readonly path: string;
  /** Query with its question mark, or empty. */
  readonly search: string;
  readonly index: number;
}

export type FaultHook = (request: FaultTarget) => Fault | undefined;

/** A hook that puts one fault into the `nth` request (from 1) that `matches`, and no other. */
export function nthRequest(nth: number, matches: (request: FaultTarget) => boolean, fault: Fault): FaultHook {
  let seen = 0;
  return (request) => {
    if (!matches(request)) return undefined;
    seen += 1;
    return seen === nth ? fault : undefined;
  };
}

/** When the fault strikes; the ones that alter the true answer strike after. */
export function momentOf(fault: Fault): Moment {
  if ('when' in fault) return fault.when;
  return fault.kind === 'truncated' || fault.kind === 'cutBody' ? 'after' : 'before';
}

const codes: Readonly<Record<number, string>> = {
  400: 'bad.request',
  401: 'bad.credentials',
  403: 'missing.permissions',
  404: 'not.found',
  415: 'unsupported.media.type',
  429: 'too.many.requests',
  500: 'internal.server.error',
  503: 'service.unavailable',
  504: 'request.timeout',
};

/** The answer of a fault that is one. */
export function faultAnswer(fault: Fault, correlationId: string): Answer | undefined {
  switch (fault.kind) {
    case 'answer': {
      const { status, headers = {} } = fault;
      return {
        status,
        headers,
        body: fault.body ?? errorBody(errorOf(status, fault.code, fault.message), correlationId),
      };
    }
    case 'rateLimited':
      return {
        status: 429,
        headers: { 'Retry-After': String(fault.retryAfter) },
        body: errorBody(errorOf(429), correlationId),
      };
    case 'redirect':
      return { status: fault.status, headers: { Location: fault.location } };
    default:
      return undefined;
  }
}

function errorOf(status: number, code?: string, message?: string): RefusalFacts {
  const generic = codes[status];
  return {
    status,
    code: code ?? generic ?? 'conflict',
    message:
      message ?? (generic === undefined ? 'The request conflicts with the present state.' : genericMessage(generic)),
  };
}

export const htmlPage =
  '<!DOCTYPE html><html><head><title>Bad gateway</title></head><body><h1>The server is busy</h1></body></html>';
