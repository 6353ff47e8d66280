/** Audit entries as short as a test can say them. */
import * as fc from 'fast-check';
import { chained, EMPTY_CHAIN, lineText } from '#core/audit/chain.ts';
import { type AuditHead, headOf } from '#core/audit/head.ts';
import type { AuditEntry, AuditLine } from '#core/audit/model.ts';

export const entry = (change: string, more: Partial<AuditEntry> = {}): AuditEntry => ({
  at: '2026-11-20T12:00:00.000Z',
  apply: 'a1',
  change,
  action: 'create',
  actor: { kind: 'client', id: '6f1f0c52-7d3b-4c1e-9a57-2f8d3e5b1a90' },
  org: { id: 'org-1', name: 'Acme' },
  environment: 'dev',
  name: change,
  after: { name: change },
  call: { method: 'POST', path: '/api/v2/routing/wrapupcodes', body: { name: change } },
  outcome: 'done',
  correlationId: 'c-1',
  latencyMs: 120,
  fingerprint: 'f'.repeat(64),
  ...more,
});

export interface KeptTrail {
  readonly lines: readonly string[];
  readonly head: AuditHead | undefined;
}

/** The trail of these entries, as a file and its head have it. */
export function trailOf(entries: readonly AuditEntry[]): KeptTrail {
  const lines: AuditLine[] = [];
  for (const one of entries) lines.push(chained(lines.at(-1) ?? EMPTY_CHAIN, one));
  const last = lines.at(-1);
  return { lines: lines.map(lineText), head: last && headOf(last) };
}

const text = fc.string({ unit: 'binary', maxLength: 12 });

/** Entries with all that may be odd in a name, each of another change. */
export const anyEntries = (minLength: number): fc.Arbitrary<readonly AuditEntry[]> =>
  fc
    .array(fc.record({ name: text, after: fc.jsonValue({ maxDepth: 2 }), environment: text }), {
      minLength,
      maxLength: 12,
    })
    .map((all) => all.map((one, index) => entry(`create:${index}`, one)));
