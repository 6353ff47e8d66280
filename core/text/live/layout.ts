/** What others see of a file that is read in pieces. */
import type { SourceFile } from '../tree.ts';
import { compose, outlineFor } from './compose.ts';
import { excerptOf } from './excerpt.ts';
import type { Frame } from './frame.ts';
import type { Draft, Excerpt, Item, Layout } from './model.ts';
import type { Piece } from './piece.ts';
import { itemAt, type Pieces } from './pieces.ts';

export type HeadSource = (pieces: Pieces, last: Piece) => SourceFile;

/** Reads the head with the last item, anew only where one of them has changed. */
export function headOf(name: string): HeadSource {
  let read: { readonly frame: Frame; readonly last: Piece; readonly source: SourceFile } | undefined;
  return ({ frame, indent }, last) => {
    if (read?.frame !== frame || read.last !== last) {
      read = { frame, last, source: compose(name, frame, [last], indent) };
    }
    return read.source;
  };
}

/** Good until the next change. */
export function layoutOf(pieces: Pieces, headSource: HeadSource): Layout {
  let head: Excerpt | undefined;
  return {
    items: pieces.items,
    get head() {
      const last = pieces.items.slice(-1);
      const [only] = last;
      if (only === undefined) throw new Error('A layout has items.');
      return (head ??= excerptOf(headSource(pieces, only), pieces, last));
    },
    itemAt: (line) => itemAt(pieces, line),
  };
}

/** Of pieces that may not be read yet. Undefined where the head cannot be read with the last item. */
export function draftOf(pieces: Pieces, headSource: HeadSource): Draft | undefined {
  const last = pieces.items.at(-1);
  if (last?.read() !== true || outlineFor(pieces.frame, last.shared.broken) === undefined) return undefined;
  return { head: layoutOf(pieces, headSource).head, last, items: () => itemsOf(pieces) };
}

/** Ends at an item that cannot be read alone. */
function* itemsOf({ items }: Pieces): Iterable<Item> {
  for (const item of items) {
    if (!item.read()) return;
    yield item;
  }
}
