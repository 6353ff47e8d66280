/** What is selected when a selection grows: a name, its value, its pair, its map, up to the document. */
import type { LiveText } from '../../text/live/index.ts';
import type { Position } from '../../text/position.ts';
import type { SelectionRange } from './model.ts';

/** One for each position. */
export function selectionRanges(file: LiveText, positions: readonly Position[]): readonly SelectionRange[] {
  void file;
  return positions.map((position) => ({ range: { start: position, end: position } }));
}
