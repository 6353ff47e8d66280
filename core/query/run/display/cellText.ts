import type { ColumnType } from '../model.ts';
import { momentOf, twoDigits } from './calendar.ts';
import { durationText } from './duration.ts';
import { offsetMinutes } from './zoneOffset.ts';

/** A value as the grid, the table and a filter see it. Numbers have no grouping, so that they can be copied and found. */
export function valueText(value: string | number | boolean, type: ColumnType, timeZone: string): string {
  if (typeof value !== 'number') return String(value);
  if (type === 'duration') return durationText(value);
  if (type === 'instant') return instantText(value, timeZone);
  return numberText(value);
}

/** An average has more digits than anybody reads: three are shown. */
function numberText(value: number): string {
  if (Number.isInteger(value) || !Number.isFinite(value)) return String(value);
  const rounded = Math.round(value * 1000) / 1000;
  return String(rounded === 0 ? value : rounded);
}

/** `2026-11-03 14:05:09` on the zone's clocks. */
function instantText(instant: number, timeZone: string): string {
  const moment = momentOf(instant + offsetMinutes(timeZone, instant) * 60_000);
  return moment ? `${moment.date} ${moment.time}` : String(instant);
}

/** `2026-11-03T14:05:09.123+01:00`: to the millisecond, and without doubt in the hour that comes twice. */
export function isoInZone(instant: number, timeZone: string): string {
  const offset = offsetMinutes(timeZone, instant);
  const moment = momentOf(instant + offset * 60_000);
  if (!moment) return String(instant);
  const size = Math.abs(offset);
  const shownOffset = `${offset < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}:${twoDigits(Math.floor(size % 60))}`;
  return `${moment.date}T${moment.time}.${moment.millisecond}${offset === 0 ? 'Z' : shownOffset}`;
}
