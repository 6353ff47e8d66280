import type { ClientCapabilities, CodeAction, WorkspaceEdit } from 'vscode-languageserver';
import {
  refactorings,
  type WholeFileAction,
  type WholeFileActionId,
  wholeFileActions,
  wholeFileEdits,
} from '#core/refactor/index.ts';
import type { Range } from '#core/text/position.ts';
import { type OurFile, rangeInFile, within } from './ourFile.ts';
import type { EditsByFile } from './workspaceEdit.ts';

/** What a client gives back when such an action was chosen; `version` is of the document that it was offered for. */
export interface WholeFileRequest {
  readonly uri: string;
  readonly version: number;
  readonly id: WholeFileActionId;
  readonly range: Range;
}

/** What can be done with the entries in a range, and with all entries of the file. `isWanted` tells kinds. */
export function refactoringActions(
  file: OurFile,
  asked: Range,
  isWanted: (kind: string) => boolean,
  client: ClientCapabilities,
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
  const later = canResolve(client);
  const whole = wholeFileActions(excerpt.source, inExcerpt)
    .filter(({ kind }) => isWanted(kind))
    .flatMap(({ id, title, kind }: WholeFileAction): readonly CodeAction[] => {
      if (later) return [{ title, kind, data: { uri, version, id, range } satisfies WholeFileRequest }];
      const result = wholeFileEdits(id, text.source(), range);
      return 'refusal' in result ? [] : [{ title, kind, edit: toEdit([[uri, result.edits]]) }];
    });
  return [...here, ...whole];
}

/** Where the client asks for edits when an action is chosen, none are made before. */
export function canResolve(client: ClientCapabilities): boolean {
  return client.textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true;
}
