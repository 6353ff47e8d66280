/** What all steps of one apply share: the parts given by the host, and whether the run has ended early. */
import type { Clock, Journal, JournalRecord } from '../../ports.ts';
import type { Failure } from '../../genesys/error.ts';
import { GenesysError } from '../../genesys/error.ts';
import { explainFailure } from '../../genesys/explain.ts';
import type { CallOptions, Genesys, Written } from '../../genesys/index.ts';
import type { ApplyProgress, Call, Plan } from '../model.ts';

export interface ApplyRequest {
  readonly plan: Plan;
  readonly genesys: Genesys;
  readonly clock: Clock;
  readonly journal: Journal;
  /** Names this apply in the journal; unique. */
  readonly applyId: string;
  /** Ends the run after the call in flight; what was sent is still read back. */
  readonly signal?: AbortSignal;
  /**
   * Ends the waits (rate limit, lists that lag) of reading back, so that what was sent and not read is `unknown`.
   * Where it is left out, `signal` ends them too.
   */
  readonly patience?: AbortSignal;
  readonly onProgress?: (progress: ApplyProgress) => void;
}

/** What is known of one write right after it was sent, before anything is read back. */
export type Sent<T = unknown> =
  | { readonly state: 'accepted'; readonly value: T; readonly correlationId?: string }
  /** The org refused it, or it never left: it has certainly not happened. */
  | { readonly state: 'failed'; readonly failure: Failure; readonly message: string }
  /** It may or may not have happened. */
  | { readonly state: 'lost'; readonly failure: Failure; readonly message: string }
  | { readonly state: 'notSent'; readonly message: string };

/** One request of the run. */
export interface Request {
  /** The ids of the changes that it stands for. */
  readonly changes: readonly string[];
  readonly name: string;
  readonly call: Call;
  /** What it needs a permission for: where one request of a kind is forbidden, no other of that kind is sent. */
  readonly kind: string;
}

export interface Run {
  readonly request: ApplyRequest;
  /** Why nothing more is sent; absent while the run goes on. */
  stopped(): string | undefined;
  /** Journals, sends and journals again. Never throws. */
  send<T>(what: Request, action: (options: CallOptions) => Promise<Written<T>>): Promise<Sent<T>>;
  /** Options for reading back: `patience` ends waits, requests are not ended. */
  readonly reading: CallOptions;
  /** A sentence for a failure; `evidence` is what a list showed of it afterwards. */
  explain(failure: Failure, evidence?: string): string;
  record(event: 'begin' | 'end', detail: Readonly<Record<string, unknown>>): Promise<void>;
  progress(current: string, finished: number): void;
}

const CANCELLED = 'Cancelled, so nothing more was sent.';
const NOT_ATTEMPTED = 'The run ended before it was sent. Push again to finish.';
const forbiddenBefore = (first: string): string =>
  `Not sent, since the org has just refused the same kind of request for "${first}". Push again when it is allowed.`;
/** After these, every further call would end the same way. */
const ENDS_RUN: ReadonlySet<Failure['kind']> = new Set(['unauthorized', 'unreachable', 'rateLimited']);

/** `total` is the number of changes that will be sent. */
export function startRun(request: ApplyRequest, total: number): Run {
  const { plan, clock, journal, applyId, signal, patience = signal } = request;
  let stopped: string | undefined;
  /** Kind of request → the name of the first that was forbidden. */
  const forbidden = new Map<string, string>();
  let done = 0;
  let current = '';
  const tell = (waitSeconds: number): void =>
    request.onProgress?.({ done, total, current, ...(waitSeconds > 0 ? { waitSeconds } : {}) });
  const record = async (event: JournalRecord['event'], detail: JournalRecord['detail']): Promise<boolean> => {
    try {
      await journal.append({ at: clock.now(), apply: applyId, event, detail });
      return true;
    } catch {
      stopped ??=
        'The journal cannot be written, so nothing more is sent. Check the free space and the rights of its folder.';
      return false;
    }
  };
  const explain = (failure: Failure, evidence?: string): string =>
    explainFailure(failure, { environment: plan.environment, orgName: plan.org.name }, evidence);

  const judge = (failure: Failure, { kind, name }: Request): Sent<never> => {
    if (failure.kind === 'cancelled' || (failure.kind === 'rateLimited' && signal?.aborted === true)) {
      stopped ??= CANCELLED;
      return { state: 'notSent', message: NOT_ATTEMPTED };
    }
    const message = explain(failure);
    if (failure.kind === 'forbidden') forbidden.set(kind, name);
    if (ENDS_RUN.has(failure.kind)) stopped ??= message;
    return { state: failure.ambiguous ? 'lost' : 'failed', failure, message };
  };

  return {
    request,
    stopped: () => stopped,
    async send(what, action) {
      if (signal?.aborted === true) stopped ??= CANCELLED;
      if (stopped !== undefined) return { state: 'notSent', message: NOT_ATTEMPTED };
      const refusedFor = forbidden.get(what.kind);
      if (refusedFor !== undefined) return { state: 'notSent', message: forbiddenBefore(refusedFor) };
      current = what.name;
      tell(0);
      if (!(await record('intent', { changes: what.changes, call: what.call })))
        return { state: 'notSent', message: stopped ?? NOT_ATTEMPTED };
      const sent = await settle(action({ ...(signal === undefined ? {} : { signal }), onWait: tell }), (failure) =>
        judge(failure, what),
      );
      await record('outcome', { changes: what.changes, ...journalDetail(sent) });
      return sent;
    },
    reading: { ...(patience === undefined ? {} : { patience }), onWait: tell },
    explain,
    async record(event, detail) {
      await record(event, detail);
    },
    progress(words, finished) {
      current = words;
      done += finished;
      tell(0);
    },
  };
}

async function settle<T>(call: Promise<Written<T>>, judge: (failure: Failure) => Sent<never>): Promise<Sent<T>> {
  try {
    const { value, correlationId } = await call;
    return { state: 'accepted', value, ...(correlationId === undefined ? {} : { correlationId }) };
  } catch (error) {
    if (error instanceof GenesysError) return judge(error.failure);
    throw error;
  }
}

function journalDetail(sent: Sent): Readonly<Record<string, unknown>> {
  if (sent.state === 'notSent') return { outcome: 'not attempted' };
  if (sent.state === 'accepted') {
    return { outcome: 'accepted', ...(sent.correlationId === undefined ? {} : { correlationId: sent.correlationId }) };
  }
  return { outcome: sent.state === 'lost' ? 'unknown' : 'failed', failure: sent.failure };
}
