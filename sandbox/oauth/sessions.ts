/** What lies between the sign-in page and a token: open pages, codes and refresh tokens. In memory, on the clock. */
import type { Clock } from '../clock.ts';
import { newSecret, type TokenStore } from '../tokens.ts';
import type { SignInApp } from './apps.ts';

/** What a program asked for when it opened the sign-in page. */
export interface SignInRequest {
  readonly app: SignInApp;
  readonly redirectUri: string;
  readonly state?: string;
  readonly challenge?: string;
}

/** What a code or a refresh token stands for. */
export interface Granted {
  readonly request: SignInRequest;
  readonly userId: string;
  /** Names the sign-in. */
  readonly session: string;
}

export interface SignInSessions {
  /** Keeps a request while its page is open; the answer names it. */
  open(request: SignInRequest): string;
  /** The request of an open page, once. */
  close(page: string): SignInRequest | undefined;
  newCode(request: SignInRequest, userId: string): string;
  /** What a code stands for, once. A second use ends the sign-in that the first one began (RFC 6749, 4.1.2). */
  useCode(code: string): Granted | undefined;
  newRefreshToken(granted: Granted): string;
  findRefreshToken(value: string): Granted | undefined;
  dropRefreshToken(value: string): void;
}

/** How long a page may stay open and how long a code counts; no number is published. */
export const pageMinutes = 10;
export const codeSeconds = 60;

export function createSignInSessions(clock: Clock, tokens: TokenStore): SignInSessions {
  const pages = new Map<string, { readonly request: SignInRequest; readonly until: number }>();
  const codes = new Map<string, { readonly granted: Granted; readonly until: number }>();
  const used = new Map<string, Granted>();
  const refreshTokens = new Map<string, Granted>();
  return {
    open(request) {
      const page = newSecret();
      pages.set(page, { request, until: clock.now() + pageMinutes * 60_000 });
      return page;
    },
    close(page) {
      const found = pages.get(page);
      pages.delete(page);
      return found && found.until > clock.now() ? found.request : undefined;
    },
    newCode(request, userId) {
      const code = newSecret();
      codes.set(code, { granted: { request, userId, session: newSecret() }, until: clock.now() + codeSeconds * 1000 });
      return code;
    },
    useCode(code) {
      const before = used.get(code);
      if (before) tokens.revokeSession(before.session);
      const found = codes.get(code);
      if (!found) return undefined;
      codes.delete(code);
      used.set(code, found.granted);
      return found.until > clock.now() ? found.granted : undefined;
    },
    newRefreshToken(granted) {
      const value = newSecret();
      refreshTokens.set(value, granted);
      return value;
    },
    findRefreshToken(value) {
      const granted = refreshTokens.get(value);
      if (granted && tokens.isOpen(granted.session)) return granted;
      refreshTokens.delete(value);
      return undefined;
    },
    dropRefreshToken: (value) => void refreshTokens.delete(value),
  };
}
