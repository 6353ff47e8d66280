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
  const targets = namesAt(file, position).found.map(targetOf);
  return targets.length === 0
    ? []
    : targets.flatMap((target) => definitionsOf(target, foundIn(files, targets)).map(locationOf));
}

/** Every place that has the name under the cursor, in the order of the files. */
export function referencesAt(file: LiveText, position: Position, files: readonly LiveText[]): readonly Reference[] {
  const targets = namesAt(file, position).found.map(targetOf);
  if (targets.length === 0) return [];
  const all = foundIn(files, targets).filter(({ name }) => targets.some((target) => means(target, name)));
  return all.map((found) => ({ ...locationOf(found), role: found.name.role }));
}

export function foundIn(files: readonly LiveText[], targets: readonly Target[]): readonly Found[] {
  return piecesOf(files, targets).flatMap((piece) => piece.occurrences.map((name) => ({ piece, name })));
}

function definitionsOf(target: Target, all: readonly Found[]): readonly Found[] {
  const same = all.filter(({ name }) => means(target, name));
  const roles = [
    ({ name }: Found) => name.role === 'declaration',
    ({ name }: Found) => name.role === 'earlier',
    ({ name }: Found) => name.role === 'use' && shownByCodes.has(name.kind),
  ];
  return roles.map((role) => same.filter(role)).find((found) => found.length > 0) ?? [];
}

/** What codes have without anybody declaring it. */
const shownByCodes = new Set(['category', 'subcategory', 'tag']);

function locationOf({ piece, name }: Found): Location {
  return { file: piece.file, range: piece.rangeOf(spanOfName(name)) };
}
