/** What the endpoints ask of the wire, free of transport and sign-in. */

export interface CallOptions {
  /** Cancels: a read ends at once; a write that was sent is awaited, only its waits end. */
  readonly signal?: AbortSignal;
  /** Ends waits (rate limit, pause before a repeat) but never a request: for reading back after a cancel. */
  readonly patience?: AbortSignal;
  /** Called each second of a rate-limit wait with the seconds left, at the end with 0. */
  readonly onWait?: (secondsLeft: number) => void;
}

export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Starts with `/api/v2/`; every id in it is percent-encoded. */
  readonly path: string;
  readonly body?: unknown;
  readonly options?: CallOptions;
}

/** An answer with a 2xx status; `data` is undefined where the body was empty. */
export interface ApiAnswer {
  readonly data: unknown;
  readonly correlationId?: string;
}

/** Throws only `GenesysError`. */
export type Api = (request: ApiRequest) => Promise<ApiAnswer>;

/** A write's answer and the id by which the org's support finds it. */
export interface Written<T> {
  readonly value: T;
  readonly correlationId?: string;
}

export const written = <T>(value: T, { correlationId }: ApiAnswer): Written<T> =>
  correlationId === undefined ? { value } : { value, correlationId };

export interface Asked {
  readonly method: string;
  readonly path: string;
}

const QUERY = /^\/api\/v2\/analytics\/[^?]*\/query(?:\?|$)/;

/** Analytics queries are sent by POST for the size of their body, and change nothing in the org. */
export const isQuery = ({ method, path }: Asked): boolean => method === 'POST' && QUERY.test(path);

/** A query of the audit trail starts a transaction that only reads. */
const isAuditQuery = ({ method, path }: Asked): boolean => method === 'POST' && path === '/api/v2/audits/query';

/** True for what may change the org. Only the rest may be repeated, or cut off when it is cancelled. */
export const isWrite = (asked: Asked): boolean =>
  asked.method !== 'GET' && asked.method !== 'HEAD' && !isQuery(asked) && !isAuditQuery(asked);
