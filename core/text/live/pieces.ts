/** A file that can be read in pieces, as it is now, and how an edit changes it. */
import { maxCharacters, maxMarks } from '../parse.ts';
import { linesOf, type Position, type Range } from '../position.ts';
import { outlineFor } from './compose.ts';
import { readFrame, type Frame } from './frame.ts';
import type { TextChange } from './model.ts';
import { addTo, areApart, noSums, readPiece, type Piece, type Sums } from './piece.ts';
import { beginsItem, isHeadOf, isTail, splitItems, splitText } from './split.ts';

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
  const split = splitText(text);
  if (split === undefined) return undefined;
  const frame = readFrame(split.head, split.tail);
  if (frame === undefined) return undefined;
  const same = sameEnds(known, split.items);
  const items: Piece[] = [];
  for (const [index, own] of split.items.entries()) {
    const fromEnd = split.items.length - index;
    const old = index < same.start ? known[index] : fromEnd <= same.end ? known[known.length - fromEnd] : undefined;
    const piece = old ?? readPiece(own);
    if (piece === undefined) return undefined;
    items.push(piece);
  }
  const pieces: Pieces = { frame, items, indent: split.indent, sums: noSums() };
  addTo(pieces.sums, frame, 1);
  for (const item of items) addTo(pieces.sums, item, 1);
  number(pieces, 0);
  return isSound(pieces) ? pieces : undefined;
}

/** How many texts are the same from the start on, and of the others from the end on. */
function sameEnds(known: readonly Piece[], texts: readonly string[]): { readonly start: number; readonly end: number } {
  const most = Math.min(known.length, texts.length);
  let start = 0;
  while (start < most && known[start]?.text === texts[start]) start++;
  let end = 0;
  while (end < most - start && known.at(-1 - end)?.text === texts.at(-1 - end)) end++;
  return { start, end };
}

/** Limits of a whole file, and names that pieces share. */
function isSound({ frame, sums }: Pieces): boolean {
  if (!areApart(sums) || sums.characters > maxCharacters) return false;
  if (sums.characters > maxMarks && sums.marks > maxMarks) return false;
  return outlineFor(frame, sums.broken > (frame.broken ? 1 : 0)) !== undefined;
}

/** Tells items where they stand. */
function number({ frame, items }: Pieces, from: number, to = Infinity): void {
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

/** A place in a part of the file: -1 is the head, then come the items, then what stands behind them. */
interface Place {
  readonly part: number;
  readonly offset: number;
}

function placeOf(pieces: Pieces, position: Position): Place {
  const { frame, items } = pieces;
  const { line, character } = position;
  if (line < frame.headBreaks) return { part: -1, offset: linesOf(frame.head).offsetAt(position) };
  const end = tailLine(pieces);
  if (line >= end && frame.tail !== '') {
    return { part: items.length, offset: linesOf(frame.tail).offsetAt({ line: line - end, character }) };
  }
  const item = itemAt(pieces, line) ?? items.at(-1);
  if (item === undefined) return { part: -1, offset: frame.head.length };
  return { part: item.index, offset: item.lines.offsetAt({ line: line - item.line, character }) };
}

/**
 * Makes a change. Undefined where looking at one place does not tell whether the text can still be read in pieces:
 * then nothing is changed yet. `entangled` where all is changed, and the pieces depend on each other now.
 */
export function changePieces(pieces: Pieces, { range, text }: TextChange): Swap | 'entangled' | undefined {
  if (range === undefined) return undefined;
  const { frame, items } = pieces;
  const start = placeOf(pieces, range.start);
  const end = placeOf(pieces, range.end);
  if (end.part < start.part || (end.part === start.part && end.offset < start.offset)) return undefined;
  const edited = (from: string, to: string): string => from.slice(0, start.offset) + text + to.slice(end.offset);
  if (end.part === -1) return changeFrame(pieces, edited(frame.head, frame.head), frame.tail);
  if (start.part === items.length) return changeFrame(pieces, frame.head, edited(frame.tail, frame.tail));
  const first = items[start.part];
  const last = items[end.part];
  if (first === undefined || last === undefined) return undefined;
  return changeItems(pieces, start.part, end.part, edited(first.text, last.text));
}

function changeFrame(pieces: Pieces, head: string, tail: string): Swap | 'entangled' | undefined {
  if (!isHeadOf(head) || !isTail(tail)) return undefined;
  if (tail !== '' && pieces.items.at(-1)?.text.endsWith('\n') !== true) return undefined;
  const before = pieces.frame;
  const frame = readFrame(head, tail);
  if (frame === undefined) return undefined;
  pieces.frame = frame;
  addTo(pieces.sums, before, -1);
  addTo(pieces.sums, frame, 1);
  if (before.headBreaks !== frame.headBreaks) number(pieces, 0);
  return isSound(pieces) ? { removed: [], added: [], head: true } : 'entangled';
}

/** Puts other lines in place of the items from `first` to `last`. */
function changeItems(pieces: Pieces, first: number, last: number, edited: string): Swap | 'entangled' | undefined {
  const { frame, items, indent, sums } = pieces;
  let text = edited;
  let from = first;
  let to = last + 1;
  const above = items[from - 1];
  if (text !== '' && !beginsItem(text, indent)) {
    if (above === undefined) return undefined;
    text = above.text + text;
    from--;
  }
  const below = items[to];
  if (text !== '' && !text.endsWith('\n')) {
    if (below !== undefined) {
      text += below.text;
      to++;
    } else if (frame.tail !== '') return undefined;
  }
  const texts = splitItems(text, indent);
  if (texts === undefined || texts.length + items.length === to - from) return undefined;
  const same = sameEnds(items.slice(from, to), texts);
  from += same.start;
  to -= same.end;
  const added: Piece[] = [];
  for (const own of texts.slice(same.start, texts.length - same.end)) {
    const piece = readPiece(own);
    if (piece === undefined) return undefined;
    added.push(piece);
  }
  const removed = items.slice(from, to);
  pieces.items = items.slice(0, from).concat(added, items.slice(to));
  for (const item of removed) addTo(sums, item, -1);
  for (const item of added) addTo(sums, item, 1);
  const moves = removed.length !== added.length || breaksOf(removed) !== breaksOf(added);
  number(pieces, from, moves ? Infinity : from + added.length);
  if (!isSound(pieces)) return 'entangled';
  return { removed, added, head: to === items.length && removed.length + added.length > 0 };
}

function breaksOf(items: readonly Piece[]): number {
  return items.reduce((sum, { breaks }) => sum + breaks, 0);
}
