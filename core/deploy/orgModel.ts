/** An org as a plan sees it, as plain data. */

export interface NamedRef {
  readonly id: string;
  readonly name: string;
}

/** A wrap-up code as the org has it (`WrapupCode`); `division.id` is `*` for all divisions. */
export interface OrgCode {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly division?: { readonly id: string; readonly name?: string };
  readonly dateModified?: string;
}

export interface OrgQueue {
  readonly id: string;
  readonly name: string;
  /** `acwSettings.wrapupPrompt`, where the org says it. */
  readonly wrapupPrompt?: string;
  /** `acwSettings.timeoutMs`, where the org says it. */
  readonly wrapupTimeoutMs?: number;
}

/** `acwSettings` of a queue, as far as a catalog speaks of it. */
export interface AfterCallWorkFields {
  readonly wrapupPrompt?: string;
  /** Milliseconds. */
  readonly timeoutMs?: number;
}

/** The org's one document of outbound mappings (`WrapUpCodeMapping`), by the codes' ids. */
export interface OrgOutbound {
  readonly version: number;
  readonly defaultSet: readonly string[];
  readonly mapping: Readonly<Record<string, readonly string[]>>;
}

/** A value in a row of an Architect data table: its column types are boolean, string, integer and number. */
export type Cell = string | number | boolean;
export type Row = Readonly<Record<string, Cell>>;

/** The data table of the environment, with the rows that the catalogs speak of. */
export interface OrgTable extends NamedRef {
  /** The columns, without `key`, and their types. */
  readonly columns: Readonly<Record<string, 'boolean' | 'string' | 'integer' | 'number'>>;
  /** By `key`. */
  readonly rows: Readonly<Record<string, Row>>;
}

/** What a plan needs to know of the org, read in one go. */
export interface OrgSnapshot {
  readonly organization: NamedRef;
  readonly divisions: readonly NamedRef[];
  readonly codes: readonly OrgCode[];
  readonly queues: readonly OrgQueue[];
  /** Queue id → ids of the codes on it, for the queues that the catalogs name. */
  readonly queueCodes: Readonly<Record<string, readonly string[]>>;
  /** Absent where no catalog speaks of it. */
  readonly outbound?: OrgOutbound;
  /** Absent where the environment names none; the name where the org has no such table. */
  readonly table?: OrgTable | { readonly missing: string };
}
