/** One piece of work for all who ask for it while it is under way, for example one sign-in. */
import type { CallOptions } from './request.ts';

export type Work<T> = (options: CallOptions) => Promise<T>;

interface Running<T> {
  join(options: CallOptions): Promise<T>;
}

/**
 * Who cancels is rejected with `left()` at once, and the others still get what they asked for. The work is cancelled when
 * all have cancelled, and its waits end when nobody has patience left. What it came to is not remembered: whoever asks
 * afterwards starts it anew.
 */
export function shared<T>(work: Work<T>, left: () => Error): Work<T> {
  let running: Running<T> | undefined;
  return (options) => {
    if (running === undefined) {
      const started = begin(work, left, () => {
        if (running === started) running = undefined;
      });
      running = started;
    }
    return running.join(options);
  };
}

/** `over` is called once nobody should join any more; perhaps more than once. */
function begin<T>(work: Work<T>, left: () => Error, over: () => void): Running<T> {
  const askers = new Set<CallOptions>();
  const patient = new Set<CallOptions>();
  const [cut, waits] = [new AbortController(), new AbortController()];
  let told = 0;
  const result = work({
    signal: cut.signal,
    patience: waits.signal,
    onWait(seconds) {
      told = seconds;
      for (const { onWait } of askers) onWait?.(seconds);
    },
  }).finally(over);
  const end = (some: Set<CallOptions>, one: CallOptions, all: AbortController): void => {
    some.delete(one);
    if (some.size > 0) return;
    over();
    all.abort();
  };
  return {
    join: (options) =>
      new Promise<T>((resolve, reject) => {
        // A copy, since several calls may have the same options.
        const asker = { ...options };
        askers.add(asker);
        patient.add(asker);
        const leave = (): void => {
          reject(left());
          if (told > 0) asker.onWait?.(0);
          end(askers, asker, cut);
          end(patient, asker, waits);
        };
        const loseHope = (): void => end(patient, asker, waits);
        const forget = (): void => {
          options.signal?.removeEventListener('abort', leave);
          options.patience?.removeEventListener('abort', loseHope);
        };
        options.signal?.addEventListener('abort', leave);
        options.patience?.addEventListener('abort', loseHope);
        if (options.signal?.aborted === true) leave();
        else if (options.patience?.aborted === true) loseHope();
        result.then(resolve, reject).finally(forget);
      }),
  };
}
