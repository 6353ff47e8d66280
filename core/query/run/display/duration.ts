import { twoDigits } from './calendar.ts';

/**
 * Milliseconds for people: `250ms`, `9s`, `5m 03s`, `25h 01m 01s`. From a second on rounded to seconds; hours are the
 * largest unit, because handle times are compared in hours.
 */
export function durationText(ms: number): string {
  const size = Math.round(Math.abs(ms));
  if (!Number.isFinite(size)) return String(ms);
  const sign = ms < 0 && size > 0 ? '-' : '';
  if (size === 0) return '0s';
  if (size < 1000) return `${sign}${size}ms`;
  const seconds = Math.round(size / 1000);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  if (h > 0) return `${sign}${h}h ${twoDigits(m)}m ${twoDigits(s)}s`;
  return m > 0 ? `${sign}${m}m ${twoDigits(s)}s` : `${sign}${s}s`;
}
