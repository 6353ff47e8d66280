import { InvalidArgumentError } from 'commander';
import { parseInstant } from '#core/contract/instant.ts';

const UNITS = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 7 * 86_400_000 } as const;

/** `7d`, `24h`, `2026-11-20` (from midnight UTC) or an RFC 3339 instant, given `now` in ms since the epoch. */
export function sinceOf(text: string, now: number): number | undefined {
  const [, count, unit] = /^(\d{1,5})([mhdw])$/.exec(text) ?? [];
  if (count !== undefined && isUnit(unit)) return now - Number(count) * UNITS[unit];
  return parseInstant(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00Z` : text);
}

const isUnit = (text: string | undefined): text is keyof typeof UNITS => text !== undefined && text in UNITS;

/** For commander. */
export const sinceOption =
  (now: () => number) =>
  (text: string): number => {
    const instant = sinceOf(text, now());
    if (instant !== undefined) return instant;
    throw new InvalidArgumentError('Give a time such as 7d, 24h, 2026-11-20 or 2026-11-20T12:00:00Z.');
  };
