/** Files as the pieces in which they are read: an item of `codes` each, and what is around them. */
import type { Excerpt, Item, LiveText } from '../../text/live/index.ts';
import { documentKind } from '../../check/fileKind.ts';
import type { Range, Span } from '../../text/position.ts';
import { codeNames } from './catalogNames.ts';
import { mentionOf } from './mention.ts';
import type { Occurrence, Target } from './model.ts';
import { occurrencesOf, outerNames } from './occurrences.ts';

export interface Piece {
  /** The file as the host names it. */
  readonly file: string;
  /** What the spans of the occurrences are in. */
  readonly text: string;
  readonly occurrences: readonly Occurrence[];
  /** In the file. */
  rangeOf(span: Span): Range;
}

/** The pieces that may mention one of the targets; all pieces where none are given. */
export function piecesOf(files: readonly LiveText[], targets?: readonly Target[]): readonly Piece[] {
  const mayMention = targets === undefined ? () => true : mentionOf(textsToFind(targets));
  return files.flatMap((file): readonly Piece[] => {
    const { layout } = file;
    if (layout === undefined) return [wholePiece(file)];
    return [headPiece(file.name, layout.head), ...itemPieces(file.name, layout.head, layout.items.filter(mayMention))];
  });
}

/** What is there to search for. */
function textsToFind(targets: readonly Target[]): readonly string[] {
  return [...new Set(targets.map(({ text }) => text))];
}

export function wholePiece(file: LiveText): Piece {
  const source = file.source();
  return {
    file: file.name,
    text: source.text,
    occurrences: occurrencesOf(source),
    rangeOf: (span) => source.lines.rangeOf(span),
  };
}

/** Without the items of `codes`, of which a head has the last one. */
export function headPiece(file: string, { source, toFile }: Excerpt): Piece {
  return {
    file,
    text: source.text,
    occurrences: source.documents.flatMap((document) => outerNames(source.name, document)),
    rangeOf: (span) => {
      const { start, end } = source.lines.rangeOf(span);
      return { start: toFile(start), end: toFile(end) };
    },
  };
}

export function itemPieces(file: string, { source }: Excerpt, items: readonly Item[]): readonly Piece[] {
  const isCatalog = source.documents.some(({ root }) => documentKind(source.name, root) === 'WrapUpCatalog');
  return isCatalog ? items.map((item) => itemPiece(file, item)) : [];
}

function itemPiece(file: string, item: Item): Piece {
  return {
    file,
    text: item.text,
    occurrences: namesOf(item),
    rangeOf: (span) => {
      const { start, end } = item.lines.rangeOf(span);
      return {
        start: { ...start, line: start.line + item.line },
        end: { ...end, line: end.line + item.line },
      };
    },
  };
}

/** The cursor moves more often than items change. */
const known = new WeakMap<Item['node'], readonly Occurrence[]>();

function namesOf({ node }: Item): readonly Occurrence[] {
  const found = known.get(node) ?? codeNames(node);
  known.set(node, found);
  return found;
}
