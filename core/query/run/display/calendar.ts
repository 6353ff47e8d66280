/** Milliseconds since the epoch as a date and a time, by whole numbers alone: a result has millions of instants. */

const DAY_MS = 86_400_000;
/** What a date can be: 100,000,000 days from 1970. */
const FURTHEST_MS = 8.64e15;

export interface Moment {
  /** `2026-11-03`; years beyond four digits as ISO 8601 has them, with a sign and six digits. */
  readonly date: string;
  /** `14:05:09` */
  readonly time: string;
  /** `123` */
  readonly millisecond: string;
}

/** The parts of an instant in UTC; in another zone for one to which the zone's offset was added. */
export function momentOf(instant: number): Moment | undefined {
  const ms = Math.floor(instant);
  if (!(Math.abs(ms) <= FURTHEST_MS)) return undefined;
  const days = Math.floor(ms / DAY_MS);
  const inDay = ms - days * DAY_MS;
  const seconds = Math.floor(inDay / 1000);
  const time = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return {
    date: dateOf(days),
    time: time.map(twoDigits).join(':'),
    millisecond: String(inDay % 1000).padStart(3, '0'),
  };
}

/** An instant as ISO 8601 in UTC, to the millisecond; undefined where it is no date. */
export function isoUtc(instant: number): string | undefined {
  const moment = momentOf(instant);
  return moment && `${moment.date}T${moment.time}.${moment.millisecond}Z`;
}

export const twoDigits = (number: number): string => (number < 10 ? `0${number}` : String(number));

/**
 * The Gregorian calendar, for days since 1970-01-01. A year is counted from March, so that the leap day is its last;
 * 146,097 days are 400 years.
 */
function dateOf(days: number): string {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${yearText(year)}-${twoDigits(month)}-${twoDigits(day)}`;
}

function yearText(year: number): string {
  if (year >= 0 && year <= 9999) return String(year).padStart(4, '0');
  return `${year < 0 ? '-' : '+'}${String(Math.abs(year)).padStart(6, '0')}`;
}
