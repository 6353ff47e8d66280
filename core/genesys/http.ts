/**
 * One request and its answer, as plain data. The only file that sees axios: an axios error carries
 * the request's headers, and with them the token, so none ever leaves this file.
 */
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { create, isCancel } from 'axios';
import { nothingWasSent, transportWords } from './transportError.ts';

export interface WireRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Ends the request at once; leave it out for writes, whose answer must be awaited. */
  readonly signal?: AbortSignal;
}

export type WireAnswer =
  | {
      readonly answered: true;
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly text: string;
    }
  | { readonly answered: false; readonly kind: 'unreachable' | 'interrupted' | 'cancelled'; readonly message: string };

export interface Wire {
  /** Never throws: whatever happened is in the answer. Any status counts as answered. */
  send(request: WireRequest): Promise<WireAnswer>;
  /** Closes the idle connections. */
  close(): void;
}

const MB = 1024 * 1024;
/** The largest answer that is read. A page of 100 entities is far below it; an answer of aggregates has no pages. */
const MOST_ANSWER_BYTES = 128 * MB;

/** Another way to a host than straight: the host's own agent, or nothing. */
export type AgentFor = (host: string) => HttpsAgent | undefined;

/**
 * `origins` are the only places requests go to; `timeoutMs` bounds connecting and each silence of
 * the other side, so that a dead connection ends instead of hanging.
 */
export function createWire(
  origins: readonly string[],
  timeoutMs: number,
  agentFor?: AgentFor,
  mostBytes = MOST_ANSWER_BYTES,
): Wire {
  const agents = { http: new HttpAgent({ keepAlive: true }), https: new HttpsAgent({ keepAlive: true }) };
  const client = create({
    adapter: 'http',
    httpAgent: agents.http,
    httpsAgent: agents.https,
    timeout: timeoutMs,
    maxRedirects: 0,
    maxContentLength: mostBytes,
    // A proxy is an agent of the host's choice. Loopback and editors, which have their own way, get none.
    proxy: false,
    // Text, so that broken JSON is told apart from an answer and its status is kept.
    responseType: 'text',
    transformResponse: [(data: unknown) => data],
    transitional: { silentJSONParsing: false, forcedJSONParsing: false, clarifyTimeoutError: true },
    validateStatus: () => true,
  });
  const ways = new Set<HttpsAgent>([agents.https]);
  const wayTo = (host: string): HttpsAgent => {
    const way = agentFor?.(host) ?? agents.https;
    ways.add(way);
    return way;
  };
  return {
    async send(request) {
      const { origin, hostname, host } = new URL(request.url);
      if (!origins.includes(origin)) {
        return { answered: false, kind: 'unreachable', message: 'The address is not the one that was signed in to.' };
      }
      try {
        const response = await client.request<unknown>({
          method: request.method,
          url: request.url,
          headers: { ...request.headers },
          data: request.body,
          httpsAgent: wayTo(hostname),
          ...(request.signal === undefined ? {} : { signal: request.signal }),
        });
        return {
          answered: true,
          status: response.status,
          headers: plainHeaders(response.headers),
          text: typeof response.data === 'string' ? response.data : '',
        };
      } catch (error) {
        if (isCancel(error)) return { answered: false, kind: 'cancelled', message: 'The request was cancelled.' };
        if (isTooLarge(error)) {
          const message = `the answer is larger than ${mostBytes / MB} MB, so less has to be asked for at once`;
          return { answered: false, kind: 'interrupted', message };
        }
        return nothingWasSent(error)
          ? { answered: false, kind: 'unreachable', message: transportWords(error, host) }
          : { answered: false, kind: 'interrupted', message: transportWords(error) };
      }
    },
    close() {
      agents.http.destroy();
      for (const way of ways) way.destroy();
    },
  };
}

/** The library gives it the code of a cut connection; only its words tell them apart. */
const isTooLarge = (error: unknown): boolean =>
  error instanceof Error && error.message.startsWith('maxContentLength size');

function plainHeaders(headers: object): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (typeof value === 'string' || typeof value === 'number') plain[name.toLowerCase()] = String(value);
  }
  return plain;
}
