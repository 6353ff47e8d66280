import fc from 'fast-check';
import { expect, it } from 'vitest';
import { numberMatcher } from '#core/query/run/view/numberMatcher.ts';
import { valueText } from '#core/query/run/display/index.ts';
import type { ColumnType } from '#core/query/run/model.ts';

const timeZone = 'Europe/Rome';

/** Around the night when the clocks go back, so that days and hours are met again and again. */
const instants = fc.integer({ min: Date.UTC(2026, 9, 24, 20), max: Date.UTC(2026, 9, 26, 4) });
const durations = fc.oneof(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: -5000, max: 8_000_000 }));

it.each<[ColumnType, fc.Arbitrary<number>]>([
  ['instant', instants],
  ['duration', durations],
  ['number', fc.oneof(fc.integer({ min: -20, max: 20 }), fc.double({ noNaN: true, noDefaultInfinity: true }))],
])('a search among cells of type %s finds a piece of what is shown, and nothing else', (type, values) => {
  const shown = (value: number): string => valueText(value, type, timeZone).toLowerCase();
  fc.assert(
    fc.property(fc.array(values, { minLength: 1, maxLength: 30 }), fc.nat(), fc.nat(), (all, from, length) => {
      const whole = shown(all[0] ?? 0);
      const start = from % whole.length;
      const text = whole.slice(start, start + 1 + (length % 8));
      const matches = numberMatcher(type, text, timeZone) ?? (() => false);
      expect(all.filter(matches)).toEqual(all.filter((value) => shown(value).includes(text)));
    }),
    { numRuns: 500 },
  );
});
