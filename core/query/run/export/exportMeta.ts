import { isoUtc } from '../display/index.ts';
import type { CompiledQuery } from '../../compile/model.ts';
import type { JsonObject } from '../../model.ts';
import type { Column, ColumnType, RunOutcome } from '../model.ts';

/** What a file of rows cannot say of itself: written beside it, as JSON. */
export interface ExportMeta {
  /** The query as it stands in its file. */
  readonly query: string;
  readonly org: { readonly id: string; readonly name: string };
  readonly environment: string;
  /** ISO 8601 as it was sent, the end exclusive. */
  readonly interval: string;
  readonly timeZone: string;
  /** For example `POST /api/v2/analytics/conversations/details/query`. */
  readonly endpoint: string;
  /** What was sent, with ids in the place of names. */
  readonly body: JsonObject;
  readonly columns: readonly ExportedColumn[];
  /** In the file. */
  readonly rows: number;
  /** False where rows are missing; then `partial` says which and why. */
  readonly complete: boolean;
  readonly partial?: string;
  readonly notes: readonly string[];
  /** ISO 8601, UTC. */
  readonly exportedAt: string;
}

export interface ExportedColumn {
  readonly key: string;
  readonly title: string;
  readonly type: ColumnType;
  /** Of durations. */
  readonly unit?: 'ms';
}

export interface ExportFacts {
  readonly query: string;
  readonly compiled: CompiledQuery;
  readonly org: { readonly id: string; readonly name: string };
  readonly environment: string;
  readonly columns: readonly Column[];
  readonly rows: number;
  /** Undefined while the run goes on: what is exported then is partial. */
  readonly outcome: Pick<RunOutcome, 'complete' | 'partial' | 'notes'> | undefined;
  /** Where a filter hid rows of the result from the export. */
  readonly filtered?: true;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

const RUNNING = 'The query was still running, so more rows may have come afterwards.';
const FILTERED = 'A filter of the results view was on: only the rows that it left are in the file.';

export function exportMeta(facts: ExportFacts): ExportMeta {
  const { query, compiled, org, environment, columns, rows, outcome, filtered, now } = facts;
  const partial = outcome ? outcome.partial : RUNNING;
  return {
    query,
    org: { id: org.id, name: org.name },
    environment,
    interval: compiled.interval.sent,
    timeZone: compiled.timeZone,
    endpoint: `${compiled.method} ${compiled.path}`,
    body: compiled.body,
    columns: columns.map(({ key, title, type }) => ({ key, title, type, ...(type === 'duration' && { unit: 'ms' }) })),
    rows,
    complete: outcome?.complete === true && partial === undefined,
    ...(partial !== undefined && { partial }),
    notes: [...(outcome?.notes ?? []), ...(filtered ? [FILTERED] : [])],
    exportedAt: isoUtc(now) ?? String(now),
  };
}
