/** Files as the pieces in which they are read: an item of `codes` each, and what is around them. */
import { documentKind } from '../../check/fileKind.ts';
import { lineBreakOf } from '../../text/edit.ts';
import type { Excerpt, Item, LiveText } from '../../text/live/index.ts';
import type { Range, Span } from '../../text/position.ts';
import type { SourceFile } from '../../text/tree.ts';
import { codeNames } from './catalogNames.ts';
import { mentionOf } from './mention.ts';
import type { Occurrence, Target } from './model.ts';
import { occurrencesOf, outerNames } from './occurrences.ts';

/** Where the spans of a piece are in the file. */
export interface Frame {
  /** The file as the host names it. */
  readonly file: string;
  rangeOf(span: Span): Range;
}

export interface Piece extends Frame {
  /** What the spans of the occurrences are in. */
  readonly text: string;
  readonly occurrences: readonly Occurrence[];
  /** The line break that the file uses. */
  readonly lineBreak: string;
}

/** The pieces that may mention one of the targets. */
export function piecesOf(files: readonly LiveText[], targets: readonly Target[]): readonly Piece[] {
  const mayMention = mentionOfTargets(targets);
  return files.flatMap((file): readonly Piece[] => {
    const { layout } = file;
    if (layout === undefined) return [wholePiece(file)];
    const { head, items } = layout;
    return [headPiece(file.name, head), ...itemPieces(file.name, head, items.filter(mayMention))];
  });
}

/** The files without the items of `codes`, where they are kept apart. */
export function outerPieces(files: readonly LiveText[]): readonly Piece[] {
  return files.map((file) => (file.layout === undefined ? wholePiece(file) : headPiece(file.name, file.layout.head)));
}

export function mentionOfTargets(targets: readonly Target[]): (item: Item) => boolean {
  return mentionOf([...new Set(targets.map(({ text }) => text))]);
}

export function wholePiece(file: LiveText): Piece {
  const source = file.source();
  return {
    ...wholeFrame(file),
    text: source.text,
    occurrences: namesIn(source),
    lineBreak: lineBreakOf(source.text),
  };
}

/** Without the items of `codes`, of which a head has the last one. */
export function headPiece(file: string, head: Excerpt): Piece {
  const { source } = head;
  return {
    ...headFrame(file, head),
    text: source.text,
    occurrences: source.documents.flatMap((document) => outerNames(source.name, document)),
    lineBreak: lineBreakOf(source.text),
  };
}

export function itemPieces(file: string, { source }: Excerpt, items: readonly Item[]): readonly Piece[] {
  const isCatalog = source.documents.some(({ root }) => documentKind(source.name, root) === 'WrapUpCatalog');
  const lineBreak = lineBreakOf(source.text);
  if (!isCatalog) return [];
  return items.map((item) => ({
    ...itemFrame(file, item),
    text: item.text,
    occurrences: namesOf(item),
    lineBreak,
  }));
}

export function wholeFrame(file: LiveText): Frame {
  const { lines } = file.source();
  return { file: file.name, rangeOf: (span) => lines.rangeOf(span) };
}

export function headFrame(file: string, { source, toFile }: Excerpt): Frame {
  return {
    file,
    rangeOf: (span) => {
      const { start, end } = source.lines.rangeOf(span);
      return { start: toFile(start), end: toFile(end) };
    },
  };
}

export function itemFrame(file: string, item: Item): Frame {
  return {
    file,
    rangeOf: (span) => {
      const { start, end } = item.lines.rangeOf(span);
      return { start: { ...start, line: start.line + item.line }, end: { ...end, line: end.line + item.line } };
    },
  };
}

/** The cursor moves more often than texts change. */
const knownFiles = new WeakMap<SourceFile, readonly Occurrence[]>();

function namesIn(source: SourceFile): readonly Occurrence[] {
  const found = knownFiles.get(source) ?? occurrencesOf(source);
  knownFiles.set(source, found);
  return found;
}

const knownItems = new WeakMap<Item, readonly Occurrence[]>();

function namesOf(item: Item): readonly Occurrence[] {
  const found = knownItems.get(item) ?? codeNames(item.node);
  knownItems.set(item, found);
  return found;
}
