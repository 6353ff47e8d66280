/** What a reviewed plan rests on, as one short text: if any of it moves, the plan is made and shown again. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { canonicalJson } from './canonical.ts';
import type { Desired } from './desired.ts';
import type { Matched } from './match.ts';
import type { Change, NotDeployed, OrgSnapshot } from './model.ts';

export interface FingerprintParts {
  readonly org: OrgSnapshot;
  readonly environment: string;
  readonly desired: Desired;
  readonly matched: readonly Matched[];
  readonly changes: readonly Change[];
  readonly notDeployed: readonly NotDeployed[];
}

/**
 * SHA-256 in hex. Of the files' content (not their paths, which differ between machines), of the codes
 * they stand for as the org has them now, of what will be sent, and of what the instant decided.
 */
export function fingerprintOf(parts: FingerprintParts): string {
  const { org, environment, desired, matched, changes, notDeployed } = parts;
  const touched = matched.map(({ entry: { path: _path, ...entry }, match }) => ({ entry, match }));
  const text = canonicalJson({
    format: 1,
    org: org.organization.id,
    environment,
    touched,
    excluded: desired.excluded.map(({ name }) => name),
    changes: changes.map(({ id, kind, why, ...rest }) => ({
      id,
      kind,
      why: kind === 'blocked' ? undefined : why,
      call: 'call' in rest ? rest.call : undefined,
    })),
    notDeployed: notDeployed.map(({ kind, name, why }) => ({ kind, name, why })),
  });
  return bytesToHex(sha256(new TextEncoder().encode(text)));
}
