/** `POST /oauth/token`. Its errors have the shape of OAuth, not of the API. */
import type { Answer } from '../exchange.ts';
import { mediaType } from '../mediaType.ts';
import type { Client } from '../org/model.ts';
import { callerOf, type IssuedToken, type TokenStore } from '../tokens.ts';
import type { Login } from './authorize.ts';
import { appNamed, clientNamed, credentialsOf } from './clientAuthentication.ts';
import { fitsChallenge } from './pkce.ts';
import { activeUsers, userCaller } from './rights.ts';
import type { Granted } from './sessions.ts';
import type { SignInApp } from './apps.ts';

export interface TokenRequest {
  readonly authorization: string | undefined;
  readonly contentType: string | undefined;
  readonly body: string;
}

export interface Issuer extends Login {
  readonly tokens: TokenStore;
}

/** The form of a token request, or the refusal of a body that is none. */
export function formOf(request: TokenRequest): URLSearchParams | Answer {
  if (mediaType(request.contentType) === 'application/x-www-form-urlencoded') return new URLSearchParams(request.body);
  return refused(400, 'invalid_request', 'The request body must be a form');
}

/** Issues a token for client credentials, a code or a refresh token; every other grant is refused. */
export function issueToken(issuer: Issuer, request: TokenRequest): Answer {
  const form = formOf(request);
  if (!(form instanceof URLSearchParams)) return form;
  const sent = credentialsOf(request.authorization, form, issuer.switches);
  const grant = form.get('grant_type');
  if (grant === 'authorization_code' || grant === 'refresh_token') {
    const app = appNamed(issuer.apps, sent);
    if (!app) return unknownClient(issuer);
    return grant === 'refresh_token' ? refreshed(issuer, app, form) : exchanged(issuer, app, form);
  }
  const clients: readonly Client[] = Object.values(issuer.org.clients);
  const client = clientNamed(clients, sent);
  if (!client) return unknownClient(issuer);
  if (grant === null) return refused(400, 'invalid_request', 'grant_type is missing');
  if (grant !== 'client_credentials') return refused(400, 'unsupported_grant_type', 'grant type is not supported');
  return issued(issuer, issuer.tokens.issue(callerOf(client)));
}

/** A code for a token. A code that was shown counts no more, whatever else is wrong. */
function exchanged(issuer: Issuer, app: SignInApp, form: URLSearchParams): Answer {
  const granted = issuer.sessions.useCode(form.get('code') ?? '');
  if (!granted) return invalidGrant('The code is unknown, used or over');
  const { request } = granted;
  if (request.app.id !== app.id) return invalidGrant('The code was given to another client');
  if (request.redirectUri !== form.get('redirect_uri')) return invalidGrant('redirect_uri is not the one of the code');
  if (request.challenge !== undefined && !fitsChallenge(form.get('code_verifier') ?? '', request.challenge)) {
    return invalidGrant('code_verifier does not fit');
  }
  const isRefreshable = app.secret !== undefined || issuer.switches.pkceRefreshToken === 'given';
  return tokenFor(issuer, app, granted, isRefreshable ? issuer.sessions.newRefreshToken(granted) : undefined);
}

function refreshed(issuer: Issuer, app: SignInApp, form: URLSearchParams): Answer {
  const value = form.get('refresh_token') ?? '';
  const granted = issuer.sessions.findRefreshToken(value);
  if (!granted || granted.request.app.id !== app.id) return invalidGrant('The refresh token is unknown or over');
  if (issuer.switches.refreshTokenRotation === 'kept') return tokenFor(issuer, app, granted, value);
  issuer.sessions.dropRefreshToken(value);
  return tokenFor(issuer, app, granted, issuer.sessions.newRefreshToken(granted));
}

function tokenFor(issuer: Issuer, app: SignInApp, granted: Granted, refreshToken: string | undefined): Answer {
  const user = activeUsers(issuer.org).find(({ id }) => id === granted.userId);
  if (!user) return invalidGrant('The user is not active any more');
  return issued(issuer, issuer.tokens.issue(userCaller(user, app), granted.session), refreshToken);
}

/** The published answer with a token. */
export function issued({ tokens }: Pick<Issuer, 'tokens'>, token: IssuedToken, refreshToken?: string): Answer {
  return {
    status: 200,
    body: {
      access_token: token.value,
      token_type: 'bearer',
      expires_in: tokens.lifetime,
      ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
    },
    headers: { 'Cache-Control': 'no-store' },
  };
}

const unknownClient = ({ switches }: Issuer): Answer =>
  refused(Number(switches.badClientStatus), 'invalid_client', 'authentication failed');

export const invalidGrant = (description: string): Answer => refused(400, 'invalid_grant', description);

/** `error` and both descriptions were seen in reports of failed logins; the other codes are those of RFC 6749. */
export function refused(status: number, error: string, description: string): Answer {
  return { status, body: { error, description, error_description: description } };
}
