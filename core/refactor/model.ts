/** What a refactoring is: a change that nothing asks for, with the edits that make it. */
import type { TextEdit } from '../text/position.ts';

/** Kinds of the language server protocol, so that editors can list and bind them. */
export type RefactoringKind = 'refactor.rewrite' | 'refactor.extract' | 'refactor.inline' | 'source.sort';

/** A change that needs the entries at the cursor, and the head, alone. */
export interface Refactoring {
  readonly title: string;
  readonly kind: RefactoringKind;
  /** Small, apart from each other, and in the lines of the source that was asked about. */
  readonly edits: readonly TextEdit[];
}

export type WholeFileActionId =
  | 'sort-by-name'
  | 'sort-by-code'
  | 'sort-by-category'
  | 'extract-queues'
  | 'extract-division'
  | 'inline-queues'
  | 'inline-division';

/** A change that needs all entries of a file, so its edits are made when it was chosen. */
export interface WholeFileAction {
  readonly id: WholeFileActionId;
  readonly title: string;
  readonly kind: RefactoringKind;
}

/** Edits, in lines of the whole file, or a sentence that says why there are none. */
export type WholeFileResult = { readonly edits: readonly TextEdit[] } | { readonly refusal: string };
