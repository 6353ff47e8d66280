/** The sandbox's own time, in milliseconds since the epoch. Token expiry, the rate window and all dates come from it. */
export interface Clock {
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** An ISO-8601 date with milliseconds, as the API writes dates. */
export function isoDate(ms: number): string {
  return new Date(ms).toISOString();
}
