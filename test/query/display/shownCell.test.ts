import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { isoUtc, shownCell, shownTitle } from '#core/query/run/display/index.ts';
import type { Cell, ColumnType } from '#core/query/run/model.ts';

const shown = (cell: Cell, type: ColumnType, timeZone = 'UTC') => shownCell(cell, { type }, { timeZone });

describe('a duration', () => {
  it.each([
    [0, '0s'],
    [250, '250ms'],
    [999.4, '999ms'],
    [999.6, '1s'],
    [9_000, '9s'],
    [59_999, '1m 00s'],
    [303_000, '5m 03s'],
    [3_903_000, '1h 05m 03s'],
    [90_061_000, '25h 01m 01s'],
    [-303_000, '-5m 03s'],
    [-0.2, '0s'],
  ])('of %d ms is %s', (ms, text) => {
    expect(shown(ms, 'duration')).toEqual({ text, hint: `${ms} ms` });
  });
});

describe('an instant', () => {
  it('is on the clocks of the zone, and its hint is exact in the hour that comes twice', () => {
    const [first, second] = [Date.UTC(2026, 9, 25, 0, 30, 5, 7), Date.UTC(2026, 9, 25, 1, 30, 5, 7)];
    expect(shown(first, 'instant', 'Europe/Rome')).toEqual({
      text: '2026-10-25 02:30:05',
      hint: '2026-10-25T02:30:05.007+02:00',
    });
    expect(shown(second, 'instant', 'Europe/Rome')).toEqual({
      text: '2026-10-25 02:30:05',
      hint: '2026-10-25T02:30:05.007+01:00',
    });
  });

  it('is what luxon makes of it, in every zone at every time', () => {
    const zones = ['UTC', 'Europe/Rome', 'America/St_Johns', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia'];
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2100, 0) }),
        fc.constantFrom(...zones),
        (instant, zone) => {
          const there = DateTime.fromMillis(instant, { zone });
          expect(shown(instant, 'instant', zone)).toEqual({
            text: there.toFormat('yyyy-MM-dd HH:mm:ss'),
            hint: there.toISO(),
          });
        },
      ),
      { numRuns: 500, examples: [[Date.UTC(2001, 3, 1, 3, 31), 'America/St_Johns']] },
    );
  });

  it('is ISO 8601 in UTC for others, over all that a date can be', () => {
    fc.assert(
      fc.property(fc.integer({ min: -8.64e15, max: 8.64e15 }), (instant) => {
        expect(isoUtc(instant)).toBe(new Date(instant).toISOString());
      }),
      { numRuns: 1000 },
    );
    for (const none of [8.64e15 + 1, Number.NaN, Number.POSITIVE_INFINITY]) expect(isoUtc(none)).toBeUndefined();
  });

  it('names its zone in the heading', () => {
    expect(shownTitle({ title: 'Start', type: 'instant' }, { timeZone: 'Europe/Rome' })).toBe('Start (Europe/Rome)');
    expect(shownTitle({ title: 'Queue', type: 'text' }, { timeZone: 'Europe/Rome' })).toBe('Queue');
  });
});

describe('other cells', () => {
  it.each<[Cell, ColumnType, unknown]>([
    [1240, 'number', '1240'],
    [-1, 'number', '-1'],
    [1e21, 'number', '1e+21'],
    [12.3456789, 'number', { text: '12.346', hint: '12.3456789' }],
    [0.0000123, 'number', '0.0000123'],
    [true, 'boolean', 'true'],
    ['Billing', 'text', 'Billing'],
    [' ', 'text', ' '],
  ])('%o as %s', (cell, type, text) => {
    expect(shown(cell, type)).toEqual(text);
  });

  it.each(['text', 'number', 'duration', 'instant', 'boolean'] as const)(
    'of type %s tell null, missing and empty apart',
    (type) => {
      expect([null, undefined, ''].map((cell) => shown(cell, type))).toEqual([
        { text: '', state: 'null' },
        { text: '', state: 'missing' },
        { text: '', state: 'empty' },
      ]);
    },
  );
});
