/** The interval of a query. */
import { DateTime, Interval } from 'luxon';
import type { Switches } from '../switches.ts';
import { invalidDate, senseless } from './refusals.ts';

/** Milliseconds since the epoch; `to` is exclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export const dayMs = 86_400_000;

const dateTime = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?`;
const twoDateTimes = new RegExp(`^(${dateTime})/(${dateTime})$`);

/**
 * Reads `start/end`. Offsets count as written (published); a date-time without one is read in `zone` (inferred).
 * Throws `invalid.date` for what is no interval, `bad.request` where the end is not after the start.
 */
export function spanOf(interval: string, zone: string, forms: Switches['intervalForms']): Span {
  const span = forms === 'iso8601' ? anyForm(interval, zone) : dateTimesOnly(interval, zone);
  if (Number.isNaN(span.from) || Number.isNaN(span.to)) throw invalidDate('interval');
  if (span.from >= span.to) throw senseless('interval', 'The end of the interval must be after its start.');
  return span;
}

function dateTimesOnly(interval: string, zone: string): Span {
  const [, start = '', end = ''] = twoDateTimes.exec(interval) ?? [];
  return { from: millis(start, zone), to: millis(end, zone) };
}

function anyForm(interval: string, zone: string): Span {
  const [start = '', end = '', more] = interval.split('/');
  if (more !== undefined) throw invalidDate('interval');
  // Luxon's intervals cannot be backwards, so two dates are read one by one.
  if (!start.startsWith('P') && !end.startsWith('P')) return { from: millis(start, zone), to: millis(end, zone) };
  const read = Interval.fromISO(interval, { zone });
  return { from: read.start?.toMillis() ?? Number.NaN, to: read.end?.toMillis() ?? Number.NaN };
}

/** NaN for what is no date, such as 30 February. */
function millis(text: string, zone: string): number {
  return DateTime.fromISO(text, { zone }).toMillis();
}

/** The whole days in UTC that the span touches. That days are UTC days is inferred. */
export function daysTouched(span: Span): Span {
  return { from: Math.floor(span.from / dayMs) * dayMs, to: Math.ceil(span.to / dayMs) * dayMs };
}
