/** The promise of formatting: what was formatted says the same as before, or the edits are left out. */
import { applyEdits, insert, type SpanEdit } from '../text/edit.ts';
import { openText } from '../text/live/index.ts';
import { readSource } from '../text/parse.ts';
import type { Span } from '../text/position.ts';
import type { SourceFile } from '../text/tree.ts';
import type { Page } from './page.ts';
import { saysTheSame } from './same.ts';
import { unitsOf } from './units.ts';

export interface Wanted {
  /** At the beginnings of lines and behind dashes. */
  readonly indentation: readonly SpanEdit[];
  readonly others: readonly SpanEdit[];
  /** What cannot be read. */
  readonly problems: readonly Span[];
}

/** All edits where the text then says the same; else without the parts that do not; else without indentation; else none. */
export function firstSafe(source: SourceFile, page: Page, wanted: Wanted): readonly SpanEdit[] {
  const units = unitsOf(source, page);
  const indentation = wanted.indentation.toSorted(byStart);
  const broken = new Set(wanted.problems.flatMap((problem) => touched(units, problem)));
  const sound = outside(wanted.others.toSorted(byStart), units, broken);
  const all = [...indentation, ...sound].toSorted(byStart);
  if (isSafe(source, all)) return all;
  const bad = new Set(units.filter((unit) => !standsAlone(source, unit, all)));
  const good = outside(sound, units, bad);
  const attempts = [
    () => [...indentation, ...good],
    () => [...outside(indentation, units, bad), ...stiffly(page, indentation, [...bad]), ...good],
    () => good,
  ];
  for (const attempt of attempts) {
    const edits = attempt().toSorted(byStart);
    if (isSafe(source, edits)) return edits;
  }
  return [];
}

function isSafe(source: SourceFile, edits: readonly SpanEdit[]): boolean {
  return edits.length === 0 || saysTheSame(source, openText(source.name, applyEdits(source.text, edits)).source());
}

/** Whether a part, read by itself, says the same after its edits. */
function standsAlone({ name, text }: SourceFile, unit: Span, edits: readonly SpanEdit[]): boolean {
  const own: SpanEdit[] = [];
  for (let index = firstFrom(edits, unit.start); index < edits.length; index++) {
    const { span, newText } = edits[index] ?? insert(unit.end, '');
    if (span.start >= unit.end || span.end > unit.end) break;
    own.push({ span: { start: span.start - unit.start, end: span.end - unit.start }, newText });
  }
  if (own.length === 0) return true;
  const before = text.slice(unit.start, unit.end);
  return saysTheSame(readSource(name, before), readSource(name, applyEdits(before, own)));
}

/** Parts that cannot be indented anew move as a whole, as far as their first lines do. */
function stiffly(page: Page, indentation: readonly SpanEdit[], units: readonly Span[]): readonly SpanEdit[] {
  return units.flatMap((unit): readonly SpanEdit[] => {
    const first = indentation[firstFrom(indentation, unit.start)];
    if (first?.span.start !== unit.start) return [];
    const by = first.newText.length - (first.span.end - first.span.start);
    const edits: SpanEdit[] = [];
    for (let line = page.lineOf(unit.start); line < page.lineCount && page.spanOf(line).start < unit.end; line++) {
      const { start } = page.spanOf(line);
      const room = Math.min(-by, page.indentOf(line));
      if (room > 0) edits.push({ span: { start, end: start + room }, newText: '' });
      else if (by > 0 && !page.isBlank(line)) edits.push(insert(start, ' '.repeat(by)));
    }
    return edits;
  });
}

function outside(edits: readonly SpanEdit[], units: readonly Span[], left: ReadonlySet<Span>): readonly SpanEdit[] {
  if (left.size === 0) return edits;
  return edits.filter(({ span }) => !touched(units, span).some((unit) => left.has(unit)));
}

/** The units, of all in their order, that a span lies in or touches. */
function touched(units: readonly Span[], { start, end }: Span): readonly Span[] {
  let low = 0;
  let high = units.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((units[middle]?.end ?? Infinity) <= start) low = middle + 1;
    else high = middle;
  }
  let after = low;
  while (after < units.length && (units[after]?.start ?? Infinity) <= end) after++;
  return units.slice(low, after);
}

/** The place of the first edit that begins there or later. */
function firstFrom(edits: readonly SpanEdit[], offset: number): number {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edits[middle]?.span.start ?? Infinity) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function byStart(a: SpanEdit, b: SpanEdit): number {
  return a.span.start - b.span.start;
}
