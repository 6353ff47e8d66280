import { type CodeAction, CodeActionKind, LSPErrorCodes, Range, ResponseError } from 'vscode-languageserver';
import { wholeFileEdits } from '#core/refactor/index.ts';
import { asksFor, FIX_ALL, OFFERED_KINDS, REFACTORINGS } from './codeActionKinds.ts';
import { fixAll } from './fixAll.ts';
import { ourFile } from './ourFile.ts';
import type { RegisterFeature } from './parts.ts';
import { quickFixes } from './quickFixes.ts';
import { refactoringActions, type WholeFileRequest } from './refactorings.ts';
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
        const file = only === undefined || OFFERED_KINDS.some(isWanted) ? await ourFile(parts, uri) : undefined;
        if (!file) return [];
        const toAction = codeActionWriter(file.document, documents, client);
        const problems = file.project.live.problems(file.document.text.name);
        return [
          ...(isWanted(CodeActionKind.QuickFix) ? quickFixes(problems, range).map(toAction) : []),
          ...(isWanted(FIX_ALL) ? fixAll(file).map(toAction) : []),
          ...(REFACTORINGS.some(isWanted) ? refactoringActions(file, range, isWanted, client, toEdit) : []),
        ];
      },
    ),
  );
  connection.onCodeActionResolve((action, token) => {
    const { data }: { data?: unknown } = action;
    if (!isRequest(data)) return action;
    const { uri, version, id, range } = data;
    return runner.run<CodeAction>(
      'code action',
      uri,
      token,
      () => action,
      async () => {
        const file = await ourFile(parts, uri);
        if (!file || file.document.version !== version) throw new StaleDocument();
        const result = wholeFileEdits(id, file.document.text.source(), range);
        if ('refusal' in result) throw new ResponseError(LSPErrorCodes.RequestFailed, result.refusal);
        return { ...action, edit: toEdit([[uri, result.edits]]) };
      },
    );
  });
};

/** An editor that asks for anything wants what belongs to the cursor, and nothing that changes all of a file. */
function isForCursor(kind: string): boolean {
  return !kind.startsWith(`${CodeActionKind.Source}.`);
}

/** It comes from the client, so it may be of anybody. */
function isRequest(data: unknown): data is WholeFileRequest {
  if (typeof data !== 'object' || data === null || !('uri' in data && 'version' in data && 'id' in data)) return false;
  const isNamed = typeof data.uri === 'string' && typeof data.version === 'number' && typeof data.id === 'string';
  return isNamed && 'range' in data && Range.is(data.range);
}
