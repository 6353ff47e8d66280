/** From our keys to the API's body. */
import type { GenesysProject } from '../../contract/generated/files.ts';
import type { CatalogCode, JsonObject, NamedKind, OrgNames, QueryKind } from '../model.ts';

export interface CompileContext {
  /** Milliseconds since the epoch: what `today` is measured from. */
  readonly now: number;
  readonly project?: GenesysProject;
  /** The environment whose `names` of `genesys.yaml` apply. */
  readonly environment?: string;
  /** Absent where not all catalogs of the project could be read. */
  readonly catalogs?: readonly CatalogCode[];
  /** Absent while nobody is signed in: names then stay names, and the query can be looked at but not run. */
  readonly org?: OrgNames;
}

/** The interval as it will be sent. `to` is exclusive; both in milliseconds since the epoch. */
export interface ResolvedInterval {
  readonly from: number;
  readonly to: number;
  /** ISO 8601, `start/end`, as the body has it. */
  readonly sent: string;
}

/** A name for which the org gave no single id. */
export interface MissingName {
  readonly kind: NamedKind;
  readonly name: string;
  readonly why: 'offline' | 'absent' | 'ambiguous' | 'unreadable';
  /** A sentence: what is missing and what to do. */
  readonly message: string;
}

export type RowLevel = 'conversation' | 'participant' | 'session' | 'segment' | 'wrapUp' | 'aggregate';

/** `output:` with its defaults filled in. */
export interface OutputPlan {
  readonly rows: RowLevel;
  /** Column keys in order; empty means the level's own choice. */
  readonly columns: readonly string[];
  readonly maxRows?: number;
  /** `rows`: rows of a matching conversation that do not match the segment filters themselves are dropped, too. */
  readonly match: 'rows' | 'conversations';
  /** Column key → values; a row with one of them is dropped after it was read. */
  readonly exclude: Readonly<Record<string, readonly (string | number | boolean)[]>>;
  readonly chart?: JsonObject;
}

export interface CompiledQuery {
  readonly kind: QueryKind;
  readonly method: 'POST';
  /** For example `/api/v2/analytics/conversations/details/query`. */
  readonly path: string;
  /** What is sent. A name without an id stands in it as `<id of queue "Billing">`; then `missing` is not empty. */
  readonly body: JsonObject;
  readonly interval: ResolvedInterval;
  /** IANA. The zone in which interval words were read and instants are shown. */
  readonly timeZone: string;
  readonly output: OutputPlan;
  readonly missing: readonly MissingName[];
  /** A sentence where the filter can match nothing, for example a category without codes: then nothing is sent. */
  readonly nothing?: string;
  /** Sentences about what the body leaves out, for example codes of a category that the org does not have. */
  readonly notes?: readonly string[];
}

/** A reason why a query cannot be compiled, with the keys and indexes from the document to the place. */
export interface CompileProblem {
  readonly message: string;
  readonly path: readonly (string | number)[];
}

export type CompileResult =
  | { readonly ok: true; readonly query: CompiledQuery }
  | { readonly ok: false; readonly problems: readonly CompileProblem[] };
