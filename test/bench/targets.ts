/** What was promised for ten thousand entries, and whether it is kept. */
import { type Name, NAMES } from './contenders.ts';
import type { Compute } from './compute.ts';
import type { Measure } from './measure.ts';
import type { Figure } from './rounds.ts';

export interface Target {
  readonly what: string;
  /** How the figure has to be, in words: `at most 2.5 ×`. */
  readonly promised: string;
  readonly measured: string;
  readonly isKept: boolean;
}

const LARGE = 10_000;
const SMALL = 100;

/** Targets whose figures were not all measured are left out. */
export function judge(figures: readonly Figure[], compute: Compute | undefined): readonly Target[] {
  const figureOf = (name: Name, measure: Measure, entries = LARGE): Figure | undefined =>
    figures.find((one) => one.name === name && one.measure === measure && one.entries === entries);
  const ratio = (above: Figure | undefined, below: Figure | undefined, part: Part): number | undefined =>
    above && below && above[part] / below[part];
  const against = (name: Name, measure: Measure, part: Part): number | undefined =>
    ratio(figureOf(name, measure), figureOf(NAMES.ours, measure), part);
  const growth = (measure: Measure, part: Part): number | undefined =>
    ratio(figureOf(NAMES.ours, measure, LARGE), figureOf(NAMES.ours, measure, SMALL), part);
  const overFloor = ratio(figureOf(NAMES.ours, 'keystroke'), figureOf(NAMES.echo, 'keystroke'), 'p95');

  return [
    fraction('keystroke → diagnostics, p95, of yaml-language-server', 250, against(NAMES.shipped, 'keystroke', 'p95')),
    fraction('the same, of it without its delay', 150, against(NAMES.undelayed, 'keystroke', 'p95')),
    atMost('the same, of the echo server', 2.5, ' ×', overFloor),
    atMost("the server's own work for a keystroke, p99", 0.5, ' ms', compute?.p99),
    fraction('open → diagnostics, median', 8, against(NAMES.shipped, 'open', 'median')),
    fraction('peak memory', 8, against(NAMES.shipped, 'memory', 'median')),
    fraction('completion right after an edit, median', 500, against(NAMES.shipped, 'completionAfterEdit', 'median')),
    fraction('start-up, median', 3, against(NAMES.shipped, 'startUp', 'median')),
    atMost('keystroke → diagnostics, p95, of that at 100 entries', 1.5, ' ×', growth('keystroke', 'p95')),
    atMost('completion, median, of that at 100 entries', 1.5, ' ×', growth('completion', 'median')),
    atMost(
      'completion right after an edit, median, of that at 100 entries',
      1.5,
      ' ×',
      growth('completionAfterEdit', 'median'),
    ),
  ].filter((target) => target !== undefined);
}

type Part = 'median' | 'p95';

function fraction(what: string, promised: number, measured: number | undefined): Target | undefined {
  if (measured === undefined) return undefined;
  const digits = measured < 10 ? 1 : 0;
  return {
    what,
    promised: `at most 1/${promised}`,
    measured: `1/${measured.toFixed(digits)}`,
    isKept: measured >= promised,
  };
}

function atMost(what: string, promised: number, unit: string, measured: number | undefined): Target | undefined {
  if (measured === undefined) return undefined;
  return {
    what,
    promised: `at most ${promised}${unit}`,
    measured: `${measured.toFixed(2)}${unit}`,
    isKept: measured <= promised,
  };
}
