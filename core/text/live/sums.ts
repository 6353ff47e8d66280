/** What the pieces of a file have to do with each other. */
import { maxAliasNodes } from '../convert.ts';
import { marksIn } from '../parse.ts';

/** What the pieces of a file share: a limit, or a name that one gives and another one uses. */
export interface Shared {
  /** The library finds an error in it. */
  readonly broken: boolean;
  readonly anchors: boolean;
  readonly aliases: boolean;
  readonly aliasNodes: number;
}

/** Adds up what pieces share. */
export interface Sums {
  characters: number;
  /** As `maxMarks` counts them. */
  marks: number;
  broken: number;
  anchors: number;
  aliases: number;
  /** Pieces that have both. */
  own: number;
  aliasNodes: number;
}

export function noSums(): Sums {
  return { characters: 0, marks: 0, broken: 0, anchors: 0, aliases: 0, own: 0, aliasNodes: 0 };
}

interface Part {
  readonly text: string;
  readonly shared: Shared;
}

/** Adds a piece, or with -1 takes it away. */
export function addTo(sums: Sums, piece: Part, by: 1 | -1): void {
  sums.marks += by * marksIn(piece.text);
  addShared(sums, piece, by);
}

/** The same for a piece whose marks are counted already. */
export function addShared(sums: Sums, { text, shared }: Part, by: 1 | -1): void {
  sums.characters += by * text.length;
  sums.aliasNodes += by * shared.aliasNodes;
  if (shared.broken) sums.broken += by;
  if (shared.anchors) sums.anchors += by;
  if (shared.aliases) sums.aliases += by;
  if (shared.anchors && shared.aliases) sums.own += by;
}

/** True where no piece has an alias that may mean an anchor in another one. */
export function areApart({ anchors, aliases, own, aliasNodes }: Sums): boolean {
  return anchors * aliases === own && aliasNodes <= maxAliasNodes;
}
