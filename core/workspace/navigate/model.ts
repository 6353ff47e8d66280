/** Names in the files of a project: where they stand, and what they are the names of. */
import type { Range, TextEdit } from '../../text/position.ts';
import type { MapNode, ScalarNode } from '../../text/tree.ts';

/** What has a name in the files. `name` is the name of a wrap-up code, `code` its stable key. */
export type NameKind = 'name' | 'code' | 'category' | 'subcategory' | 'tag' | 'queue' | 'division' | 'environment';

/**
 * `declaration`: the name is given here. `use`: a catalog or genesys.yaml gives it to something. `reference`: a query or a
 * survey rule asks for it. `earlier`: a name in `formerly`.
 */
export type Role = 'declaration' | 'use' | 'reference' | 'earlier';

/** One name written in a file. */
export interface Occurrence {
  readonly kind: NameKind;
  /** As YAML reads it, without what stands before it in its scalar. */
  readonly text: string;
  /** The form in which it is compared. */
  readonly key: string;
  readonly node: ScalarNode;
  /** `cat:` or `sub:` of a tag, which stands before the name in the same scalar. */
  readonly prefix: string;
  readonly role: Role;
  /** True between brackets or braces, where fewer characters can do without quotes. */
  readonly flow: boolean;
  /** The code that the name belongs to. */
  readonly entry?: MapNode;
  /** Of a subcategory: its category, where the place says which. */
  readonly category?: string;
  /** True where the place takes a `code` as well as a name, so that the scalar is two occurrences. */
  readonly either?: true;
}

/** What a name under the cursor is the name of. */
export interface Target {
  readonly kind: NameKind;
  readonly text: string;
  readonly category?: string;
}

export interface Location {
  /** The file as the host names it. */
  readonly file: string;
  /** The name alone. */
  readonly range: Range;
}

export interface Reference extends Location {
  readonly role: Role;
}

export interface Highlight {
  readonly range: Range;
  /** `write` where the name is given, `read` where it is used. */
  readonly kind: 'read' | 'write';
}

/** A sentence that says why something cannot be renamed, and what to do. */
export interface Refusal {
  readonly refusal: string;
}

export interface RenameStart {
  readonly range: Range;
  /** The present name. */
  readonly placeholder: string;
}

export interface RenamePlan {
  /** Edits by file, as the host names it. Those of one file do not overlap. */
  readonly edits: ReadonlyMap<string, readonly TextEdit[]>;
}

export interface WorkspaceSymbol extends Location {
  readonly kind: 'code' | 'category' | 'queue' | 'query' | 'environment';
  readonly name: string;
  /** The `code` of a code, the interval of a query. */
  readonly detail?: string;
  /** The category of a code, else the file's last part. */
  readonly container: string;
}

export interface SelectionRange {
  readonly range: Range;
  readonly parent?: SelectionRange;
}

export interface DocumentLink {
  readonly range: Range;
  readonly url: string;
}
