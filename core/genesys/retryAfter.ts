import { DateTime } from 'luxon';

/** Used where a 429 names no time that can be read: half of the published one-minute window. */
export const DEFAULT_WAIT_MS = 30_000;
const SHORTEST_WAIT_MS = 1000;
const LONGEST_RESET_S = 3600;

/**
 * How long a 429 asks to wait, in ms from `now`. `Retry-After` is a number of seconds (whatever its
 * length) or an HTTP date; without one the rate-limit reset header decides, and then a default.
 */
export function retryAfterMs(headers: Readonly<Record<string, string>>, now: number): number {
  const asked = headers['retry-after']?.trim() ?? '';
  if (/^\d{1,9}(\.\d+)?$/.test(asked)) return Math.max(SHORTEST_WAIT_MS, Math.ceil(Number(asked) * 1000));
  const date = DateTime.fromHTTP(asked);
  if (date.isValid) return Math.max(SHORTEST_WAIT_MS, date.toMillis() - now);
  const reset = resetSeconds(headers);
  return reset === undefined ? DEFAULT_WAIT_MS : Math.max(SHORTEST_WAIT_MS, reset * 1000);
}

/** `inin-ratelimit-reset`: seconds until the window starts anew, where it is a sane number. */
export function resetSeconds(headers: Readonly<Record<string, string>>): number | undefined {
  const reset = headers['inin-ratelimit-reset']?.trim() ?? '';
  if (!/^\d+$/.test(reset)) return undefined;
  const seconds = Number(reset);
  return seconds <= LONGEST_RESET_S ? seconds : undefined;
}
