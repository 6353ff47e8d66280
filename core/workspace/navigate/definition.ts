/** Where a name is given. */
import type { LiveText } from '../../text/live/index.ts';
import type { Position } from '../../text/position.ts';
import { namesAt, spanOfName } from './at.ts';
import type { Location, Occurrence, Reference, Target } from './model.ts';
import { outerPieces, piecesOf, type Piece } from './pieces.ts';
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
  const targets = namesAt(file, position).found.map(targetOf);
  if (targets.length === 0) return [];
  const inItems = targets.some(({ kind }) => kind === 'name' || kind === 'code');
  const outer = inItems ? [] : sameNames(outerPieces(files), targets).filter(isDeclaration);
  if (outer.length > 0) return outer.map(locationOf);
  const all = sameNames(piecesOf(files, targets), targets);
  const found = strengths.map((strength) => all.filter(strength)).find((some) => some.length > 0) ?? [];
  return found.map(locationOf);
}

const isDeclaration = ({ name }: Found): boolean => name.role === 'declaration';

const strengths: readonly ((found: Found) => boolean)[] = [
  isDeclaration,
  ({ name }) => name.role === 'earlier',
  ({ name }) => name.role === 'use' && shownByCodes.has(name.kind),
];

/** What codes have without anybody declaring it. */
const shownByCodes = new Set(['category', 'subcategory', 'tag']);

/** Every place that has the name under the cursor, in the order of the files. */
export function referencesAt(file: LiveText, position: Position, files: readonly LiveText[]): readonly Reference[] {
  const targets = namesAt(file, position).found.map(targetOf);
  if (targets.length === 0) return [];
  return sameNames(piecesOf(files, targets), targets).map((found) => ({
    ...locationOf(found),
    role: found.name.role,
  }));
}

/** The names that mean one of the targets; a text that is a `code` or a name is one of them once. */
export function sameNames(pieces: Iterable<Piece>, targets: readonly Target[]): readonly Found[] {
  const found: Found[] = [];
  for (const piece of pieces)
    for (const name of piece.occurrences) {
      if (!targets.some((target) => means(target, name))) continue;
      if (name.either !== true || found.at(-1)?.name.node !== name.node) found.push({ piece, name });
    }
  return found;
}

/** All names of the pieces that may mention a target. */
export function foundIn(files: readonly LiveText[], targets: readonly Target[]): readonly Found[] {
  return piecesOf(files, targets).flatMap((piece) => piece.occurrences.map((name) => ({ piece, name })));
}

function locationOf({ piece, name }: Found): Location {
  return { file: piece.file, range: piece.rangeOf(spanOfName(name)) };
}
