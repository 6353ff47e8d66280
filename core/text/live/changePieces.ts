/** What an edit does to the pieces of a file. */
import { linesOf, type Position } from '../position.ts';
import { readFrame } from './frame.ts';
import type { TextChange } from './model.ts';
import { readPiece, type Piece } from './piece.ts';
import { isSound, itemAt, number, sameEnds, tailLine, type Pieces, type Swap } from './pieces.ts';
import { beginsItem, isHeadOf, isTail, splitItems } from './split.ts';
import { addTo } from './sums.ts';

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
