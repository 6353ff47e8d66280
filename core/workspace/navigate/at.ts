/** Which names stand under a cursor. */
import type { LiveText } from '../../text/live/index.ts';
import type { Position, Range, Span } from '../../text/position.ts';
import { spanInScalar } from '../../text/scalarOffsets.ts';
import type { Occurrence } from './model.ts';
import { headPiece, itemPieces, wholePiece, type Piece } from './pieces.ts';

/** The cursor may stand at either end of a name. Several where a text may be a `code` as well as a name. */
export function namesAt(
  file: LiveText,
  position: Position,
): { readonly piece: Piece; readonly found: readonly Occurrence[] } {
  const pieces = piecesAt(file, position);
  for (const piece of pieces) {
    const found = piece.occurrences.filter((name) => touches(piece.rangeOf(name.node.span), position));
    if (found.length > 0) return { piece, found };
  }
  return { piece: pieces[0] ?? wholePiece(file), found: [] };
}

function piecesAt(file: LiveText, { line }: Position): readonly Piece[] {
  const { layout } = file;
  if (layout === undefined) return [wholePiece(file)];
  const item = layout.itemAt(line);
  return [...itemPieces(file.name, layout.head, item === undefined ? [] : [item]), headPiece(file.name, layout.head)];
}

function touches({ start, end }: Range, position: Position): boolean {
  return compare(start, position) <= 0 && compare(position, end) <= 0;
}

export function compare(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

/** The name alone: without quotes, and without what stands before it in its scalar. */
export function spanOfName({ node, prefix, text }: Occurrence): Span {
  if (node.alias === true || node.style === 'block') return node.span;
  if (typeof node.value !== 'string') return node.span;
  return spanInScalar(node, prefix.length, prefix.length + text.length);
}
