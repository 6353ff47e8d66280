/** What is kept of the days that were asked for. */
import { expect, test } from 'vitest';
import { createDays, type Days } from '#sandbox/analytics/generate/days.ts';
import { generateDay } from '#sandbox/analytics/generate/generate.ts';
import type { Conversation } from '#sandbox/analytics/model.ts';
import { TEST_INSTANT } from '../../support/fakeClock.ts';
import { plan, today } from './generateSupport.ts';

const seen = (days: Days, day: number): readonly Conversation[] => days.seen(day, 0, TEST_INSTANT, TEST_INSTANT);

function counted(most: number): { readonly days: Days; readonly made: number[] } {
  const made: number[] = [];
  const make = (day: number): ReturnType<typeof generateDay> => {
    made.push(day - today);
    return generateDay(plan, day);
  };
  return { days: createDays(make, most), made };
}

test('a day that is kept is made once, and is the very same', () => {
  const { days, made } = counted(1_000);
  const first = seen(days, today - 1);
  expect(seen(days, today - 1)[0]).toBe(first[0]);
  expect(made).toEqual([-1]);
});

test('the day that was not asked for longest goes first, and is the same when it is made again', () => {
  const { days, made } = counted(1_000);
  const first = seen(days, today - 1);
  seen(days, today - 2);
  seen(days, today - 1);
  seen(days, today - 3);
  seen(days, today - 1);
  expect(made).toEqual([-1, -2, -3]);
  seen(days, today - 2);
  seen(days, today - 3);
  expect(made).toEqual([-1, -2, -3, -2, -3]);
  expect(seen(days, today - 1)).toEqual(first);
});

test('a day larger than all that is kept is answered all the same', () => {
  const { days } = counted(10);
  expect(seen(days, today - 1)).toEqual(seen(counted(1_000).days, today - 1));
});
