/** The login host: the sign-in page, what was said on it, and tokens. */
import { methodNotAllowed } from '../errors.ts';
import type { Answer } from '../exchange.ts';
import { authorize } from './authorize.ts';
import { decide } from './decide.ts';
import { formOf, type Issuer, issueToken, type TokenRequest } from './token.ts';

export interface LoginRequest extends TokenRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** As the request names this machine, with the port. */
  readonly host: string;
}

/** The answer, or undefined for a path that is not the login's. Throws a `Refusal` for a wrong method. */
export function answerLogin(issuer: Issuer, request: LoginRequest): Answer | undefined {
  switch (request.path) {
    case '/oauth/authorize':
      requireMethod(request, 'GET');
      return authorize(issuer, request.query);
    case '/oauth/consent': {
      requireMethod(request, 'POST');
      const form = formOf(request);
      return form instanceof URLSearchParams ? decide(issuer, form) : form;
    }
    case '/oauth/token':
      requireMethod(request, 'POST');
      return issueToken(issuer, request);
    default:
      return undefined;
  }
}

function requireMethod({ method }: LoginRequest, allowed: string): void {
  if (method !== allowed) throw methodNotAllowed([allowed]);
}
