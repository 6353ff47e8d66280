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
  const first = firstPart(DateTime.fromMillis(span.from, { zone }), period, starts);
  const parts: Span[] = [];
  for (let index = 0; ; index += 1) {
    // Counted from the first one each time: a month after 31 January is not a month after 28 February.
    const from = first.plus(times(period, index)).toMillis();
    const to = first.plus(times(period, index + 1)).toMillis();
    if (from >= span.to) return parts;
    if (to > span.from) parts.push({ from: Math.max(from, span.from), to: Math.min(to, span.to) });
    if (parts.length > maximumParts) throw senseless('granularity', 'The granularity is too small for the interval.');
  }
}

/** An ISO 8601 period of whole units, longer than nothing. */
function periodOf(granularity: string): Duration {
  const isPeriod = /^P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+S)?)?$/.test(granularity);
  const period = isPeriod ? Duration.fromISO(granularity) : Duration.invalid('form');
  if (period.isValid && period.toMillis() > 0) return period;
  throw senseless('granularity', 'The granularity is a period as ISO 8601 has it, for example PT30M or P1D.');
}

function times(period: Duration, count: number): Duration {
  return period.mapUnits((amount) => amount * count);
}

/** At the clock the first part starts with the year, month, week or day that the period's largest unit asks for. */
function firstPart(start: DateTime, period: Duration, starts: Switches['granularityStarts']): DateTime {
  if (starts === 'atInterval') return start;
  if (period.years > 0) return start.startOf('year');
  if (period.months > 0) return start.startOf('month');
  if (period.weeks > 0) return start.startOf('week');
  return start.startOf('day');
}
