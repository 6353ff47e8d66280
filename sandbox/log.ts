/** What was asked, for tests. Never holds a token, a secret or a login form. */
export interface LoggedRequest {
  /** Counts all requests of this sandbox from 0. */
  readonly index: number;
  readonly method: string;
  /** Path without query. */
  readonly path: string;
  /** Query with its question mark, or empty. */
  readonly search: string;
  /** Milliseconds since the epoch, on the sandbox's clock. */
  readonly at: number;
  readonly correlationId: string;
  /** The client whose token came with it. */
  readonly clientId?: string;
  /** Parsed JSON of an API request. */
  readonly body?: unknown;
  /** The status that was sent; undefined while open, and where the connection was cut. */
  readonly status?: number;
  /** The kind of the fault that struck. */
  readonly fault?: string;
  /** A connection that the other side ended, or a bug of the sandbox. */
  readonly failure?: string;
}

/** The one line that may grow while a request is under way. */
export type OpenRequest = { -readonly [Key in keyof LoggedRequest]: LoggedRequest[Key] };
