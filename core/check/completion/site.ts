import type { FileKind, SchemaPath } from '../../contract/schema.ts';
import type { Range } from '../../text/position.ts';
import type { Node, SourceFile } from '../../text/tree.ts';
import type { CheckContext } from '../indexes/indexes.ts';
import type { ProjectFacts } from '../indexes/projectFacts.ts';
import type { CompletionItem } from './completionItem.ts';
import type { Cursor } from './cursor.ts';

/** Where something is typed, and what is known around it. */
export interface Site {
  readonly source: SourceFile;
  readonly context: CheckContext;
  readonly facts: ProjectFacts;
  readonly kind: FileKind;
  readonly cursor: Cursor;
  readonly root: Node | undefined;
  /** What an item replaces. */
  readonly range: Range;
}

/** A place whose values are wanted: the cursor's own, or an item of the list that belongs there. */
export interface ValueSite extends Omit<Site, 'source' | 'range'> {
  readonly path: SchemaPath;
  /** The file's name. */
  readonly file: string;
}

/** An item without its place in the list. */
export type Draft = Omit<CompletionItem, 'sortText'>;
