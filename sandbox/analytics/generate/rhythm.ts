/** How many conversations a day has, and when they start. */
import type { Draw } from './draw.ts';

export const dayMs = 86_400_000;
const hourMs = 3_600_000;

/** UTC days since the epoch, whose first was a Thursday. */
export function dayOf(moment: number): number {
  return Math.floor(moment / dayMs);
}

/** Share of a working day's volume, Sunday first. */
const week = [0.25, 1.05, 1, 0.97, 0.98, 1, 0.4] as const;

/** Weight of each UTC hour: two peaks by day, a trickle by night. */
const hours = [
  0.3, 0.2, 0.2, 0.2, 0.3, 1, 3, 6.5, 8, 9, 9.5, 9, 8, 8.5, 9, 8.5, 7, 5, 3.5, 2.5, 1.8, 1.2, 0.8, 0.5,
] as const;

const startsOfHours: readonly number[] = hours.map((_, hour) => sum(hours.slice(0, hour)) / sum(hours));

function sum(list: readonly number[]): number {
  return list.reduce((total, one) => total + one, 0);
}

/** How many conversations start on a day of `dayOf`. */
export function volumeOf(day: number, perDay: number): number {
  return Math.round(perDay * (week[(day + 4) % 7] ?? 1));
}

/**
 * When conversation `index` of `count` starts, in ms after midnight UTC. Each has its own share of the day and starts
 * anywhere in it, so that their order is that of their starts and no hour is empty by accident.
 */
export function startOf(index: number, count: number, draw: Draw): number {
  const place = (index + draw.next()) / count;
  const hour = startsOfHours.findLastIndex((start) => start <= place);
  const [from, to] = [startsOfHours[hour] ?? 0, startsOfHours[hour + 1] ?? 1];
  return Math.min(dayMs - 1, Math.floor((hour + (place - from) / (to - from)) * hourMs));
}
