/** What a route sees of a request and what it answers: plain data, no sockets. */
import type { Json } from './json.ts';
import type { Caller } from './tokens.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE' | 'HEAD';

export interface Call {
  readonly method: Method;
  /** The path as it was asked for, without query. */
  readonly path: string;
  /** The route's path template, for example `/api/v2/routing/wrapupcodes/{codeId}`. */
  readonly template: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Parsed JSON, or undefined if there was no body. */
  readonly body: unknown;
  readonly caller: Caller;
  /** The bearer token of this request. Never logged. */
  readonly token: string;
}

export interface Answer {
  readonly status: number;
  readonly body?: Json;
  /** Instead of `body`: a page. */
  readonly html?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * One method on one path template. `handle` is synchronous: it checks everything, then changes the org,
 * so a request has either happened as a whole or not at all.
 */
export interface Route {
  readonly method: Method;
  readonly template: string;
  handle(call: Call): Answer;
}

export const ok = (body: Json): Answer => ({ status: 200, body });
