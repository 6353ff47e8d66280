/** A file that can be read in pieces, as it is now, for an edit to change. */
import { marksIn, maxCharacters, maxMarks } from '../parse.ts';
import type { Range } from '../position.ts';
import { outlineFor } from './compose.ts';
import { readFrame, type Frame } from './frame.ts';
import { newPiece, type Piece } from './piece.ts';
import { splitText } from './split.ts';
import { addShared, areApart, noSums, type Sums } from './sums.ts';

/** An edit changes all of it in place. */
export interface Pieces {
  frame: Frame;
  items: Piece[];
  readonly indent: number;
  readonly sums: Sums;
}

/** What an edit did. */
export interface Swap {
  readonly removed: readonly Piece[];
  readonly added: readonly Piece[];
  /** The text of the frame, or of the last item, is another one. */
  readonly head: boolean;
}

/** Reads a text in pieces, if it can be read so. Items of `known` that are still there are not read again. */
export function readPieces(text: string, known: readonly Piece[]): Pieces | undefined {
  const pieces = splitPieces(text, known);
  return pieces !== undefined && readAll(pieces) ? pieces : undefined;
}

/** The pieces as the lines of a text tell them, without reading the items. */
export function splitPieces(text: string, known: readonly Piece[]): Pieces | undefined {
  if (text.length > maxCharacters) return undefined;
  const marks = marksIn(text);
  if (marks > maxMarks) return undefined;
  const split = splitText(text);
  if (split === undefined) return undefined;
  const frame = readFrame(split.head, split.tail);
  if (frame === undefined) return undefined;
  const same = sameEnds(known, split.items);
  const items = split.items.map((own, index) => {
    const fromEnd = split.items.length - index;
    const old = index < same.start ? known[index] : fromEnd <= same.end ? known[known.length - fromEnd] : undefined;
    return old ?? newPiece(own);
  });
  const pieces: Pieces = { frame, items, indent: split.indent, sums: { ...noSums(), marks } };
  number(pieces, 0);
  return pieces;
}

/** Reads the items that are not read yet. False where one cannot be read alone, or they depend on each other. */
export function readAll(pieces: Pieces): boolean {
  const { frame, items, sums } = pieces;
  if (!items.every((item) => item.read())) return false;
  addShared(sums, frame, 1);
  for (const item of items) addShared(sums, item, 1);
  return isSound(pieces);
}

/** How many texts are the same from the start on, and of the others from the end on. */
export function sameEnds(
  known: readonly Piece[],
  texts: readonly string[],
): { readonly start: number; readonly end: number } {
  const most = Math.min(known.length, texts.length);
  let start = 0;
  while (start < most && known[start]?.text === texts[start]) start++;
  let end = 0;
  while (end < most - start && known.at(-1 - end)?.text === texts.at(-1 - end)) end++;
  return { start, end };
}

/** Limits of a whole file, and names that pieces share. */
export function isSound({ frame, sums }: Pieces): boolean {
  if (!areApart(sums) || sums.characters > maxCharacters) return false;
  if (sums.marks > maxMarks) return false;
  return outlineFor(frame, sums.broken > (frame.shared.broken ? 1 : 0)) !== undefined;
}

/** Tells items where they stand. */
export function number({ frame, items }: Pieces, from: number, to = Infinity): void {
  const above = items[from - 1];
  let line = above === undefined ? frame.headBreaks : above.line + above.breaks;
  for (let index = from; index < Math.min(to, items.length); index++) {
    const item = items[index];
    if (item === undefined) break;
    item.line = line;
    item.index = index;
    line += item.breaks;
  }
}

/** Lines before what stands behind the items. */
export function tailLine({ items }: Pieces): number {
  const last = items.at(-1);
  return last === undefined ? 0 : last.line + last.breaks;
}

export function lineCountOf(pieces: Pieces): number {
  return tailLine(pieces) + pieces.frame.tailBreaks + 1;
}

export function textOf({ frame, items }: Pieces): string {
  return frame.head + items.map(({ text }) => text).join('') + frame.tail;
}

export function itemAt(pieces: Pieces, line: number): Piece | undefined {
  const { frame, items } = pieces;
  if (line < frame.headBreaks) return undefined;
  const end = tailLine(pieces);
  if (line >= end) {
    const last = items.at(-1);
    return frame.tail === '' && last?.text.endsWith('\n') === false && line === end ? last : undefined;
  }
  return items[indexAt(items, line)];
}

/** Items that have a line, or a part of it, in the range. */
export function itemsIn({ items }: Pieces, { start, end }: Range): readonly Piece[] {
  const from = indexAt(items, start.line);
  return items.slice(from, indexAt(items, end.line) + 1).filter(({ line, breaks }) => {
    return line <= end.line && line + Math.max(breaks, 1) > start.line;
  });
}

/** The last item that begins at or above a line; the first one where none does. */
function indexAt(items: readonly Piece[], line: number): number {
  let low = 0;
  let high = items.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((items[middle]?.line ?? 0) <= line) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** What happened to items while all of the text was split anew. */
export function swapBetween(before: readonly Piece[], { items }: Pieces): Swap {
  const [old, now] = [new Set(before), new Set(items)];
  return {
    removed: before.filter((item) => !now.has(item)),
    added: items.filter((item) => !old.has(item)),
    head: true,
  };
}
