import { type Agent, request as httpsRequest, type RequestOptions } from 'node:https';
import { isIP } from 'node:net';
import type { PostAnswer, PostEvent } from '#core/events/model.ts';
import { guardedLookup, isRefusedAddress, REFUSED_ADDRESS } from './addresses.ts';
import { errorCode } from './fsError.ts';

export interface EventPostOptions {
  /** The way through a proxy, which then looks the name up itself. */
  readonly agentFor?: (host: string) => Agent | undefined;
  /** For the whole of one attempt, in ms of real time. */
  readonly timeoutMs?: number;
  readonly isRefused?: (address: string) => boolean;
  /** More for the connection, for tests. */
  readonly tls?: RequestOptions;
}

const TIMEOUT_MS = 10_000;
const LOCAL = 'The address leads to this machine or to its own network link, and events do not go there.';

/**
 * Posts an event over https with a verified certificate. No redirect is followed, no body of an answer is read, and no
 * credential goes along but the signature.
 */
export function eventPost(options: EventPostOptions = {}): PostEvent {
  const { agentFor, timeoutMs = TIMEOUT_MS, isRefused = isRefusedAddress, tls = {} } = options;
  return async ({ url, headers, body, signal }) => {
    const target = addressOf(url);
    if (target === undefined) return notAnswered('The address is not one of https without a user and a password.');
    const host = target.hostname.replace(/^\[|\]$/g, '');
    if (isIP(host) !== 0 && isRefused(host)) return notAnswered(LOCAL);
    const timeout = AbortSignal.timeout(timeoutMs);
    return new Promise((resolve) => {
      const agent = agentFor?.(host);
      const sent = httpsRequest(target, {
        ...tls,
        method: 'POST',
        // Without one of its own, an editor puts its proxy in.
        ...(agent && { agent }),
        lookup: guardedLookup(isRefused),
        headers: { ...headers, 'user-agent': 'wrapsmith', 'content-length': Buffer.byteLength(body) },
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      });
      sent.once('response', (response) => {
        const retryAfter = response.headers['retry-after'];
        resolve({
          answered: true,
          status: response.statusCode ?? 0,
          ...(retryAfter === undefined ? {} : { retryAfter }),
        });
        response.destroy();
      });
      sent.on('error', (error) => resolve(notAnswered(wordsFor(error, host, timeout.aborted))));
      sent.end(body);
    });
  };
}

function addressOf(url: string): URL | undefined {
  const target = URL.canParse(url) ? new URL(url) : undefined;
  const isPlain = target?.protocol === 'https:' && target.username === '' && target.password === '';
  return isPlain ? target : undefined;
}

const notAnswered = (message: string): PostAnswer => ({ answered: false, message });

function wordsFor(error: unknown, host: string, isLate: boolean): string {
  if (isLate) return `${host} did not answer in time.`;
  const code = errorCode(error) ?? '';
  if (code === REFUSED_ADDRESS) return LOCAL;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return `The name ${host} is not known. Check the address in genesys.yaml.`;
  if (code === 'ECONNREFUSED') return `${host} takes no connections there.`;
  if (code === 'EPROXY' || code === 'EPROXYAUTH') return `The proxy did not open the way to ${host}.`;
  if (/CERT|SSL|TLS|SIGNATURE|ISSUER/.test(code)) return `The certificate of ${host} could not be verified (${code}).`;
  if (code === 'EPROTO') return `The connection to ${host} could not be secured (${code}).`;
  return `The connection to ${host} ended${code === '' ? '' : ` (${code})`}.`;
}
