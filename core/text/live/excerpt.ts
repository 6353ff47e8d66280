/** Some lines of a file, read as a file of its own. */
import type { Position } from '../position.ts';
import type { SourceFile } from '../tree.ts';
import { compose } from './compose.ts';
import type { Excerpt, Item } from './model.ts';
import type { Piece } from './piece.ts';
import { tailLine, type Pieces } from './pieces.ts';

/** Lines that stand together in the file. */
interface Stretch {
  readonly line: number;
  readonly count: number;
}

/** The head, the last item, and those of `wanted` that are items of the file as it is now. */
export function excerptOfItems(name: string, pieces: Pieces, wanted: readonly Item[]): Excerpt {
  const last = pieces.items.length - 1;
  const indexes = new Set([
    ...wanted.filter((item) => pieces.items[item.index] === item).map(({ index }) => index),
    last,
  ]);
  const chosen = [...indexes].toSorted((a, b) => a - b).flatMap((index) => pieces.items[index] ?? []);
  return excerptOf(compose(name, pieces.frame, chosen, pieces.indent), pieces, chosen);
}

/** `source` is read from the head, these items, and what stands behind them. */
export function excerptOf(source: SourceFile, pieces: Pieces, items: readonly Piece[]): Excerpt {
  const { headBreaks, tailBreaks } = pieces.frame;
  const stretches: readonly Stretch[] = [
    { line: 0, count: headBreaks },
    ...items.map(({ line, breaks }) => ({ line, count: breaks })),
    { line: tailLine(pieces), count: tailBreaks + 1 },
  ];
  return {
    source,
    toFile({ line, character }) {
      let before = 0;
      for (const stretch of stretches) {
        if (line < before + stretch.count) return { line: stretch.line + line - before, character };
        before += stretch.count;
      }
      const end = stretches.at(-1);
      return { line: line - before + (end === undefined ? 0 : end.line + end.count), character };
    },
    fromFile({ line, character }) {
      let before = 0;
      for (const stretch of stretches) {
        const own = line - stretch.line;
        if (own >= 0 && own < stretch.count) return { line: before + own, character };
        before += stretch.count;
      }
      return undefined;
    },
  };
}

/** The text is all of the file. */
export function excerptOfAll(source: SourceFile): Excerpt {
  const same = (position: Position): Position => position;
  return { source, toFile: same, fromFile: same };
}
