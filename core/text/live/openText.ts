import { readSource } from '../parse.ts';
import type { SourceFile } from '../tree.ts';
import { changePieces } from './changePieces.ts';
import { compose } from './compose.ts';
import { excerptOfAll, excerptOfItems } from './excerpt.ts';
import { draftOf, headOf, layoutOf } from './layout.ts';
import { lineText, type LineText } from './lineText.ts';
import type { Layout, LiveText, TextChange, Touched } from './model.ts';
import { itemsIn, lineCountOf, readAll, readPieces, splitPieces, swapBetween, textOf, type Pieces } from './pieces.ts';
import { newTally } from './tally.ts';

/** What is kept of a file: its pieces, or its lines and the pieces it had before, which may come back. */
type Kept =
  | { readonly pieces: Pieces }
  | { readonly pieces: undefined; readonly lines: LineText; readonly known: Pieces['items'] };

/** A file as it is opened. Its items are read when one of them is asked for. */
export function openText(name: string, opened: string): LiveText {
  let opening = splitPieces(opened, []);
  let known: Kept | undefined;
  let text: string | undefined = opened;
  let read: SourceFile | undefined;
  let layout: Layout | undefined;
  const headSource = headOf(name);

  const kept = (): Kept => {
    if (known !== undefined) return known;
    const pieces = opening !== undefined && readAll(opening) ? opening : undefined;
    opening = undefined;
    return (known = pieces === undefined ? { pieces, lines: lineText(opened), known: [] } : { pieces });
  };
  const whole = (): string => (text ??= textIn(kept()));
  const source = (): SourceFile => {
    const { pieces } = kept();
    return (read ??=
      pieces === undefined ? readSource(name, whole()) : compose(name, pieces.frame, pieces.items, pieces.indent));
  };
  return {
    name,
    get lineCount() {
      const now = kept();
      return now.pieces === undefined ? now.lines.count : lineCountOf(now.pieces);
    },
    get layout() {
      const { pieces } = kept();
      return (layout ??= pieces && layoutOf(pieces, headSource));
    },
    get draft() {
      const pieces = opening ?? kept().pieces;
      return pieces && draftOf(pieces, headSource);
    },
    change(changes) {
      const result = changeKept(kept(), changes);
      known = result.kept;
      text = read = layout = undefined;
      return result.touched;
    },
    text: whole,
    source,
    excerpt(range) {
      const { pieces } = kept();
      return pieces === undefined ? excerptOfAll(source()) : excerptOfItems(name, pieces, itemsIn(pieces, range));
    },
    excerptOf(items) {
      const { pieces } = kept();
      return pieces === undefined ? excerptOfAll(source()) : excerptOfItems(name, pieces, items);
    },
  };
}

function textIn(kept: Kept): string {
  return kept.pieces === undefined ? kept.lines.text() : textOf(kept.pieces);
}

function keep(text: string, known: Pieces['items'], lines?: LineText): Kept {
  const pieces = readPieces(text, known);
  return pieces === undefined ? { pieces, lines: lines ?? lineText(text), known } : { pieces };
}

/** Makes the changes one after the other. Whether the text can be read in pieces again is asked once, at the end. */
function changeKept(before: Kept, changes: readonly TextChange[]): { readonly kept: Kept; readonly touched: Touched } {
  const items = before.pieces?.items;
  const tally = newTally();
  let kept = before;
  for (const change of changes) {
    if (kept.pieces === undefined) {
      kept.lines.change(change);
      continue;
    }
    const known = kept.pieces.items;
    const swap = changePieces(kept.pieces, change);
    if (swap === undefined || swap === 'entangled') {
      const lines = lineText(textOf(kept.pieces));
      if (swap === undefined) lines.change(change);
      kept = { pieces: undefined, lines, known };
    } else tally.add(swap);
  }
  if (kept.pieces !== undefined) return { kept, touched: tally.touched() };
  kept = keep(kept.lines.text(), kept.known, kept.lines);
  if (items === undefined || kept.pieces === undefined) return { kept, touched: { kind: 'all' } };
  return { kept, touched: { kind: 'items', ...swapBetween(items, kept.pieces) } };
}
