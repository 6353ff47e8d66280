/**
 * A YAML document as plain data with ranges. Aliases are already resolved (within a budget), so
 * consumers meet only maps, sequences and scalars. Every span is in offsets of the whole file.
 */
import type { Lines, Span } from './position.ts';

export type Node = ScalarNode | MapNode | SeqNode;

/*
 * A node that was written as an alias (`*name`) has `alias: true`: its own span is the alias, while
 * everything inside it still points to the place where the anchor stands.
 */

export interface ScalarNode {
  readonly kind: 'scalar';
  readonly span: Span;
  readonly alias?: true;
  readonly value: string | number | bigint | boolean | null;
  /** The characters as written, quotes included. */
  readonly source: string;
  readonly style: 'plain' | 'single' | 'double' | 'block';
}

export interface Pair {
  /** From the key's first character to the value's last, or to the colon where there is no value. */
  readonly span: Span;
  readonly key: ScalarNode;
  /** Absent where nothing is written after the colon (or the colon itself is missing). */
  readonly value: Node | undefined;
}

export interface MapNode {
  readonly kind: 'map';
  readonly span: Span;
  readonly alias?: true;
  readonly flow: boolean;
  readonly pairs: readonly Pair[];
}

export interface SeqNode {
  readonly kind: 'seq';
  readonly span: Span;
  readonly alias?: true;
  readonly flow: boolean;
  readonly items: readonly Node[];
}

/** What can be wrong with the YAML itself, before anything is known about its meaning. */
export type SyntaxCode =
  | 'yaml-syntax'
  | 'missing-colon'
  | 'missing-space'
  | 'missing-quote'
  | 'missing-bracket'
  | 'quotes-needed'
  | 'bad-indent'
  | 'tab-indent'
  | 'merge-conflict'
  | 'duplicate-key'
  | 'complex-key'
  | 'unknown-anchor'
  | 'alias-bomb'
  | 'too-deep'
  | 'unknown-tag'
  | 'file-too-large';

/** A syntax problem as the parser saw it; `code` becomes the diagnostic's code. */
export interface SyntaxProblem {
  readonly code: SyntaxCode;
  readonly message: string;
  readonly span: Span;
  readonly related?: readonly { readonly message: string; readonly span: Span }[];
  /** Lines that would be right with so many spaces more, or fewer, before them. */
  readonly shift?: { readonly span: Span; readonly by: number };
}

export interface DocumentNode {
  readonly span: Span;
  /** Absent in an empty document. */
  readonly root: Node | undefined;
}

/** A file as read: parsing never throws, it gives a tree and its problems. */
export interface SourceFile {
  /** As the host names it: a path or a URI. Decides the expected kind, is never opened by the core. */
  readonly name: string;
  readonly text: string;
  readonly lines: Lines;
  readonly documents: readonly DocumentNode[];
  readonly problems: readonly SyntaxProblem[];
}
