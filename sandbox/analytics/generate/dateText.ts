/** ISO dates, many at a time: the day's part is kept, since thousands of dates in a row are of the same day. */
import { isoDate } from '../../clock.ts';
import { dayMs, dayOf } from './rhythm.ts';

const zero = '0'.charCodeAt(0);
const text = Buffer.from(isoDate(0));
let written = 0;

/** The same text as `isoDate`, for any moment. */
export function dateText(ms: number): string {
  const day = dayOf(ms);
  if (day !== written) text.write(isoDate(day * dayMs));
  written = day;
  const rest = ms - day * dayMs;
  const seconds = Math.floor(rest / 1000);
  const minutes = Math.floor(seconds / 60);
  const milliseconds = rest - seconds * 1000;
  two(11, Math.floor(minutes / 60));
  two(14, minutes % 60);
  two(17, seconds % 60);
  text[20] = zero + Math.floor(milliseconds / 100);
  two(21, milliseconds % 100);
  return text.toString('latin1', 0, 24);
}

function two(at: number, number: number): void {
  text[at] = zero + Math.floor(number / 10);
  text[at + 1] = zero + (number % 10);
}
