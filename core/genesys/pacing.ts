/** Holds requests back when the org says that the window is used up, so that a 429 is the exception. */
import type { Clock } from '../ports.ts';
import { countdown } from './countdown.ts';
import { resetSeconds } from './retryAfter.ts';

export interface Pacer {
  /** Waits while the window is used up; rejects with the signal's reason when aborted. */
  before(tell: (secondsLeft: number) => void, signal: AbortSignal | undefined): Promise<void>;
  /** Learns from the rate-limit headers of an answer that was not a 429 itself. */
  after(headers: Readonly<Record<string, string>>): void;
}

/** The published headers are `inin-ratelimit-count`, `inin-ratelimit-allowed` and `inin-ratelimit-reset` (seconds). */
export function createPacer(clock: Clock): Pacer {
  let closed = { until: 0, ms: 0 };
  return {
    async before(tell, signal) {
      // A clock that was put back makes no wait longer.
      const wait = Math.min(closed.until - clock.now(), closed.ms);
      if (wait > 0) await countdown(clock, wait, tell, signal);
    },
    after(headers) {
      const count = Number(headers['inin-ratelimit-count'] ?? Number.NaN);
      const allowed = Number(headers['inin-ratelimit-allowed'] ?? Number.NaN);
      const reset = resetSeconds(headers);
      if (reset === undefined || !(allowed > 0) || !(count >= allowed)) return;
      closed = { until: clock.now() + reset * 1000, ms: reset * 1000 };
    },
  };
}
