/** Where a JWT may be sent. */
import { isLoopbackHost, type Target } from '../target.ts';
import type { Gateway } from './credentials.ts';

export type GatewayResult =
  | { readonly ok: true; readonly gateway: Gateway }
  | { readonly ok: false; readonly why: string };

/**
 * The token endpoint of an identity gateway: https, or plain http on this very machine. `address` is the user's own, from
 * their settings or the environment, never from a file of a workspace. Nothing of it is repeated in `why`.
 */
export function gatewayAddress(address: string): GatewayResult {
  const refusal =
    'The address of the identity gateway must look like https://gateway.example.com/oauth/token, without a user name or a fragment; http is allowed on this machine only.';
  const text = address.trim();
  if (!URL.canParse(text)) return { ok: false, why: refusal };
  const { protocol, hostname, username, password, hash, href } = new URL(text);
  const safe = protocol === 'https:' || (protocol === 'http:' && isLoopbackHost(hostname));
  if (!safe || username !== '' || password !== '' || hash !== '') return { ok: false, why: refusal };
  return { ok: true, gateway: { tokenUrl: href } };
}

/** Whether tokens of a gateway are for a target: what a gateway of a real org gives is not shown to a sandbox. */
export const gatewayFits = ({ tokenUrl }: Gateway, target: Target): boolean =>
  !target.loopback || isLoopbackHost(new URL(tokenUrl).hostname);
