/** Changes that nobody needs and somebody wants: over one entry, and over all entries of a catalog. */
import type { CheckContext } from '../check/indexes/indexes.ts';
import type { SpanEdit } from '../text/edit.ts';
import type { Range, TextEdit } from '../text/position.ts';
import type { SourceFile } from '../text/tree.ts';
import { braceChanges } from './braces.ts';
import { defaultChanges } from './defaults.ts';
import { missingFields } from './fields.ts';
import type { Refactoring, WholeFileAction, WholeFileActionId, WholeFileResult } from './model.ts';
import { quoteChanges } from './quotes.ts';
import { selectionIn } from './selection.ts';
import { stateChanges } from './state.ts';
import { offered, performed } from './whole.ts';

export type { Refactoring, RefactoringKind, WholeFileAction, WholeFileActionId, WholeFileResult } from './model.ts';

/**
 * What can be done with the entries that `range` meets. `source` is a file, or its head with these entries; the
 * edits are in its lines.
 */
export function refactorings(source: SourceFile, range: Range, context: CheckContext): readonly Refactoring[] {
  // What was read after an error may not be what is meant.
  if (isJson(source) || source.problems.length > 0) return [];
  const selection = selectionIn(source, range);
  const drafts = [
    ...stateChanges(selection),
    ...missingFields(selection, context),
    ...defaultChanges(selection),
    ...braceChanges(selection),
    ...quoteChanges(selection),
  ];
  return drafts
    .filter(({ edits }) => edits.reduce((sum, { newText }) => sum + newText.length, 0) <= longest)
    .map(({ title, kind, edits }) => ({ title, kind, edits: textEdits(source, edits) }));
}

/** In UTF-16 units. What is offered goes to the editor at once, with each move of the cursor. */
const longest = 1_000_000;

/** What may be done with all entries, from a look at the head and the entries that `range` meets: cheap, and without edits. */
export function wholeFileActions(source: SourceFile, range: Range): readonly WholeFileAction[] {
  return isJson(source) ? [] : offered(selectionIn(source, range));
}

/** The edits of such an action, once it was chosen. `source` is the whole file, and `range` in its lines. */
export function wholeFileEdits(id: WholeFileActionId, source: SourceFile, range: Range): WholeFileResult {
  const edits = performed(id, selectionIn(source, range));
  return typeof edits === 'string' ? { refusal: edits } : { edits: textEdits(source, edits) };
}

function textEdits({ lines }: SourceFile, edits: readonly SpanEdit[]): readonly TextEdit[] {
  return edits.map(({ span, newText }) => ({ range: lines.rangeOf(span), newText }));
}

function isJson({ name }: SourceFile): boolean {
  return /\.json$/i.test(name);
}
