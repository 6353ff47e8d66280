/** Moments as catalogs write them. */
import { DateTime } from 'luxon';

/** Milliseconds since the epoch of a date, time and zone in ISO 8601; undefined for anything else. */
export function momentOf(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:?\d{2})$/.test(text)) return undefined;
  const parsed = DateTime.fromISO(text.replace(' ', 'T').toUpperCase(), { zone: 'utc' });
  return parsed.isValid ? parsed.toMillis() : undefined;
}

/** The day of a moment in UTC, as `2026-11-20`. */
export function dayOf(ms: number): string {
  return DateTime.fromMillis(ms, { zone: 'utc' }).toFormat('yyyy-MM-dd');
}
