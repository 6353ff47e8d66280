/** A text that is edited: what it is made of, and what an edit touches. */
import type { Lines, Position, Range } from '../position.ts';
import type { Node, SourceFile, SyntaxProblem } from '../tree.ts';

/** A change of a text, as the language server protocol tells it. */
export interface TextChange {
  /** What is replaced, in the text before the change. Left out: all of it. */
  readonly range?: Range;
  readonly text: string;
}

/** One item of `codes`, read on its own. An edit puts another in its place; only where it stands moves. */
export interface Item {
  /** Its lines with their line breaks: from the one with its dash to the one before the next item. */
  readonly text: string;
  /** As a read of the whole file has it, with spans in `text`. Read again when it is asked for: who needs it twice keeps it. */
  readonly node: Node;
  readonly problems: readonly SyntaxProblem[];
  /** Of `text`. */
  readonly lines: Lines;
  /** Its first line in the file as it is now, from 0. */
  readonly line: number;
  /** Its place among the items as they are now, from 0. */
  readonly index: number;
}

/** Some lines of a file, read as a file of its own: what is far away is left out. */
export interface Excerpt {
  readonly source: SourceFile;
  toFile(position: Position): Position;
  /** Undefined where the line was left out. */
  fromFile(position: Position): Position | undefined;
}

/** A catalog as its head and the items of its `codes`, each of which can be read without the others. */
export interface Layout {
  readonly items: readonly Item[];
  /** The file without its items but the last one, so that what stands behind `codes`, and its end, are there too. */
  readonly head: Excerpt;
  /** The item that a line of the file belongs to. */
  itemAt(line: number): Item | undefined;
}

/** A layout that is seen while its items are read for the first time. */
export interface Draft {
  readonly head: Excerpt;
  /** The one that the head has in it. */
  readonly last: Item;
  /** Each as soon as it is read, with its `node` at hand. They are those of `layout`, if there turns out to be one. */
  items(): Iterable<Item>;
}

/** What an edit touched. Items that are not named are the same objects as before. */
export type Touched =
  | {
      readonly kind: 'items';
      readonly removed: readonly Item[];
      readonly added: readonly Item[];
      /** True where the text of `layout.head` changed; it has the last item in it. */
      readonly head: boolean;
    }
  | { readonly kind: 'all' };

/**
 * A file that is edited. Reading it never throws, and gives at every moment what `readSource` of the whole text gives:
 * `layout` is a faster way to the same answer, and absent for files that cannot be read in pieces.
 */
export interface LiveText {
  /** As the host names it: a path or a URI. */
  readonly name: string;
  readonly lineCount: number;
  readonly layout: Layout | undefined;
  /** For those who look at all items of a file that is just opened. Absent where there is no layout for sure. */
  readonly draft: Draft | undefined;
  /** Changes apply one after the other. Costs what they touch, where there is a layout before and after. */
  change(changes: readonly TextChange[]): Touched;
  /** The whole text. Costs its length. */
  text(): string;
  /** The whole tree. Costs the length of the file after each change; features that need a place only take an excerpt. */
  source(): SourceFile;
  /** The head, and the items that `range` meets; the whole file where it has no layout. */
  excerpt(range: Range): Excerpt;
  /** The head and these items; the whole file where it has no layout. */
  excerptOf(items: readonly Item[]): Excerpt;
}
