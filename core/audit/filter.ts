import { parseInstant } from '../contract/instant.ts';
import type { AuditEntry } from './model.ts';

/** What a reader of the trail wants to see; what is left out does not matter. */
export interface AuditFilter {
  /** Milliseconds since the epoch: this instant and later. */
  readonly since?: number;
  readonly environment?: string;
  /** A part of the name, in any case. */
  readonly code?: string;
  readonly apply?: string;
  readonly outcome?: AuditEntry['outcome'];
}

export function matchesFilter(entry: AuditEntry, filter: AuditFilter): boolean {
  const { since, environment, code, apply, outcome } = filter;
  return (
    (since === undefined || (parseInstant(entry.at) ?? Infinity) >= since) &&
    (environment === undefined || entry.environment === environment) &&
    (code === undefined || entry.name.toLowerCase().includes(code.toLowerCase())) &&
    (apply === undefined || entry.apply === apply) &&
    (outcome === undefined || entry.outcome === outcome)
  );
}
