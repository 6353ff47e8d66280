import { offsetMinutes, valueText } from '../display/index.ts';

const SECOND_MS = 1000;
const DAY_MS = 86_400_000;

const UNKNOWN = 0;
const NO = 1;
const YES = 2;

/**
 * Tells of each instant whether its shown text, a date, a space and a time, contains the text; undefined where none
 * can. A day's date and a second's time are looked at once, not again for each of a million instants.
 */
export function instantMatcher(text: string, timeZone: string): ((instant: number) => boolean) | undefined {
  if (!/^[-+\d]* ?[\d:]*$/.test(text) && !/^[-+:\d]*$/.test(text)) return undefined;
  const space = text.indexOf(' ');
  const [endOfDate, startOfTime] = space === -1 ? [text, text] : [text.slice(0, space), text.slice(space + 1)];
  const dates = new Map<number, boolean>();
  const dateMatches = (day: number): boolean => {
    const date = valueText(day * DAY_MS, 'instant', 'UTC').slice(0, -' 00:00:00'.length);
    return space === -1 ? date.includes(text) : date.endsWith(endOfDate);
  };
  const times = new Uint8Array(DAY_MS / SECOND_MS);
  const timeMatches = (second: number): boolean => {
    const time = valueText(second * SECOND_MS, 'instant', 'UTC').slice('1970-01-01 '.length);
    return space === -1 ? time.includes(text) : time.startsWith(startOfTime);
  };
  return (instant) => {
    const there = Math.floor(instant) + offsetMinutes(timeZone, instant) * 60_000;
    const day = Math.floor(there / DAY_MS);
    let inDate = dates.get(day);
    if (inDate === undefined) dates.set(day, (inDate = dateMatches(day)));
    if (inDate === (space === -1)) return inDate;
    const second = Math.floor((there - day * DAY_MS) / SECOND_MS);
    const known = times[second] ?? UNKNOWN;
    if (known !== UNKNOWN) return known === YES;
    const inTime = timeMatches(second);
    times[second] = inTime ? YES : NO;
    return inTime;
  };
}
