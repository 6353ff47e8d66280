/** The other places of a file that have the name under the cursor. */
import type { LiveText } from '../../text/live/index.ts';
import type { Position } from '../../text/position.ts';
import { compare, namesAt, spanOfName } from './at.ts';
import { sameNames } from './definition.ts';
import type { Highlight, Target } from './model.ts';
import { headPiece, itemPieces, mentionOfTargets, wholePiece, type Piece } from './pieces.ts';
import { targetOf } from './sameName.ts';

/** More than anybody looks at, and few enough to be sent at each move of the cursor. */
export const maxHighlights = 1000;

/** In the order of the file; of very many those around the cursor. Asked for at each move of the cursor. */
export function highlightsAt(file: LiveText, position: Position): readonly Highlight[] {
  const targets = namesAt(file, position).found.map(targetOf);
  if (targets.length === 0) return [];
  const found = sameNames(piecesAround(file, position, targets), targets)
    .map(({ piece, name }): Highlight => {
      const kind = name.role === 'declaration' ? 'write' : 'read';
      return { range: piece.rangeOf(spanOfName(name)), kind };
    })
    .toSorted((a, b) => compare(a.range.start, b.range.start));
  return around(found, ({ range }) => compare(range.end, position) >= 0);
}

function piecesAround(file: LiveText, { line }: Position, targets: readonly Target[]): readonly Piece[] {
  const { layout, name } = file;
  if (layout === undefined) return [wholePiece(file)];
  const { head, items } = layout;
  const own = layout.itemAt(line)?.index ?? 0;
  const near = around(items.filter(mentionOfTargets(targets)), ({ index }) => index >= own);
  return [headPiece(name, head), ...itemPieces(name, head, near)];
}

/** As many as are shown, half of them before the first one that is at the cursor or behind it. */
function around<T>(all: readonly T[], isBehind: (one: T) => boolean): readonly T[] {
  if (all.length <= maxHighlights) return all;
  const behind = all.findIndex(isBehind);
  const middle = behind === -1 ? all.length : behind;
  const first = Math.max(0, Math.min(middle - maxHighlights / 2, all.length - maxHighlights));
  return all.slice(first, first + maxHighlights);
}
