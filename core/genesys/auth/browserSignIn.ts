/** Signing a person in with a browser: authorization code with PKCE over a redirect to this machine (RFC 7636, RFC 8252). */
import * as oauth from 'oauth4webapi';
import type { Clock, Logger, Random } from '../../ports.ts';
import { GenesysError } from '../error.ts';
import { cancelled } from '../failure.ts';
import type { AgentFor } from '../http.ts';
import { createWire } from '../http.ts';
import type { CallOptions } from '../request.ts';
import type { Target } from '../target.ts';
import type { TokenFetch, UserTokens } from './credentials.ts';
import { AUTHORIZE_PATH, loginServer, through, tokensOf } from './login.ts';
import { createTokenFetch } from './tokenFetch.ts';

/** Where the browser comes back to: an address of this machine that listens until it is closed. */
export interface RedirectListener {
  /** `http://127.0.0.1:<port>/…`, as it is sent to the login service. */
  readonly redirectUri: string;
  /** The query of the first call that `accepts` says is meant; it never rejects. */
  readonly answer: Promise<URLSearchParams>;
  close(): void;
}

/** What the sign-in needs from the host. */
export interface BrowserPorts {
  /** Calls that are not accepted are answered and forgotten: any page in the browser can make one. */
  listen(accepts: (answer: URLSearchParams) => boolean): Promise<RedirectListener>;
  /** Shows the login page. The host says so itself where it cannot, and how else to open it. */
  open(url: string): Promise<void>;
}

export interface BrowserSignIn {
  readonly target: Target;
  /** An OAuth client of the grant Code Authorization with PKCE; it has no secret here. */
  readonly clientId: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  readonly agentFor?: AgentFor;
}

/** How long somebody may take in the browser. */
export const BROWSER_PATIENCE_MS = 5 * 60_000;
const TIMEOUT_MS = 30_000;

const ASKED = { method: 'GET', path: AUTHORIZE_PATH } as const;

/**
 * Opens the login page and waits for the browser to come back. S256 and a `state` always; no scope is asked for, since
 * the OAuth client has its own. Not known of the platform: whether it lets the port of a registered loopback redirect
 * differ, as RFC 8252 wants; where it does not, the host listens on the registered port. Throws `GenesysError`:
 * `unauthorized` where the login service refused, `interrupted` after `BROWSER_PATIENCE_MS`, `cancelled` by the signal.
 */
export async function browserSignIn(
  parts: BrowserSignIn,
  ports: BrowserPorts,
  options: CallOptions = {},
): Promise<UserTokens> {
  const { target, clientId } = parts;
  if (options.signal?.aborted === true) throw new GenesysError(cancelled(ASKED));
  const verifier = oauth.generateRandomCodeVerifier();
  const state = oauth.generateRandomState();
  const challenge = await oauth.calculatePKCECodeChallenge(verifier);
  const listener = await ports.listen((answer) => answer.get('state') === state);
  try {
    const { redirectUri } = listener;
    await ports.open(authorizeUrl(target, { clientId, redirectUri, state, challenge }));
    const answer = await inTime(listener.answer, parts.clock, options.signal);
    const wire = createWire([target.loginUrl], TIMEOUT_MS, target.loopback ? undefined : parts.agentFor);
    try {
      const fetchToken = createTokenFetch({ ...parts, wire, onWait: () => undefined });
      return await redeem(parts, { answer, redirectUri, state, verifier }, fetchToken, options);
    } finally {
      wire.close();
    }
  } finally {
    listener.close();
  }
}

interface Asked {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly state: string;
  readonly challenge: string;
}

function authorizeUrl(target: Target, { clientId, redirectUri, state, challenge }: Asked): string {
  const url = new URL(loginServer(target).authorization_endpoint);
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    state,
  }).toString();
  return url.href;
}

interface Returned {
  readonly answer: URLSearchParams;
  readonly redirectUri: string;
  readonly state: string;
  readonly verifier: string;
}

async function redeem(
  { target, clientId, clock }: BrowserSignIn,
  { answer, redirectUri, state, verifier }: Returned,
  fetchToken: TokenFetch,
  options: CallOptions,
): Promise<UserTokens> {
  const server = loginServer(target);
  const client: oauth.Client = { client_id: clientId };
  const checked = checkedAnswer(server, client, answer, state);
  const secrets = [checked.get('code') ?? '', verifier];
  const way = through(fetchToken, 'authorizationCode', secrets, target.loopback, options);
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    checked,
    redirectUri,
    verifier,
    way,
  );
  return tokensOf('authorizationCode', clock, () => oauth.processAuthorizationCodeResponse(server, client, response));
}

function checkedAnswer(
  server: oauth.AuthorizationServer,
  client: oauth.Client,
  answer: URLSearchParams,
  state: string,
): URLSearchParams {
  try {
    const checked = oauth.validateAuthResponse(server, client, answer, state);
    if (checked.get('code')) return checked;
  } catch (error) {
    if (error instanceof oauth.AuthorizationResponseError) throw refusedInBrowser(error.error);
  }
  throw refusedInBrowser('invalid_response');
}

/** `code` is one of RFC 6749, section 4.1.2.1; anything else that stands there is not repeated. */
const refusedInBrowser = (code: string): GenesysError =>
  new GenesysError({
    kind: 'unauthorized',
    method: 'GET',
    path: AUTHORIZE_PATH,
    grant: 'authorizationCode',
    ...(/^[a-z_]{1,40}$/.test(code) ? { code } : {}),
    message: 'The login page did not sign anybody in.',
    ambiguous: false,
  });

async function inTime<T>(answer: Promise<T>, clock: Clock, signal: AbortSignal | undefined): Promise<T> {
  const over = new AbortController();
  const ends = signal === undefined ? over.signal : AbortSignal.any([over.signal, signal]);
  const tooLate = clock.sleep(BROWSER_PATIENCE_MS, ends).then(
    () => {
      throw new GenesysError({
        ...ASKED,
        kind: 'interrupted',
        grant: 'authorizationCode',
        message: `the browser did not come back within ${BROWSER_PATIENCE_MS / 60_000} minutes`,
        ambiguous: false,
      });
    },
    () => {
      throw new GenesysError(cancelled(ASKED));
    },
  );
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    over.abort();
    tooLate.catch(() => undefined);
  }
}
