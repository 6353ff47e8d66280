/** `interval:` as the API will get it. */
import { DateTime } from 'luxon';
import { isApiInterval, isoToTimes } from './isoInterval.ts';
import { wordsToTimes } from './intervalWords.ts';
import { isTimeZone } from './localTime.ts';
import type { ResolvedInterval } from './model.ts';

export interface IntervalContext {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** IANA. The zone of words, of dates, and of times without an offset. */
  readonly timeZone: string;
}

export interface IntervalProblem {
  readonly code: 'unreadable' | 'empty' | 'reversed';
  /** The key that has to be repaired. */
  readonly about: 'interval' | 'timeZone';
  readonly message: string;
}

export type IntervalResult =
  | { readonly ok: true; readonly interval: ResolvedInterval }
  | { readonly ok: false; readonly problem: IntervalProblem };

/**
 * Reads our words or an ISO 8601 interval. What already has date, time and offset at both ends is sent as it was written.
 * Everything else is sent with the zone's own offset: by its documentation the API uses the offsets of the interval even
 * where `timeZone` is set, so the day it sees is the day that was meant, and people can compare it with their own clocks.
 */
export function resolveInterval(text: string, { now, timeZone }: IntervalContext): IntervalResult {
  const written = text.trim();
  if (!isTimeZone(timeZone))
    return failed(
      'unreadable',
      `${JSON.stringify(timeZone)} is not a time zone. Write an IANA name such as \`Europe/Amsterdam\`.`,
      'timeZone',
    );
  const words = wordsToTimes(written, now, timeZone);
  const times = words ?? isoToTimes(written, timeZone);
  if (times === undefined || !times.every(isSendable))
    return failed(
      'unreadable',
      `${JSON.stringify(written)} is not an interval. Write words such as \`last 7 days\`, or two dates such as \`2026-11-01/2026-11-08\`.`,
    );
  const [from, to] = times;
  if (words !== undefined && from >= to)
    return failed(
      'empty',
      'This interval is empty: data of the last minute does not count, and nothing else is in it yet. Let it begin earlier.',
    );
  if (from === to) return failed('empty', 'This interval is empty: it ends at the moment it begins. Let it end later.');
  if (from > to) return failed('reversed', 'This interval ends before it begins. Swap its two ends.');
  const sent = isApiInterval(written) ? written : `${sentMoment(from, timeZone)}/${sentMoment(to, timeZone)}`;
  return { ok: true, interval: { from, to, sent } };
}

/** True where no time zone was needed to read the text. */
export function isZoneless(text: string): boolean {
  return isApiInterval(text.trim());
}

/** Four digits are all the years that ISO 8601 has without an agreement. */
function isSendable(time: number): boolean {
  const { year, isValid } = DateTime.fromMillis(time, { zone: 'utc' });
  return isValid && year >= 1 && year <= 9998;
}

function sentMoment(time: number, zone: string): string {
  const inZone = DateTime.fromMillis(time, { zone });
  // Before standard time offsets had seconds, which ISO 8601 cannot say.
  const sayable = Number.isInteger(inZone.offset) ? inZone : inZone.toUTC();
  return sayable.toISO({ suppressMilliseconds: true }) ?? '';
}

function failed(
  code: IntervalProblem['code'],
  message: string,
  about: IntervalProblem['about'] = 'interval',
): IntervalResult {
  return { ok: false, problem: { code, message, about } };
}
