import { IANAZone } from 'luxon';

const BUCKET_MS = 60_000;
/** Far more than a result has; only so that a process that runs for months does not grow. */
const MOST_BUCKETS = 200_000;

const known = new Map<string, Map<number, number>>();

/**
 * Minutes that a zone is ahead of UTC at an instant; 0 for a zone that does not exist. Clocks change at whole
 * minutes (at a minute past midnight once, in Newfoundland), so that one look-up is good for all instants of a minute.
 */
export function offsetMinutes(timeZone: string, instant: number): number {
  let offsets = known.get(timeZone);
  if (!offsets) known.set(timeZone, (offsets = new Map()));
  const bucket = Math.floor(instant / BUCKET_MS);
  const found = offsets.get(bucket);
  if (found !== undefined) return found;
  if (offsets.size >= MOST_BUCKETS) offsets.clear();
  const looked = IANAZone.create(timeZone).offset(bucket * BUCKET_MS);
  const offset = Number.isFinite(looked) ? looked : 0;
  offsets.set(bucket, offset);
  return offset;
}
