/** What a reviewed plan rests on, as one short text: if any of it moves, the plan is made and shown again. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { canonicalJson } from './canonical.ts';
import type { PlanFacts } from './facts.ts';
import type { Change } from './model.ts';

/**
 * SHA-256 in hex. Of the files' content (not their paths, which differ between machines), of the codes they stand for as
 * the org has them now, of what will be sent and what it replaces, and of what the instant decided. What is selected of
 * the plan later does not count: all of it was there to be reviewed.
 */
export function fingerprintOf({ request, desired, matched, declared }: PlanFacts, changes: readonly Change[]): string {
  const text = canonicalJson({
    format: 2,
    org: request.org.organization.id,
    environment: request.target.name,
    touched: matched.map(({ entry: { path: _path, ...entry }, match }) => ({ entry, match })),
    declared: declared.map(({ name, declaration, queue }) => ({
      name,
      declaration,
      queue: queue.ok ? queue.value.id : undefined,
    })),
    excluded: desired.excluded.map(({ name }) => name),
    changes: changes.map(contentOf),
  });
  return bytesToHex(sha256(new TextEncoder().encode(text)));
}

/** A blocked entry's words may name its file. */
function contentOf(change: Change): unknown {
  if (change.kind === 'blocked') return { id: change.id, kind: change.kind };
  const { path: _path, ...content } = change;
  if (content.kind !== 'delete') return content;
  const { queues, outbound, rules, queries } = content.pointing;
  const words = [rules, queries].map((places) => places.map(({ what }) => what));
  return { ...content, pointing: { queues, outbound, words } };
}
