/** `GET /oauth/authorize`: checks what a program asks for and shows the page, or says why not. */
import type { Answer } from '../exchange.ts';
import type { Org } from '../org/model.ts';
import type { Switches } from '../switches.ts';
import type { SignInApps } from './apps.ts';
import { consentPage } from './consentPage.ts';
import { refusalPage } from './page.ts';
import { isChallenge } from './pkce.ts';
import { isAllowedRedirect, withParameters } from './redirectUri.ts';
import type { SignInRequest, SignInSessions } from './sessions.ts';

export interface Login {
  readonly org: Org;
  readonly apps: SignInApps;
  readonly sessions: SignInSessions;
  readonly switches: Switches;
}

/**
 * An unknown app and an address that is not its own are told to the person: nothing may be sent there. Everything
 * else goes back to the program as `error` (RFC 6749, 4.1.2.1).
 */
export function authorize(login: Login, query: URLSearchParams): Answer {
  const app = Object.values(login.apps).find(({ id }) => id === query.get('client_id'));
  if (!app) return refusalPage('The program that sent you here has a client id that this org does not know.');
  const redirectUri = query.get('redirect_uri') ?? '';
  if (!isAllowedRedirect(redirectUri, app, login.switches)) {
    return refusalPage('The program wants you sent back to an address that is not registered for it.');
  }
  const state = query.get('state') ?? undefined;
  const problem = problemOf(query, app.secret === undefined);
  if (problem) return sentBack(redirectUri, { ...problem, state });
  const challenge = query.get('code_challenge') ?? undefined;
  const request: SignInRequest = {
    app,
    redirectUri,
    ...(state === undefined ? {} : { state }),
    ...(challenge === undefined ? {} : { challenge }),
  };
  return consentPage(login.org, request, login.sessions.open(request));
}

/** A redirect to the program. `status` 303 makes the browser GET after a form. */
export function sentBack(
  uri: string,
  parameters: Readonly<Record<string, string | undefined>>,
  status: 302 | 303 = 302,
): Answer {
  return { status, headers: { Location: withParameters(uri, parameters), 'Cache-Control': 'no-store' } };
}

interface Problem {
  readonly error: string;
  readonly error_description: string;
}

/** The codes are those of RFC 6749 and RFC 7636; no source shows the platform's. */
function problemOf(query: URLSearchParams, needsProof: boolean): Problem | undefined {
  const type = query.get('response_type');
  if (type === null) return invalid('response_type is missing');
  if (type !== 'code') return { error: 'unsupported_response_type', error_description: 'Only code is supported' };
  const challenge = query.get('code_challenge');
  if (challenge === null) return needsProof ? invalid('code_challenge is missing') : undefined;
  // Without a method RFC 7636 means `plain`, which the facts do not name.
  if (query.get('code_challenge_method') !== 'S256') return invalid('code_challenge_method must be S256');
  return isChallenge(challenge) ? undefined : invalid('code_challenge is no SHA-256 in base64url');
}

const invalid = (description: string): Problem => ({ error: 'invalid_request', error_description: description });
