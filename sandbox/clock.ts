/** The sandbox's own time, in milliseconds since the epoch. Token expiry, the rate window and all dates come from it. */
export interface Clock {
  now(): number;
  /** Resolves after `ms` milliseconds of this clock. */
  sleep?(ms: number): Promise<void>;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms) => new Promise((resolve) => void setTimeout(resolve, ms)),
};

/** Waits on the clock. One without `sleep` is moved by a test, and is looked at until the time has come. */
export async function pause(clock: Clock, ms: number): Promise<void> {
  if (clock.sleep) return clock.sleep(ms);
  const until = clock.now() + ms;
  while (clock.now() < until) await new Promise((resolve) => void setTimeout(resolve, 2));
}

/** An ISO-8601 date with milliseconds, as the API writes dates. */
export function isoDate(ms: number): string {
  return new Date(ms).toISOString();
}
