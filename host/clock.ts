import type { Clock } from '#core/ports.ts';

/** Node fires a longer timer at once, so a longer wait is made of several. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** The real clock. A wait keeps the process alive: a rate limit must be sat out, not skipped by exiting. */
export const systemClock: Clock = {
  now: () => Date.now(),
  async sleep(ms, signal) {
    let left = Math.max(0, ms);
    do {
      const part = Math.min(left, LONGEST_TIMER);
      await timer(part, signal);
      left -= part;
    } while (left > 0);
  },
};

function timer(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const onAbort = (): void => {
      clearTimeout(handle);
      reject(signal?.reason);
    };
    const handle = setTimeout(() => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    }, ms);
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}
