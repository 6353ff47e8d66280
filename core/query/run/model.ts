/** From a compiled query to rows. */
import type { Clock } from '../../ports.ts';
import type { Genesys } from '../../genesys/index.ts';
import type { CatalogCode, OrgNames } from '../model.ts';
import type { CompiledQuery } from '../compile/model.ts';

/**
 * One value of a result. `null` is what the API said; `undefined` is a field that the answer does not have.
 * `duration` cells are milliseconds, `instant` cells milliseconds since the epoch.
 */
export type Cell = string | number | boolean | null | undefined;
export type Row = readonly Cell[];

export type ColumnType = 'text' | 'number' | 'duration' | 'instant' | 'boolean';

export interface Column {
  /** Stable: what `output.columns` names and what exports have as their heading. */
  readonly key: string;
  readonly title: string;
  readonly type: ColumnType;
  readonly description?: string;
}

/** Why an agent's session has no wrap-up code. */
export type EmptyReason = 'noAgentLeg' | 'open' | 'acwPending' | 'acwSkipped' | 'tooFresh' | 'notRequired' | 'unknown';

/** What is known of a wrap-up code in a result. */
export type CodeStatus = 'active' | 'deleted' | 'system' | 'notVisible';

export interface RunProgress {
  readonly rows: number;
  /** Conversations, or groups of an aggregate. */
  readonly read: number;
  /** As the org counts; it moves while data arrives. Absent where there is none. */
  readonly total?: number;
  readonly pages: number;
  /** Left of a rate limit. */
  readonly waitSeconds?: number;
}

/** How a run ended. Rows that were delivered stay good in any case. */
export interface RunOutcome {
  readonly complete: boolean;
  /** A sentence that says what is missing and why, where `complete` is false. */
  readonly partial?: string;
  /** Facts that a reader of the result should know, as sentences: conversations that came twice, a total that moved. */
  readonly notes: readonly string[];
  readonly progress: RunProgress;
  readonly startedAt: number;
  readonly endedAt: number;
}

export interface RunParts {
  readonly query: CompiledQuery;
  readonly genesys: Pick<Genesys, 'analytics'>;
  readonly names: OrgNames;
  readonly catalogs: readonly CatalogCode[];
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Called with each page's rows in order; what it returns is awaited before the next page is asked for. */
  readonly onRows: (rows: readonly Row[]) => void | Promise<void>;
  readonly onProgress?: (progress: RunProgress) => void;
}
