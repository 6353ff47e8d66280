/** What all steps of one apply share: the parts given by the host, and whether the run has ended early. */
import type { Actor, AuditLog } from '../../audit/model.ts';
import type { Clock, Journal } from '../../ports.ts';
import type { Failure } from '../../genesys/error.ts';
import { GenesysError } from '../../genesys/error.ts';
import { explainFailure } from '../../genesys/explain.ts';
import type { CallOptions, Genesys, Written } from '../../genesys/index.ts';
import { lackingWords } from '../doctor/index.ts';
import type { ApplyProgress, Call, Plan } from '../model.ts';
import type { Before, IntentDetail } from './journalRecords.ts';
import type { Marking } from './record.ts';
import { NO_JOURNAL, outcomeOf, recorder } from './record.ts';
import type { Sent } from './sent.ts';
import { NOT_ATTEMPTED } from './sent.ts';

export interface ApplyRequest {
  readonly plan: Plan;
  readonly genesys: Genesys;
  readonly clock: Clock;
  readonly journal: Journal;
  /** Told of each change once its outcome is known. */
  readonly audit: AuditLog;
  /** Whose credentials `genesys` has. */
  readonly actor: Actor;
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

/** One request of the run. */
export interface Request {
  /** The ids of the changes that it stands for. */
  readonly changes: readonly string[];
  readonly name: string;
  readonly call: Call;
  /** What it needs a permission for: where one request of a kind is forbidden, no other of that kind is sent. */
  readonly kind: string;
  /** What it replaces, as it was read for it. */
  readonly before?: Before;
}

export type Action<T> = (options: CallOptions) => Promise<Written<T>>;

export interface Run {
  readonly request: ApplyRequest;
  /** Why nothing more is sent; absent while the run goes on. */
  stopped(): string | undefined;
  /** Ends the run; the first reason stays. */
  stop(why: string): void;
  /** Journals, sends and journals again. `idOf` is the id of what was made. Never throws. */
  send<T>(what: Request, action: Action<T>, idOf?: (value: T) => string): Promise<Sent<T>>;
  /** Reads what a write needs to know just before it is sent. A failure is that of the write. Never throws. */
  readFor<T>(what: Request, read: (options: CallOptions) => Promise<T>): Promise<ReadFirst<T>>;
  /** Options for reading back: `patience` ends waits, requests are not ended. */
  readonly reading: CallOptions;
  /** A sentence for a failure; `evidence` is what a list showed of it afterwards. */
  explain(failure: Failure, evidence?: string): string;
  record(line: Marking): Promise<void>;
  progress(current: string, finished: number): void;
}

export type ReadFirst<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly sent: Sent<never> };

const CANCELLED = 'Cancelled, so nothing more was sent.';
const forbiddenBefore = (first: string): string =>
  `Not sent, since the org has just refused the same kind of request for "${first}". Push again when it is allowed.`;
/** After these, every further call would end the same way. */
const ENDS_RUN: ReadonlySet<Failure['kind']> = new Set(['unauthorized', 'unreachable', 'rateLimited']);

/** `total` is the number of changes that will be sent. */
export function startRun(request: ApplyRequest, total: number): Run {
  const { plan, clock, signal, patience = signal } = request;
  let stopped: string | undefined;
  /** Kind of request → the name of the first that was forbidden. */
  const forbidden = new Map<string, string>();
  let writes = 0;
  let done = 0;
  let current = '';
  const tell = (waitSeconds: number): void =>
    request.onProgress?.({ done, total, current, ...(waitSeconds > 0 ? { waitSeconds } : {}) });
  const sending: CallOptions = { ...(signal === undefined ? {} : { signal }), onWait: tell };
  const stop = (why: string): void => void (stopped ??= why);
  const record = recorder(request, () => stop(NO_JOURNAL));
  const explain = (failure: Failure, evidence?: string): string =>
    explainFailure(failure, { environment: plan.environment, orgName: plan.org.name }, evidence);

  const judge = (failure: Failure, { kind, name, changes }: Request): Sent<never> => {
    if (failure.kind === 'cancelled' || (failure.kind === 'rateLimited' && signal?.aborted === true)) {
      stop(CANCELLED);
      return { state: 'notSent', message: NOT_ATTEMPTED };
    }
    // The answer names the permission, and what was found before names the division.
    const found = failure.kind === 'forbidden' ? lackingWords(changes, plan.permissions) : undefined;
    const message = explain(failure, found);
    if (failure.kind === 'forbidden') forbidden.set(kind, name);
    if (ENDS_RUN.has(failure.kind)) stop(message);
    return { state: failure.ambiguous ? 'lost' : 'failed', failure, message };
  };

  /** Why it is not sent. */
  const held = ({ kind, name }: Request): Sent<never> | undefined => {
    if (signal?.aborted === true) stop(CANCELLED);
    if (stopped !== undefined) return { state: 'notSent', message: NOT_ATTEMPTED };
    const refusedFor = forbidden.get(kind);
    if (refusedFor !== undefined) return { state: 'notSent', message: forbiddenBefore(refusedFor) };
    current = name;
    tell(0);
    return undefined;
  };

  return {
    request,
    stopped: () => stopped,
    stop,
    async send(what, action, idOf) {
      const notSent = held(what);
      if (notSent !== undefined) return notSent;
      const { changes, call, before } = what;
      const write = ++writes;
      const intent: IntentDetail = { write, changes, call, ...(before === undefined ? {} : { before }) };
      if (!(await record({ event: 'intent', detail: intent })))
        return { state: 'notSent', message: stopped ?? NOT_ATTEMPTED };
      const start = clock.now();
      const answer = await settle(action(sending), (failure) => judge(failure, what));
      // A clock that was put back measures nothing.
      const sent = answer.state === 'notSent' ? answer : { ...answer, latencyMs: Math.max(0, clock.now() - start) };
      await record({ event: 'outcome', detail: { write, changes, ...outcomeOf(sent, idOf) } });
      return sent;
    },
    async readFor(what, read) {
      const notSent = held(what);
      if (notSent !== undefined) return { ok: false, sent: notSent };
      try {
        return { ok: true, value: await read(sending) };
      } catch (error) {
        if (error instanceof GenesysError) return { ok: false, sent: judge(error.failure, what) };
        throw error;
      }
    },
    reading: { ...(patience === undefined ? {} : { patience }), onWait: tell },
    explain,
    async record(line) {
      await record(line);
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
