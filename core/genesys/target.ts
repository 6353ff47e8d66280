/**
 * Where tokens may go: the published regions, or a sandbox on this very machine. A workspace file
 * can therefore never send a token to a host of its own choice.
 */
import { findRegion } from '../contract/regions.ts';

export interface Target {
  /** As shown to people: a domain, or the sandbox's address. */
  readonly label: string;
  /** Origin without a trailing slash; client credentials are sent here and nowhere else. */
  readonly loginUrl: string;
  /** Origin without a trailing slash; tokens are sent here and nowhere else. */
  readonly apiUrl: string;
  /** True for a sandbox: plain http is allowed on the loopback interface only. */
  readonly loopback: boolean;
}

export type TargetResult =
  | { readonly ok: true; readonly target: Target }
  | { readonly ok: false; readonly why: string };

const LOOPBACK_HOSTS: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Whether a host name of an address stands for this very machine. */
export const isLoopbackHost = (hostname: string): boolean => LOOPBACK_HOSTS.has(hostname);

/** `region` is a domain (`mypurecloud.ie`) or an AWS name (`eu-west-1`), in any case. */
export function regionTarget(region: string): TargetResult {
  const found = findRegion(region);
  if (found === undefined) {
    return {
      ok: false,
      why: `"${region.trim()}" is not a published Genesys Cloud region. Use a domain such as mypurecloud.ie or an AWS name such as eu-west-1.`,
    };
  }
  return {
    ok: true,
    target: {
      label: found.domain,
      loginUrl: `https://${found.loginHost}`,
      apiUrl: `https://${found.apiHost}`,
      loopback: false,
    },
  };
}

/** `url` is the address that the sandbox printed when it started: login and API share it. */
export function sandboxTarget(url: string): TargetResult {
  const refusal =
    'A sandbox address must look like http://127.0.0.1:8080, because credentials are sent to it and may not leave this machine.';
  if (!URL.canParse(url)) return { ok: false, why: refusal };
  const parsed = new URL(url);
  const bare =
    parsed.pathname === '/' &&
    parsed.search === '' &&
    parsed.hash === '' &&
    parsed.username === '' &&
    parsed.password === '';
  if (parsed.protocol !== 'http:' || !isLoopbackHost(parsed.hostname) || !bare) return { ok: false, why: refusal };
  return { ok: true, target: { label: parsed.origin, loginUrl: parsed.origin, apiUrl: parsed.origin, loopback: true } };
}
