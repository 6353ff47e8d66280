import { readSource } from '../parse.ts';
import type { SourceFile } from '../tree.ts';
import { changePieces } from './changePieces.ts';
import { compose } from './compose.ts';
import { excerptOfAll, excerptOfItems } from './excerpt.ts';
import { headOf, layoutOf } from './layout.ts';
import { lineText, type LineText } from './lineText.ts';
import type { Layout, LiveText, TextChange, Touched } from './model.ts';
import { itemsIn, lineCountOf, readPieces, swapBetween, textOf, type Pieces } from './pieces.ts';
import { newTally } from './tally.ts';

/** What is kept of a file: its pieces, or its lines and the pieces it had before, which may come back. */
type Kept =
  | { readonly pieces: Pieces }
  | { readonly pieces: undefined; readonly lines: LineText; readonly known: Pieces['items'] };

/** A file as it is opened. */
export function openText(name: string, opened: string): LiveText {
  let kept = keep(opened, []);
  let text: string | undefined = opened;
  let read: SourceFile | undefined;
  let layout: Layout | undefined;
  const headSource = headOf(name);

  const whole = (): string => (text ??= kept.pieces === undefined ? kept.lines.text() : textOf(kept.pieces));
  const source = (): SourceFile => {
    const { pieces } = kept;
    return (read ??=
      pieces === undefined ? readSource(name, whole()) : compose(name, pieces.frame, pieces.items, pieces.indent));
  };
  return {
    name,
    get lineCount() {
      return kept.pieces === undefined ? kept.lines.count : lineCountOf(kept.pieces);
    },
    get layout() {
      return (layout ??= kept.pieces && layoutOf(kept.pieces, headSource));
    },
    change(changes) {
      const result = changeKept(kept, changes);
      kept = result.kept;
      text = read = layout = undefined;
      return result.touched;
    },
    text: whole,
    source,
    excerpt: (range) =>
      kept.pieces === undefined
        ? excerptOfAll(source())
        : excerptOfItems(name, kept.pieces, itemsIn(kept.pieces, range)),
    excerptOf: (items) =>
      kept.pieces === undefined ? excerptOfAll(source()) : excerptOfItems(name, kept.pieces, items),
  };
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
