/** The tree around a cursor. */
import type { Excerpt, Item, LiveText } from '../../text/live/index.ts';
import type { Position } from '../../text/position.ts';
import type { DocumentNode } from '../../text/tree.ts';
import { placeAt, type Place } from '../../text/walk.ts';

export interface PlaceIn {
  readonly excerpt: Excerpt;
  /** Absent between documents, and where the line is not in the excerpt. */
  readonly document?: DocumentNode;
  readonly place?: Place;
}

export function placeIn(file: LiveText, position: Position): PlaceIn {
  const excerpt = file.excerptOf(itemsAround(file, position));
  const { source } = excerpt;
  const at = excerpt.fromFile(position);
  if (at === undefined) return { excerpt };
  const offset = source.lines.offsetAt(at);
  const document = source.documents.findLast(({ span }) => span.start <= offset && offset <= span.end);
  return document === undefined ? { excerpt } : { excerpt, document, place: placeAt(document.root, offset) };
}

/** With the first one, so that the list begins where it does; the last one is in every excerpt. */
function itemsAround({ layout }: LiveText, { line }: Position): readonly Item[] {
  return [layout?.items[0], layout?.itemAt(line)].filter((item) => item !== undefined);
}
