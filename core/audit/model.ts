/** One line of the audit trail, as plain data: what was done to an org, by whom, and what came of it. */
import type { Call, Change, NamedRef, Outcome } from '../deploy/model.ts';

/** Whose credentials did it: an id only, since names and addresses of people stay out of the trail. */
export interface Actor {
  readonly kind: 'user' | 'client';
  readonly id: string;
}

export interface AuditEntry {
  /** ISO 8601 in UTC: when the outcome was known. */
  readonly at: string;
  /** The apply and the change within it: together once in the whole trail. */
  readonly apply: string;
  readonly change: string;
  readonly action: Change['kind'];
  readonly actor: Actor;
  readonly org: NamedRef;
  readonly environment: string;
  /** The code's, the queue's or the table's name in the file. */
  readonly name: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly call: Call;
  readonly outcome: Exclude<Outcome, 'not attempted'>;
  /** What happened, for everything but a plain `done`. */
  readonly message?: string;
  readonly correlationId?: string;
  /** From sending to the answer, in ms; absent where there was none. */
  readonly latencyMs?: number;
  /** The plan's. */
  readonly fingerprint: string;
}

/** An entry in its place: `hash` is SHA-256 in hex over the canonical JSON of all the other fields. */
export interface AuditLine extends AuditEntry {
  /** From 1, without gaps. */
  readonly seq: number;
  /** The hash of the line before; 64 zeros at the beginning. */
  readonly previous: string;
  readonly hash: string;
}

/** Append-only. Resolves when the line is durable; the same apply and change a second time changes nothing. */
export interface AuditLog {
  append(entry: AuditEntry): Promise<void>;
}
