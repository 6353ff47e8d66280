import type { CodeAction, WorkspaceEdit } from 'vscode-languageserver';
import { refactorings, type WholeFileAction, wholeFileActions, wholeFileEdits } from '#core/refactor/index.ts';
import type { Range } from '#core/text/position.ts';
import type { LaterAction } from './laterAction.ts';
import { type OurFile, rangeInFile, within } from './ourFile.ts';
import type { EditsByFile } from './workspaceEdit.ts';

export interface Wish {
  readonly range: Range;
  isWanted(kind: string): boolean;
  /** When the edits of a whole file are made: they cost its length. */
  readonly wholeFile: 'when chosen' | 'now' | 'never';
}

/** What can be done with the entries in a range, and with all entries of the file. */
export function refactoringActions(
  file: OurFile,
  { range: asked, isWanted, wholeFile }: Wish,
  toEdit: (edits: EditsByFile) => WorkspaceEdit,
): readonly CodeAction[] {
  const { document, project } = file;
  const { uri, version, text } = document;
  const range = { start: within(asked.start, text.lineCount), end: within(asked.end, text.lineCount) };
  const excerpt = text.excerpt(range);
  const [start, end] = [excerpt.fromFile(range.start), excerpt.fromFile(range.end)];
  if (!start || !end) return [];
  const inExcerpt = { start, end };
  const here = refactorings(excerpt.source, inExcerpt, project.live.contextFor(text.name))
    .filter(({ kind }) => isWanted(kind))
    .map(({ title, kind, edits }): CodeAction => {
      const inFile = edits.map((edit) => ({ newText: edit.newText, range: rangeInFile(excerpt, edit.range) }));
      return { title, kind, edit: toEdit([[uri, inFile]]) };
    });
  if (wholeFile === 'never') return here;
  const whole = wholeFileActions(excerpt.source, inExcerpt)
    .filter(({ kind }) => isWanted(kind))
    .flatMap(({ id, title, kind }: WholeFileAction): readonly CodeAction[] => {
      if (wholeFile === 'when chosen')
        return [{ title, kind, data: { uri, version, id, range } satisfies LaterAction }];
      const result = wholeFileEdits(id, text.source(), range);
      return 'refusal' in result ? [] : [{ title, kind, edit: toEdit([[uri, result.edits]]) }];
    });
  return [...here, ...whole];
}
