/** What the results view says about a run, in one line and some sentences. */
import type { ExportFacts } from '#core/query/run/export/index.ts';
import type { RunOutcome, RunProgress } from '#core/query/run/model.ts';
import { counted, figure } from '#core/query/run/words.ts';
import type { ViewStatus } from './view/messages.ts';

/** What stays the same while a query runs. */
export interface RunFacts {
  /** The tab's name. */
  readonly title: string;
  /** For example `Northwind (Sandbox)`. */
  readonly where: string;
  readonly interval: string;
  /** IANA. */
  readonly timeZone: string;
  /** What is read: conversations, or the groups of an aggregate. */
  readonly unit: 'conversation' | 'group';
  /** What was asked of whom, once it was sent: it goes with every export. */
  readonly origin?: RunOrigin;
}

export type RunOrigin = Pick<ExportFacts, 'query' | 'compiled' | 'org' | 'environment'>;

export function runningStatus(
  facts: RunFacts,
  elapsedMs: number,
  progress: RunProgress | undefined,
  rows: number,
  step?: string,
): ViewStatus {
  const wait = progress?.waitSeconds ?? 0;
  const doing = step === undefined ? rowsOf(facts, rows, progress) : `${step}…`;
  const waiting = wait > 0 ? `; waiting ${wait} s for the org's rate limit` : '';
  return statusOf(facts, { state: 'running', rows, summary: `${doing}${waiting}`, notes: [], elapsedMs });
}

export function endedStatus(facts: RunFacts, outcome: RunOutcome, rows: number): ViewStatus {
  const { complete, partial, notes, progress, startedAt, endedAt } = outcome;
  return statusOf(facts, {
    state: complete ? 'complete' : 'partial',
    rows,
    summary: rowsOf(facts, rows, { ...progress, total: progress.read }),
    notes: [...(partial === undefined ? [] : [partial]), ...notes],
    elapsedMs: endedAt - startedAt,
  });
}

export function failedStatus(facts: RunFacts, message: string, elapsedMs: number, rows: number): ViewStatus {
  return statusOf(facts, { state: 'failed', rows, summary: 'The query failed', notes: [message], elapsedMs });
}

function statusOf({ interval, where }: RunFacts, status: Omit<ViewStatus, 'interval'>): ViewStatus {
  return { ...status, summary: `${status.summary} · ${where}`, interval };
}

/** `1,240 rows of 800 conversations`, and while more are to come `… of 800 of about 2,310 conversations`. */
function rowsOf({ unit }: RunFacts, rows: number, progress: RunProgress | undefined): string {
  const rowsSoFar = counted(rows, 'row');
  if (!progress) return rowsSoFar;
  const { read, total } = progress;
  const of = total !== undefined && total > read ? `${figure(read)} of about ${figure(total)}` : figure(read);
  const units = (total ?? read) === 1 && read === 1 ? unit : `${unit}s`;
  return unit === 'group' && rows === read ? rowsSoFar : `${rowsSoFar} of ${of} ${units}`;
}
