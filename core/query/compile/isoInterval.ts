/** ISO 8601 intervals: `start/end`, `start/duration`, `duration/end`. */
import { DateTime, Duration } from 'luxon';
import { instantOf } from './localTime.ts';

/** A date with time and offset, as the API takes it. */
const apiMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d(?::?\d\d)?)$/;

/** True where both ends have date, time and offset, so that no time zone has to be known to read it. */
export function isApiInterval(text: string): boolean {
  const ends = text.split('/');
  return ends.length === 2 && ends.every((end) => apiMoment.test(end));
}

/**
 * From and to in milliseconds since the epoch; nothing for other text. A time without an offset is the zone's, and a date
 * alone its midnight. Years to days of a duration are counted on the calendar of the other end, hours and less exactly.
 */
export function isoToTimes(text: string, zone: string): readonly [number, number] | undefined {
  const [first = '', second = '', ...more] = text.trim().toUpperCase().split('/');
  if (more.length > 0) return undefined;
  const [start, end] = [momentOf(first, zone), momentOf(second, zone)];
  if (start !== undefined && end !== undefined) return [start.instant, end.instant];
  const length = durationOf(start === undefined ? first : second);
  if (length === undefined) return undefined;
  if (start !== undefined) return [start.instant, shifted(start, length)];
  return end === undefined ? undefined : [shifted(end, length.negate()), end.instant];
}

interface Moment {
  readonly instant: number;
  /** What the clock at the place shows, counted as `localOf` does. */
  readonly local: number;
  /** The instant at which that clock shows another time. */
  readonly instantAt: (local: number) => number;
}

function momentOf(text: string, zone: string): Moment | undefined {
  if (!/^\d{4}/.test(text)) return undefined;
  const read = DateTime.fromISO(text, { zone: 'utc' });
  if (!read.isValid) return undefined;
  const millis = read.toMillis();
  const inZone = (local: number): number => instantOf(local, zone);
  if (!/T.*(?:Z|[+-]\d\d(?::?\d\d)?)$/.test(text)) return { instant: inZone(millis), local: millis, instantAt: inZone };
  const offset = DateTime.fromISO(text, { setZone: true }).offset * 60_000;
  return { instant: millis, local: millis + offset, instantAt: (local) => local - offset };
}

function durationOf(text: string): Duration | undefined {
  const duration = Duration.fromISO(text);
  if (!text.startsWith('P') || !duration.isValid) return undefined;
  const days = [duration.years, duration.months, duration.weeks, duration.days];
  // Half a month has no fixed length, and half a day is written PT12H.
  return days.every(Number.isInteger) ? duration : undefined;
}

function shifted({ local, instantAt }: Moment, length: Duration): number {
  const { years, months, weeks, days, hours, minutes, seconds, milliseconds } = length;
  const day = DateTime.fromMillis(local, { zone: 'utc' }).plus({ years, months, weeks, days });
  return instantAt(day.toMillis()) + Duration.fromObject({ hours, minutes, seconds, milliseconds }).toMillis();
}
