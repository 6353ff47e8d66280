/** Cuts an interval into parts. */
import { DateTime, Duration } from 'luxon';
import type { Switches } from '../../switches.ts';
import type { Span } from '../interval.ts';
import { senseless } from '../refusals.ts';

/** The sandbox's own guard: no source tells how small a granularity may be. */
const maximumParts = 100_000;

/**
 * The parts of `span`, in order and without gaps: one without a granularity (published). Days, weeks and months are
 * the calendar's in `zone`, so a day may have 23 or 25 hours; the last part ends with the interval (inferred).
 */
export function partsOf(
  span: Span,
  granularity: string | undefined,
  zone: string,
  starts: Switches['granularityStarts'],
): readonly Span[] {
  if (granularity === undefined) return [span];
  const period = periodOf(granularity);
  if ((span.to - span.from) / period.toMillis() > maximumParts) {
    throw senseless('granularity', 'The granularity is too small for the interval.');
  }
  const startOf = startOfPart(firstPart(DateTime.fromMillis(span.from, { zone }), period, starts), period);
  const parts: Span[] = [];
  let from = startOf(0);
  for (let index = 1; from < span.to; index += 1) {
    const to = startOf(index);
    if (to > span.from) parts.push({ from: Math.max(from, span.from), to: Math.min(to, span.to) });
    from = to;
  }
  return parts;
}

/** The start of the part of an index: hours are hours, while a day, week, month or year is the calendar's. */
function startOfPart(first: DateTime, period: Duration): (index: number) => number {
  const isTime = [period.years, period.months, period.weeks, period.days].every((amount) => amount === 0);
  const [start, length] = [first.toMillis(), period.toMillis()];
  if (isTime) return (index) => start + index * length;
  // Counted from the first one each time: a month after 31 January is not a month after 28 February.
  return (index) => first.plus(period.mapUnits((amount) => amount * index)).toMillis();
}

/** An ISO 8601 period of whole units, longer than nothing. */
function periodOf(granularity: string): Duration {
  const isPeriod = /^P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+S)?)?$/.test(granularity);
  const period = isPeriod ? Duration.fromISO(granularity) : Duration.invalid('form');
  if (period.isValid && period.toMillis() > 0) return period;
  throw senseless('granularity', 'The granularity is a period as ISO 8601 has it, for example PT30M or P1D.');
}

/** At the clock the first part starts with the year, month, week or day that the period's largest unit asks for. */
function firstPart(start: DateTime, period: Duration, starts: Switches['granularityStarts']): DateTime {
  if (starts === 'atInterval') return start;
  if (period.years > 0) return start.startOf('year');
  if (period.months > 0) return start.startOf('month');
  if (period.weeks > 0) return start.startOf('week');
  return start.startOf('day');
}
