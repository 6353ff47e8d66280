import type { SpanEdit } from '../text/edit.ts';
import type { RefactoringKind } from './model.ts';

/** A refactoring in offsets. */
export interface Draft {
  readonly title: string;
  readonly kind: RefactoringKind;
  readonly edits: readonly SpanEdit[];
}
