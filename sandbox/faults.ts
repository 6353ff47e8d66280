/**
 * Faults that tests put into single requests. `before`: the request is not carried out. `after`: it is carried out,
 * and only its answer is lost or replaced.
 */
import { errorBody, type RefusalFacts, specific } from './errors.ts';
import type { Answer } from './exchange.ts';
import { genericMessage } from './facts.ts';
import type { Json } from './json.ts';

export type Moment = 'before' | 'after';

/**
 * What `Retry-After` says: seconds, a date so many seconds ahead on the sandbox's clock, a text of one's own, or nothing.
 */
export type RetryAfter = number | { readonly dateIn: number } | { readonly text: string } | 'absent';

/** What becomes of a request that was held. */
export type Release = 'goOn' | 'drop';

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
  /** 429 with `Retry-After`. */
  | { readonly kind: 'rateLimited'; readonly retryAfter: RetryAfter }
  /** 409 as outbound mappings have it: the document was changed since its version was read. Nothing is carried out. */
  | { readonly kind: 'versionConflict' }
  /** The connection ends without an answer. */
  | { readonly kind: 'cut'; readonly when: Moment }
  /** The same by a reset of TCP. */
  | { readonly kind: 'reset'; readonly when: Moment }
  /** The connection ends in the middle of the true answer's body. */
  | { readonly kind: 'cutBody' }
  /** The first half of the true answer's body, as if it were all of it. */
  | { readonly kind: 'truncated' }
  /** A page of HTML, as a proxy sends it. */
  | { readonly kind: 'html'; readonly when: Moment; readonly status: number }
  /** The true answer after so many milliseconds of the sandbox's clock, spent before or after it is carried out. */
  | { readonly kind: 'latency'; readonly when: Moment; readonly ms: number }
  /** The true answer, once `until` resolves; the request waits before or after it is carried out. */
  | { readonly kind: 'held'; readonly when: Moment; readonly until: Promise<Release | void> }
  /** No answer; the connection stays open until one side closes it. */
  | { readonly kind: 'unanswered'; readonly when: Moment }
  /** The request's token ends first, so this request and the later ones with it get 401. It may be refreshed. */
  | { readonly kind: 'expired' }
  /** The request's sign-in is revoked first: the same, and it cannot be refreshed either. */
  | { readonly kind: 'revoked' }
  /** The true answer; but reads see what this request did only after so many seconds. */
  | { readonly kind: 'lagging'; readonly seconds: number }
  /** Somebody else changes the org just before the request is carried out. */
  | { readonly kind: 'edited'; readonly edit: () => void }
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

/** The answer of a fault that is one. `now` is the sandbox's time in milliseconds. */
export function faultAnswer(fault: Fault, correlationId: string, now: number): Answer | undefined {
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
        headers: retryAfterHeader(fault.retryAfter, now),
        body: errorBody(errorOf(429), correlationId),
      };
    case 'versionConflict': {
      const { facts } = specific('PUT', '/api/v2/outbound/wrapupcodemappings', 'invalid.update.wrong.version');
      return { status: facts.status, body: errorBody(facts, correlationId) };
    }
    case 'redirect':
      return { status: fault.status, headers: { Location: fault.location } };
    default:
      return undefined;
  }
}

function retryAfterHeader(retryAfter: RetryAfter, now: number): Record<string, string> {
  if (retryAfter === 'absent') return {};
  if (typeof retryAfter === 'number') return { 'Retry-After': String(retryAfter) };
  if ('text' in retryAfter) return { 'Retry-After': retryAfter.text };
  return { 'Retry-After': new Date(now + retryAfter.dateIn * 1000).toUTCString() };
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
