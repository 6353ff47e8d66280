/** Proof key for code exchange (RFC 7636), S256 only: the facts name no other method. */
import { createHash } from 'node:crypto';

/** A SHA-256 in base64url without padding. */
export const isChallenge = (text: string): boolean => /^[\w-]{43}$/.test(text);

export function fitsChallenge(verifier: string, challenge: string): boolean {
  // 43 to 128 of the unreserved characters, as RFC 7636 has them.
  if (!/^[\w.~-]{43,128}$/.test(verifier)) return false;
  return createHash('sha256').update(verifier).digest('base64url') === challenge;
}
