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
    for (let left = ms; left > 0; left = end - clock.now()) {
      tell(Math.ceil(left / SECOND));
      // A laptop that slept wakes up past the end; the clock, not the number of ticks, decides.
      await clock.sleep(left % SECOND === 0 ? SECOND : left % SECOND, signal);
    }
  } finally {
    tell(0);
  }
}
