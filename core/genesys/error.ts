import type { TokenGrant } from './auth/credentials.ts';

/** What went wrong with one request, as plain data: never the transport's own error, which carries the token. */
export type FailureKind =
  /** 400: the org understood and refused the content. */
  | 'refused'
  /** 401, also after one fresh token. */
  | 'unauthorized'
  /** 403: a permission or a division is missing. */
  | 'forbidden'
  /** 404. */
  | 'notFound'
  /** 409, or 400 with `duplicate.name`. */
  | 'conflict'
  /** 429 that was not waited out (the wait was cancelled). */
  | 'rateLimited'
  /** 5xx. */
  | 'server'
  /** No connection: refused, unknown host, TLS. Nothing was sent. */
  | 'unreachable'
  /** The connection ended, or time ran out, after the request was sent. */
  | 'interrupted'
  /** An answer that is not the JSON it should be. */
  | 'unreadable'
  /** Cancelled by the user. */
  | 'cancelled';

export interface Failure {
  readonly kind: FailureKind;
  readonly method: string;
  /** Path with query, never a host with credentials. */
  readonly path: string;
  readonly status?: number;
  /** The org's error code, for example `duplicate.name`. */
  readonly code?: string;
  /** The org's own sentence, or the transport's (redacted). */
  readonly message: string;
  readonly correlationId?: string;
  /** For a request of a token: how it was asked for. */
  readonly grant?: TokenGrant;
  /** True when the request may have taken effect all the same: a write that ended in `server`, `interrupted` or `unreadable`. */
  readonly ambiguous: boolean;
}

/** The only error that leaves `core/genesys`. */
export class GenesysError extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.message);
    this.name = 'GenesysError';
    this.failure = failure;
  }
}
