import { DateTime } from 'luxon';

/** Whether a code is on its queues at an instant. `unreadable` is a date that nobody can order. */
export type Validity = 'valid' | 'notYet' | 'expired' | 'unreadable';

/** `asOf` in ms since the epoch. Both ends are inclusive; a date without a zone is UTC, a last day without a time counts whole. */
export function validityAt(from: string | undefined, through: string | undefined, asOf: number): Validity {
  const start = from === undefined ? Number.NEGATIVE_INFINITY : instant(from);
  const end = through === undefined ? Number.POSITIVE_INFINITY : lastInstant(through);
  if (Number.isNaN(start) || Number.isNaN(end)) return 'unreadable';
  if (asOf < start) return 'notYet';
  return asOf > end ? 'expired' : 'valid';
}

const instant = (text: string): number => {
  const parsed = DateTime.fromISO(text.trim(), { zone: 'utc' });
  return parsed.isValid ? parsed.toMillis() : Number.NaN;
};

const lastInstant = (text: string): number => {
  const start = instant(text);
  return /^\d{4}-\d{2}-\d{2}$/.test(text.trim())
    ? DateTime.fromMillis(start, { zone: 'utc' }).endOf('day').toMillis()
    : start;
};
