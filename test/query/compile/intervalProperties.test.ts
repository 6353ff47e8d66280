import fc from 'fast-check';
import { expect, it } from 'vitest';
import { intervalWords, resolveInterval, type ResolvedInterval } from '#core/query/compile/index.ts';

const zone = fc.constantFrom(
  'UTC',
  'Europe/Amsterdam',
  'America/New_York',
  'America/St_Johns',
  'America/Sao_Paulo',
  'America/Havana',
  'America/Santiago',
  'America/Asuncion',
  'America/Nuuk',
  'Atlantic/Azores',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Antarctica/Troll',
  'Asia/Beirut',
  'Asia/Gaza',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Tehran',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Pacific/Kiritimati',
);

const now = fc.integer({ min: Date.UTC(1990, 0, 2), max: Date.UTC(2040, 0) });
const count = fc.integer({ min: 1, max: 400 });
const word = fc.oneof(
  fc.constantFrom(...intervalWords.map(({ text }) => text)),
  fc
    .tuple(count, fc.constantFrom('minutes', 'hours', 'days', 'weeks', 'months', 'quarters'))
    .map(([n, unit]) => `last ${n} ${unit}`),
);

function resolved(text: string, at: number, timeZone: string): ResolvedInterval | undefined {
  const result = resolveInterval(text, { now: at, timeZone });
  return result.ok ? result.interval : undefined;
}

const calendars = new Map<string, Intl.DateTimeFormat>();

/** The local date by another road than the code's: the platform's own calendar. */
function dateAt(instant: number, timeZone: string): string {
  const calendar = calendars.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone });
  calendars.set(timeZone, calendar);
  return calendar.format(instant);
}

function expectMidnight(instant: number, timeZone: string): void {
  const [before, at] = [dateAt(instant - 1, timeZone), dateAt(instant, timeZone)];
  if (before >= at) throw new Error(`${new Date(instant).toISOString()} begins no day in ${timeZone}.`);
}

it('every interval begins before it ends, and never ends in the last minute', () => {
  fc.assert(
    fc.property(word, now, zone, (text, at, timeZone) => {
      const interval = resolved(text, at, timeZone);
      // Only in the first minute of a day can there be nothing in `today`, `this week` and the like.
      if (interval === undefined) {
        expect(text).toMatch(/^(?:today|this)/);
        return;
      }
      expect(interval.from).toBeLessThan(interval.to);
      expect(interval.to).toBeLessThanOrEqual(/^(?:today|this)|(?:minutes|hours)$/.test(text) ? at - 60_000 : at);
    }),
    { numRuns: 800 },
  );
});

it('whole days, weeks, months and quarters begin and end with a local day', () => {
  fc.assert(
    fc.property(count, fc.constantFrom('days', 'weeks', 'months', 'quarters'), now, zone, (n, unit, at, timeZone) => {
      const interval = resolved(`last ${n} ${unit}`, at, timeZone);
      if (interval === undefined) throw new Error('No interval.');
      expectMidnight(interval.from, timeZone);
      expectMidnight(interval.to, timeZone);
    }),
    { numRuns: 800 },
  );
});

it('neighbours touch without gap or overlap', () => {
  fc.assert(
    fc.property(count, now, zone, (n, at, timeZone) => {
      const from = (text: string): number | undefined => resolved(text, at, timeZone)?.from;
      const to = (text: string): number | undefined => resolved(text, at, timeZone)?.to;
      const today = from('today');
      // In the first minute of a day there is nothing to compare with.
      fc.pre(today !== undefined);
      expect(to('yesterday')).toBe(today);
      expect(to(`last ${n} days`)).toBe(today);
      expect(from('yesterday')).toBe(from('last 1 days'));
      expect(to('last week')).toBe(from('this week'));
      expect(to(`last ${n} weeks`)).toBe(to('last week'));
      expect(to('last month')).toBe(from('this month'));
      expect(to(`last ${n} months`)).toBe(to('last month'));
      expect(to('last quarter')).toBe(from('this quarter'));
      // The day before the last n days is what the last n + 1 days have more.
      const earlier = resolved(`last ${n} days`, at, timeZone)?.from ?? at;
      const dayBefore = resolved('yesterday', earlier + 3 * 3_600_000, timeZone);
      expect(dayBefore).toMatchObject({ from: from(`last ${n + 1} days`), to: earlier });
    }),
    { numRuns: 200 },
  );
});

it('what is sent means the same instants in every zone', () => {
  fc.assert(
    fc.property(word, now, zone, zone, (text, at, timeZone, elsewhere) => {
      const interval = resolved(text, at, timeZone);
      if (interval === undefined) return;
      expect(resolved(interval.sent, at, elsewhere)).toEqual(interval);
    }),
    { numRuns: 800 },
  );
});
