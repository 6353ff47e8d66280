/** What is selected when a selection grows. */
import type { LiveText } from '../../text/live/index.ts';
import type { Position, Range, Span } from '../../text/position.ts';
import type { Place, Step } from '../../text/walk.ts';
import { compare } from './at.ts';
import type { SelectionRange } from './model.ts';
import { placeIn } from './placeIn.ts';

/** For each position a word, its value, the pair, its map or item, the list, the key over it, and so on up to the file. */
export function selectionRanges(file: LiveText, positions: readonly Position[]): readonly SelectionRange[] {
  return positions.map((position) => selectionAt(file, position));
}

function selectionAt(file: LiveText, position: Position): SelectionRange {
  const { excerpt, document, place } = placeIn(file, position);
  const { source, toFile } = excerpt;
  const at = excerpt.fromFile(position);
  const offset = at === undefined ? undefined : source.lines.offsetAt(at);
  const spans = [
    { start: 0, end: source.text.length },
    ...(document === undefined ? [] : [document.span]),
    ...(place?.steps ?? []).flatMap(spansOf),
    ...(offset === undefined ? [] : spansIn(source.text, place, offset)),
  ];
  const ranges = spans.map((span): Range => {
    const { start, end } = source.lines.rangeOf(span);
    return { start: toFile(start), end: toFile(end) };
  });
  const start = { range: { start: position, end: position } };
  return ranges.reduce<SelectionRange | undefined>(grownFrom, undefined) ?? start;
}

function spansOf(step: Step): readonly Span[] {
  const inner = 'pair' in step ? step.pair : step.in.items[step.index];
  return [step.in.span, ...(inner === undefined ? [] : [inner.span])];
}

/** Of a scalar: all of it, what is between its quotes, and the word at the cursor. */
function spansIn(text: string, place: Place | undefined, offset: number): readonly Span[] {
  const last = place?.steps.at(-1);
  const key = place?.onKey === true && last !== undefined && 'pair' in last ? last.pair.key : undefined;
  const node = key ?? place?.node;
  if (node === undefined) return [];
  if (node.kind !== 'scalar') return [node.span];
  const { span, style } = node;
  const quoted = style === 'single' || style === 'double';
  const inside = quoted ? { start: span.start + 1, end: span.end - 1 } : span;
  const before = /[\p{L}\p{N}\p{M}_]*$/u.exec(text.slice(inside.start, offset))?.[0].length ?? 0;
  const behind = /^[\p{L}\p{N}\p{M}_]*/u.exec(text.slice(offset, inside.end))?.[0].length ?? 0;
  return [span, inside, { start: offset - before, end: offset + behind }];
}

/** The next smaller range; one that is not inside the last one, or is all of it, adds no step. */
function grownFrom(parent: SelectionRange | undefined, range: Range): SelectionRange | undefined {
  if (parent === undefined) return { range };
  const inside = compare(parent.range.start, range.start) <= 0 && compare(range.end, parent.range.end) <= 0;
  const same = compare(parent.range.start, range.start) === 0 && compare(parent.range.end, range.end) === 0;
  const empty = compare(range.start, range.end) >= 0;
  return inside && !same && !empty ? { range, parent } : parent;
}
