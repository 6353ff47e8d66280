/** Dates of the seed lie before any test's clock starts, and do not depend on it. */
import { isoDate } from '../clock.ts';
import type { SeededRandom } from '../random.ts';

const firstDay = Date.UTC(2023, 0, 9, 8);
const day = 86_400_000;

/** A creation date in 2023 or 2024 and a later modification date. */
export function seedDates(random: SeededRandom): { readonly dateCreated: string; readonly dateModified: string } {
  const created = firstDay + random.between(0, 700) * day + random.between(0, 9 * 3600 * 1000);
  const modified = created + random.between(0, 200) * day;
  return { dateCreated: isoDate(created), dateModified: isoDate(modified) };
}
