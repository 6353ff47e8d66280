/** The words that `interval:` takes, and the time they mean. */
import { DateTime } from 'luxon';
import { instantOf, localOf } from './localTime.ts';

export interface IntervalWord {
  readonly text: string;
  /** A sentence for completion and hover. */
  readonly meaning: string;
}

/** Examples of every form; other numbers will do as well, and `previous` for `last`. */
export const intervalWords: readonly IntervalWord[] = [
  { text: 'today', meaning: 'From midnight until a minute ago.' },
  { text: 'yesterday', meaning: 'The whole day before today.' },
  { text: 'this week', meaning: 'From Monday, midnight, until a minute ago.' },
  { text: 'last week', meaning: 'The whole week before this one, Monday to Sunday.' },
  { text: 'this month', meaning: 'From midnight of the first until a minute ago.' },
  { text: 'last month', meaning: 'The whole month before this one.' },
  { text: 'this quarter', meaning: 'From the first day of the quarter until a minute ago.' },
  { text: 'last quarter', meaning: 'The whole quarter before this one.' },
  { text: 'last 30 minutes', meaning: 'The 30 minutes until a minute ago.' },
  { text: 'last 24 hours', meaning: 'The 24 hours until a minute ago.' },
  { text: 'last 7 days', meaning: 'The seven whole days before today.' },
  { text: 'last 30 days', meaning: 'The thirty whole days before today.' },
  { text: 'last 4 weeks', meaning: 'The four whole weeks before this one, Monday to Sunday.' },
  { text: 'last 3 months', meaning: 'The three whole months before this one.' },
];

/** Data of the last minute is not complete, and totals still move while it arrives. */
const unsettled = 60_000;

const rolling = { minute: 60_000, hour: 3_600_000 } as const;

const current = /^(?:to(day)|this (week|month|quarter))$/;
const recent =
  /^(?:last|previous) (?:(\d{1,4}) (minute|hour|day|week|month|quarter)s?|(minute|hour|day|week|month|quarter))$/;

/** From and to in milliseconds since the epoch, `to` exclusive; nothing for text that is none of our words. */
export function wordsToTimes(text: string, now: number, zone: string): readonly [number, number] | undefined {
  const words = text.trim().replace(/\s+/g, ' ').toLowerCase();
  const settled = Math.floor((now - unsettled) / 1000) * 1000;
  const [, day, longer] = current.exec(words) ?? [];
  const unit = day ?? longer;
  if (isCalendarUnit(unit)) return [startOf(unit, 0, now, zone), settled];
  const [, count = '1', ofMany, ofOne] = recent.exec(words === 'yesterday' ? 'last day' : words) ?? [];
  const back = ofMany ?? ofOne;
  if (back === 'minute' || back === 'hour') return [settled - Number(count) * rolling[back], settled];
  if (isCalendarUnit(back)) return [startOf(back, Number(count), now, zone), startOf(back, 0, now, zone)];
  return undefined;
}

type CalendarUnit = 'day' | 'week' | 'month' | 'quarter';

function isCalendarUnit(word: string | undefined): word is CalendarUnit {
  return word === 'day' || word === 'week' || word === 'month' || word === 'quarter';
}

/** The start of the day, ISO week, month or quarter that was `back` ones ago. Days are counted on the calendar. */
function startOf(unit: CalendarUnit, back: number, now: number, zone: string): number {
  const clock = DateTime.fromMillis(localOf(now, zone), { zone: 'utc' });
  return instantOf(
    clock
      .startOf(unit)
      .minus({ [unit]: back })
      .toMillis(),
    zone,
  );
}
