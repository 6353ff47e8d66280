/** Waits and repeats around one request: rate limits for every call, other failures for reads only. */
import type { Clock, Logger, Random } from '../ports.ts';
import { callName } from './callNames.ts';
import { countdown } from './countdown.ts';
import type { Failure } from './error.ts';
import { GenesysError } from './error.ts';
import type { CallOptions } from './request.ts';

/** One try. `retryAfterMs` goes with a failure of kind `rateLimited`. */
export type Attempt<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure; readonly retryAfterMs?: number };

export interface PatienceParts {
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  readonly onWait: (secondsLeft: number) => void;
}

export interface Task<T> {
  readonly attempt: () => Promise<Attempt<T>>;
  /** How often a failure that may pass is repeated; 0 for writes, which may have taken effect. */
  readonly repeats: number;
  readonly options: CallOptions;
}

/** How often a read is repeated after 5xx, a cut connection or an unreadable answer. */
export const READ_REPEATS = 3;
const FIRST_PAUSE_MS = 500;
/** An org that answers nothing but 429 for this many rounds is not going to stop. */
const MOST_RATE_LIMITS = 30;
const MAY_PASS: ReadonlySet<Failure['kind']> = new Set(['server', 'interrupted', 'unreadable']);

/** Throws `GenesysError` with the last failure. A 429 was not processed, so repeating it is safe for writes too. */
export async function withPatience<T>(parts: PatienceParts, task: Task<T>): Promise<T> {
  const waits = waitSignal(task.options);
  let rateLimits = 0;
  let repeats = 0;
  for (;;) {
    const attempt = await task.attempt();
    if (attempt.ok) return attempt.value;
    const { failure } = attempt;
    if (failure.kind === 'rateLimited' && rateLimits < MOST_RATE_LIMITS) {
      rateLimits++;
      const ms = attempt.retryAfterMs ?? FIRST_PAUSE_MS;
      parts.logger.info(
        `The rate limit holds ${callName(failure.method, failure.path)} back: waiting ${Math.ceil(ms / 1000)} s.`,
      );
      await orFail(countdown(parts.clock, ms, tellAll(parts.onWait, task.options.onWait), waits), failure);
    } else if (MAY_PASS.has(failure.kind) && repeats < task.repeats) {
      repeats++;
      // Full jitter on a doubling pause, so that many clients do not come back at the same moment.
      const pause = FIRST_PAUSE_MS * 2 ** (repeats - 1) * (0.5 + parts.random.next() / 2);
      parts.logger.warn(`${failedOnce(failure)} Trying again, ${repeats} of ${task.repeats}.`);
      await orFail(parts.clock.sleep(pause, waits), failure);
    } else {
      throw new GenesysError(failure);
    }
  }
}

/** `Reading the queues failed: status 503.` */
function failedOnce({ method, path, status, message }: Failure): string {
  const name = callName(method, path);
  const why =
    status === undefined
      ? `${message.charAt(0).toLowerCase()}${message.slice(1).replace(/\.$/, '')}`
      : `status ${status}`;
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} failed: ${why}.`;
}

/** Aborted when either of the two is: both end a wait. */
export function waitSignal({ signal, patience }: CallOptions): AbortSignal | undefined {
  if (signal === undefined || patience === undefined) return signal ?? patience;
  return AbortSignal.any([signal, patience]);
}

async function orFail(wait: Promise<void>, failure: Failure): Promise<void> {
  try {
    await wait;
  } catch {
    throw new GenesysError(failure);
  }
}

/** One listener for several: the host's own and the call's. */
export function tellAll(
  ...listeners: readonly (((secondsLeft: number) => void) | undefined)[]
): (secondsLeft: number) => void {
  return (secondsLeft) => {
    for (const listener of listeners) listener?.(secondsLeft);
  };
}
