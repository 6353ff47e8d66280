/** Where a sign-in may send the browser back to. */
import type { Switches } from '../switches.ts';
import type { SignInApp } from './apps.ts';

const loopbackNames: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * A registered address as it stands, and as long as the switch `redirectPort` says so any port of this machine, as the
 * official command line uses it (`http://localhost:PORT`).
 */
export function isAllowedRedirect(uri: string, app: SignInApp, switches: Switches): boolean {
  if (!URL.canParse(uri)) return false;
  if (app.redirectUris.includes(uri)) return true;
  return switches.redirectPort === 'any' && isLoopback(uri);
}

function isLoopback(uri: string): boolean {
  const url = new URL(uri);
  if (url.protocol !== 'http:' || !loopbackNames.has(url.hostname)) return false;
  // A fragment is forbidden by RFC 6749, and a name before the host has no business there.
  return !uri.includes('#') && url.username === '' && url.password === '';
}

/** The address with parameters added to what it has. */
export function withParameters(uri: string, parameters: Readonly<Record<string, string | undefined>>): string {
  const url = new URL(uri);
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) url.searchParams.set(name, value);
  return url.href;
}
