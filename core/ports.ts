/**
 * What the core needs from the world. Each port is passed in by a host (client, CLI, server, tests);
 * the core itself touches no clock, no disk, no environment and no randomness.
 */

/** Time, in milliseconds since the epoch. Tests share a fake one, so no test waits for real seconds. */
export interface Clock {
  now(): number;
  /** Resolves after `ms` milliseconds; rejects with the signal's reason when it is aborted first. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** Uniform numbers in [0, 1). */
export interface Random {
  next(): number;
}

/** A log that a host shows somewhere quiet. Messages never hold a token or a secret. */
export interface Logger {
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** One line of an apply's journal; `at` is milliseconds since the epoch. Details: core/deploy/apply/journalRecords.ts. */
export interface JournalRecord {
  readonly at: number;
  readonly apply: string;
  readonly event: 'begin' | 'intent' | 'outcome' | 'result' | 'end';
  readonly detail: Readonly<Record<string, unknown>>;
}

/**
 * Written before each request that changes the org and after its answer, so that a crash leaves
 * a trace of what may have happened. `append` resolves only when the record is durable.
 */
export interface Journal {
  append(record: JournalRecord): Promise<void>;
}

/** What earlier applies wrote down. */
export interface JournalReader {
  /** Ids of the applies of an org, the oldest first. */
  applies(orgId: string): Promise<readonly string[]>;
  /**
   * The records of one apply in their order; none where there is no such apply. A last line that was cut off by a crash is
   * left out: it was never durable.
   */
  read(orgId: string, apply: string): Promise<readonly JournalRecord[]>;
}

/** Only one apply at a time changes an org, over all windows and command lines of this machine. */
export interface OrgLock {
  /** Takes it, or says who has it. A holder that is no longer alive has it no more. */
  take(orgId: string, holder: LockHolder): Promise<LockAnswer>;
}

export interface LockHolder {
  /** What the other side is told: `the command line`, `a window of the editor`. */
  readonly who: string;
  readonly apply: string;
  /** Milliseconds since the epoch. */
  readonly since: number;
}

export type LockAnswer =
  | { readonly taken: true; release(): Promise<void> }
  | { readonly taken: false; readonly by: LockHolder };

/** Secrets by key; SecretStorage in the editor, environment variables in the CLI, a map in tests. */
export interface SecretStore {
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string): Promise<void>;
  delete(key: string): Promise<void>;
}
