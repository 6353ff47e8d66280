/** What was asked, for tests. Never holds a token, a secret or a login form. */
export interface LoggedRequest {
  /** Counts all requests of this sandbox from 0. */
  readonly index: number;
  readonly method: string;
  /** Path without query. */
  readonly path: string;
  /** Query with its question mark, or empty. What a sign-in keeps to itself is left out of it. */
  readonly search: string;
  /** Milliseconds since the epoch, on the sandbox's clock. */
  readonly at: number;
  readonly correlationId: string;
  /** The client whose token came with it. */
  readonly clientId?: string;
  /** The user whose token came with it. */
  readonly userId?: string;
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

/** Parameters of a sign-in that nobody else may learn, and those that no query ought to have. */
const secretParameters = [
  'access_token',
  'assertion',
  'client_secret',
  'code',
  'code_challenge',
  'code_verifier',
  'refresh_token',
  'state',
  'token',
];

/**
 * A query as it may be logged: `?state=…` for `?state=af0ifjsldkj`. Others stay as they were sent, and so does `state` in
 * the API, where it asks for active or inactive users.
 */
export function searchForLog(path: string, search: string): string {
  if (!secretParameters.some((name) => search.includes(name))) return search;
  const parameters = new URLSearchParams(search);
  const isSecret = (name: string): boolean => parameters.has(name) && !(name === 'state' && path.startsWith('/api/'));
  const found = secretParameters.filter(isSecret);
  if (found.length === 0) return search;
  for (const name of found) parameters.set(name, '…');
  return `?${parameters.toString()}`;
}
