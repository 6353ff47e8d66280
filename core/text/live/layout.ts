/** What others see of a file that is read in pieces. */
import type { SourceFile } from '../tree.ts';
import { compose } from './compose.ts';
import { excerptOf } from './excerpt.ts';
import type { Frame } from './frame.ts';
import type { Excerpt, Layout } from './model.ts';
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
