/** Changes that nobody needs and somebody wants: over one entry, and over all entries of a catalog. */
import type { CheckContext } from '../check/indexes.ts';
import type { Range } from '../text/position.ts';
import type { SourceFile } from '../text/tree.ts';
import type { Refactoring, WholeFileAction, WholeFileActionId, WholeFileResult } from './model.ts';

export type { Refactoring, RefactoringKind, WholeFileAction, WholeFileActionId, WholeFileResult } from './model.ts';

/**
 * What can be done with the entries that `range` meets. `source` is a file, or its head with these entries; the
 * edits are in its lines.
 */
export function refactorings(_source: SourceFile, _range: Range, _context: CheckContext): readonly Refactoring[] {
  return [];
}

/** What may be done with all entries, from a look at the head and the entries that `range` meets: cheap, and without edits. */
export function wholeFileActions(_source: SourceFile, _range: Range): readonly WholeFileAction[] {
  return [];
}

/** The edits of such an action, once it was chosen. `source` is the whole file, and `range` in its lines. */
export function wholeFileEdits(_id: WholeFileActionId, _source: SourceFile, _range: Range): WholeFileResult {
  return { edits: [] };
}
