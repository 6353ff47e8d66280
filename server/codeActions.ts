import { type CodeAction, CodeActionKind, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { wholeFileEdits } from '#core/refactor/index.ts';
import type { TextEdit } from '#core/text/position.ts';
import { asksFor, FIX_ALL, OFFERED_KINDS, REFACTORINGS } from './codeActionKinds.ts';
import { fixAll } from './fixAll.ts';
import { canResolve, isLaterAction, type LaterAction } from './laterAction.ts';
import { type OurFile, ourFile } from './ourFile.ts';
import type { RegisterFeature } from './parts.ts';
import { jointFixOf, quickFixes } from './quickFixes.ts';
import { refactoringActions } from './refactorings.ts';
import { StaleDocument } from './runner.ts';
import { codeActionWriter } from './toCodeAction.ts';
import { workspaceEditWriter } from './workspaceEdit.ts';

/**
 * Quick fixes of the problems in the asked range, all of a file's, and refactorings, with edits for exactly the version
 * they were made from.
 */
export const registerCodeActions: RegisterFeature = (parts, client) => {
  const { connection, documents, runner } = parts;
  const toEdit = workspaceEditWriter(documents, client);
  connection.onCodeAction(({ textDocument: { uri }, range, context: { only } }, token) =>
    runner.run<CodeAction[]>(
      'code actions',
      uri,
      token,
      () => [],
      async () => {
        const isWanted = (kind: string): boolean => (only === undefined ? isForCursor(kind) : asksFor(only, kind));
        // Who cannot ask later gets them when he asks for them by their kind, and not at every move of the cursor.
        const wholeFile = canResolve(client) ? 'when chosen' : only === undefined ? 'never' : 'now';
        const file = only === undefined || OFFERED_KINDS.some(isWanted) ? await ourFile(parts, uri) : undefined;
        if (!file) return [];
        const toAction = codeActionWriter(file.document, documents, client);
        const problems = file.project.live.problems(file.document.text.name);
        return [
          ...(isWanted(CodeActionKind.QuickFix) ? quickFixes(problems, range).map(toAction) : []),
          ...(isWanted(FIX_ALL) ? fixAll(file).map(toAction) : []),
          ...(REFACTORINGS.some(isWanted) ? refactoringActions(file, { range, isWanted, wholeFile }, toEdit) : []),
        ];
      },
    ),
  );
  connection.onCodeActionResolve((action, token) => {
    const { data }: { data?: unknown } = action;
    if (!isLaterAction(data)) return action;
    const { uri, version } = data;
    return runner.run<CodeAction>(
      'code action',
      uri,
      token,
      () => action,
      async () => {
        const file = await ourFile(parts, uri);
        if (!file || file.document.version !== version) throw new StaleDocument();
        return { ...action, edit: toEdit([[uri, editsOf(data, file)]]) };
      },
    );
  });
};

/** An editor that asks for anything wants what belongs to the cursor, and nothing that changes all of a file. */
function isForCursor(kind: string): boolean {
  return !kind.startsWith(`${CodeActionKind.Source}.`);
}

function editsOf(action: LaterAction, { document: { text }, project }: OurFile): readonly TextEdit[] {
  if ('fixesOf' in action) return jointFixOf(project.live.problems(text.name), action.fixesOf).edits;
  const result = wholeFileEdits(action.id, text.source(), action.range);
  if ('refusal' in result) throw new ResponseError(LSPErrorCodes.RequestFailed, result.refusal);
  return result.edits;
}
