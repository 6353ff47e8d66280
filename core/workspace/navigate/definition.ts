/** Where a name is given. */
import type { LiveText } from '../../text/live/index.ts';
import type { Position } from '../../text/position.ts';
import { namesAt, spanOfName } from './at.ts';
import type { Location, Occurrence, Reference, Target } from './model.ts';
import { piecesOf, type Piece } from './pieces.ts';
import { means, targetOf } from './sameName.ts';

export interface Found {
  readonly piece: Piece;
  readonly name: Occurrence;
}

/**
 * Where the name under the cursor is declared in these files, which are those of its project. An earlier name leads to
 * the code that had it; what nobody declares, to the codes that have it. Nothing for queues and divisions of the org alone.
 */
export function definitionsAt(file: LiveText, position: Position, files: readonly LiveText[]): readonly Location[] {
  const all = namedLikeAt(file, position, files);
  const found = strengths.map((strength) => all.filter(strength)).find((some) => some.length > 0) ?? [];
  return found.map(locationOf);
}

const strengths: readonly ((found: Found) => boolean)[] = [
  ({ name }) => name.role === 'declaration',
  ({ name }) => name.role === 'earlier',
  ({ name }) => name.role === 'use' && shownByCodes.has(name.kind),
];

/** What codes have without anybody declaring it. */
const shownByCodes = new Set(['category', 'subcategory', 'tag']);

/** Every place that has the name under the cursor, in the order of the files. */
export function referencesAt(file: LiveText, position: Position, files: readonly LiveText[]): readonly Reference[] {
  return namedLikeAt(file, position, files).map((found) => ({ ...locationOf(found), role: found.name.role }));
}

function namedLikeAt(file: LiveText, position: Position, files: readonly LiveText[]): readonly Found[] {
  const targets = namesAt(file, position).found.map(targetOf);
  if (targets.length === 0) return [];
  // A text that is a `code` or a name is two occurrences in one place.
  const seen = new Set<unknown>();
  return foundIn(files, targets).filter(
    ({ name }) =>
      !seen.has(name.node) && targets.some((target) => means(target, name)) && seen.add(name.node) !== undefined,
  );
}

export function foundIn(files: readonly LiveText[], targets: readonly Target[]): readonly Found[] {
  return piecesOf(files, targets).flatMap((piece) => piece.occurrences.map((name) => ({ piece, name })));
}

function locationOf({ piece, name }: Found): Location {
  return { file: piece.file, range: piece.rangeOf(spanOfName(name)) };
}
