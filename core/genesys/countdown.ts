import type { Clock } from '../ports.ts';

const SECOND = 1000;

/**
 * Waits until `ms` from now have passed and tells the seconds left once a second, at the end 0.
 * Rejects with the signal's reason when one of the signals is aborted.
 */
export async function countdown(
  clock: Clock,
  ms: number,
  tell: (secondsLeft: number) => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  const end = clock.now() + ms;
  try {
    for (let left = ms; left > 0; ) {
      tell(Math.ceil(left / SECOND));
      const step = left % SECOND === 0 ? SECOND : left % SECOND;
      await clock.sleep(step, signal);
      // A laptop that slept wakes up past the end. A clock that was put back makes no wait longer.
      left = Math.min(left - step, end - clock.now());
    }
  } finally {
    tell(0);
  }
}
