/** Between wall clocks and instants, daylight saving included. */
import { IANAZone } from 'luxon';

const day = 86_400_000;

/** True for a name of the IANA time zone database. An offset such as `+01:00` is a zone to the platform, but has no name. */
export function isTimeZone(name: string): boolean {
  return /^[A-Za-z]/.test(name) && IANAZone.isValidZone(name);
}

/** What a wall clock in the zone shows at an instant, as milliseconds since 1970-01-01T00:00 on that clock. */
export function localOf(instant: number, zone: string): number {
  return instant + offsetAt(instant, zone);
}

/**
 * The first instant at which a wall clock in the zone shows `local` (as `localOf` counts). Where clocks are put back
 * over that time there are two, and the earlier one counts; where they are put forward over it there is none, and the
 * moment of the jump counts. So a day begins once in every zone, also where it has no midnight.
 */
export function instantOf(local: number, zone: string): number {
  // Offsets are between -12 and +14 hours, so a day to either side is surely before and after.
  const [before, after] = [offsetAt(local - day, zone), offsetAt(local + day, zone)];
  for (const offset of [before, after]) {
    if (localOf(local - offset, zone) === local) return local - offset;
  }
  return jumpBetween(local - day, local + day, before, zone);
}

function jumpBetween(start: number, end: number, before: number, zone: string): number {
  let [low, high] = [start, end];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle, zone) === before) low = middle;
    else high = middle;
  }
  return high;
}

function offsetAt(instant: number, zone: string): number {
  return Math.round(IANAZone.create(zone).offset(instant) * 60_000);
}
