import { readSource } from '../parse.ts';
import { linesOf, type Lines } from '../position.ts';
import type { SourceFile } from '../tree.ts';
import { compose } from './compose.ts';
import { excerptOfAll, excerptOfItems } from './excerpt.ts';
import { headOf, layoutOf } from './layout.ts';
import type { Layout, LiveText, TextChange } from './model.ts';
import { changePieces, itemsIn, readPieces, swapBetween, tailLine, textOf, type Pieces } from './pieces.ts';
import { newTally, type Tally } from './tally.ts';

/** A file as it is opened. */
export function openText(name: string, opened: string): LiveText {
  let pieces = readPieces(opened, []);
  /** Items of the file when it could be read in pieces last: they may come back. */
  let known: Pieces['items'] = [];
  let text: string | undefined = opened;
  let lines: Lines | undefined;
  let read: SourceFile | undefined;
  let layout: Layout | undefined;
  const headSource = headOf(name);

  const whole = (): string => (text ??= pieces === undefined ? '' : textOf(pieces));
  const wholeLines = (): Lines => (lines ??= linesOf(whole()));
  const source = (): SourceFile =>
    (read ??=
      pieces === undefined ? readSource(name, whole()) : compose(name, pieces.frame, pieces.items, pieces.indent));

  const apply = (change: TextChange, tally: Tally): void => {
    const before = pieces;
    const items = before?.items;
    const swap = before === undefined ? undefined : changePieces(before, change);
    if (before !== undefined && swap === 'entangled') {
      // The change is made, but not in a way that can be read in pieces.
      text = textOf(before);
      pieces = undefined;
    } else if (swap === undefined || swap === 'entangled') {
      text = changed(whole(), change, wholeLines);
      pieces = readPieces(text, items ?? known);
    } else text = undefined;
    known = pieces?.items ?? items ?? known;
    lines = undefined;
    if (items === undefined || pieces === undefined) tally.all();
    else tally.add(swap === undefined || swap === 'entangled' ? swapBetween(items, pieces) : swap);
  };

  return {
    name,
    get lineCount() {
      return pieces === undefined ? wholeLines().count : tailLine(pieces) + pieces.frame.tailBreaks + 1;
    },
    get layout() {
      return (layout ??= pieces && layoutOf(pieces, headSource));
    },
    change(changes) {
      const tally = newTally();
      for (const change of changes) apply(change, tally);
      read = undefined;
      layout = undefined;
      return tally.touched();
    },
    text: whole,
    source,
    excerpt: (range) =>
      pieces === undefined ? excerptOfAll(source()) : excerptOfItems(name, pieces, itemsIn(pieces, range)),
    excerptOf: (items) => (pieces === undefined ? excerptOfAll(source()) : excerptOfItems(name, pieces, items)),
  };
}

function changed(before: string, { range, text }: TextChange, lines: () => Lines): string {
  if (range === undefined) return text;
  return before.slice(0, lines().offsetAt(range.start)) + text + before.slice(lines().offsetAt(range.end));
}
