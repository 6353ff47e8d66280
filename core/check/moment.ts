/** Days, for people. */
import { DateTime } from 'luxon';

/** The day of a moment in UTC, as `2026-11-20`. */
export function dayOf(ms: number): string {
  return DateTime.fromMillis(ms, { zone: 'utc' }).toFormat('yyyy-MM-dd');
}
