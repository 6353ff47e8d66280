/** ISO dates, many at a time: the day's part is kept, since thousands of dates in a row are of the same day. */
import { isoDate } from '../../clock.ts';
import { dayMs } from './rhythm.ts';

let [day, prefix] = [Number.NaN, ''];
const digits: readonly string[] = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));

/** The same text as `isoDate`. */
export function dateText(ms: number): string {
  const its = Math.floor(ms / dayMs);
  if (its !== day) [day, prefix] = [its, isoDate(its * dayMs).slice(0, 11)];
  const rest = ms - its * dayMs;
  const seconds = Math.floor(rest / 1000);
  const minutes = Math.floor(seconds / 60);
  const fraction = String(rest - seconds * 1000).padStart(3, '0');
  return `${prefix}${digits[Math.floor(minutes / 60)] ?? ''}:${digits[minutes % 60] ?? ''}:${digits[seconds % 60] ?? ''}.${fraction}Z`;
}
