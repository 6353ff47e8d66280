import type { Agent } from 'node:https';
import { tunnelAgent } from './tunnel.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** `reason` is a sentence; it never holds the value, which may have a password in it. */
export type ProxyChoice =
  | { readonly ok: true; readonly agentFor: (host: string) => Agent | undefined }
  | { readonly ok: false; readonly reason: string };

/**
 * The way to hosts behind a corporate proxy, as other command lines read it: `HTTPS_PROXY` (or `ALL_PROXY`), but not to
 * the hosts that `NO_PROXY` names. Lower-case names count too, and win. Without a proxy `agentFor` gives nothing.
 */
export function proxyFromEnv(env: Env): ProxyChoice {
  const [name, value] = firstOf(env, ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY']);
  if (value === '') return { ok: true, agentFor: () => undefined };
  const written = value.includes('://') ? value : `http://${value}`;
  const proxy = URL.canParse(written) ? new URL(written) : undefined;
  if (proxy === undefined || !['http:', 'https:'].includes(proxy.protocol) || proxy.hostname === '') {
    return { ok: false, reason: `${name} is not the address of an HTTP proxy, such as http://proxy.example.com:8080.` };
  }
  const [, exceptions] = firstOf(env, ['no_proxy', 'NO_PROXY']);
  const agent = tunnelAgent(proxy);
  return { ok: true, agentFor: (host) => (isExcepted(host, exceptions) ? undefined : agent) };
}

/** `*`, a host, or a domain with or without a leading `.` or `*.`; a port after it must be that of https. */
function isExcepted(host: string, list: string): boolean {
  return list.split(/[\s,]+/).some((entry) => {
    const [name = '', port = '443'] = entry.toLowerCase().split(':');
    if (name === '*') return true;
    const domain = name.replace(/^\*?\./, '');
    return domain !== '' && port === '443' && (host === domain || host.endsWith(`.${domain}`));
  });
}

function firstOf(env: Env, names: readonly string[]): readonly [name: string, value: string] {
  for (const name of names) {
    const value = env[name]?.trim();
    if (value) return [name, value];
  }
  return ['', ''];
}
