import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import { asksFor, FIX_ALL } from './codeActionKinds.ts';
import { fixAll } from './fixAll.ts';
import { ourFile } from './ourFile.ts';
import type { RegisterFeature } from './parts.ts';
import { quickFixes } from './quickFixes.ts';
import { codeActionWriter } from './toCodeAction.ts';

/** Quick fixes of the problems in the asked range, and all of a file's, with edits for exactly the version they were made from. */
export const registerCodeActions: RegisterFeature = (parts, client) => {
  parts.connection.onCodeAction(({ textDocument: { uri }, range, context: { only } }, token) =>
    parts.runner.run<CodeAction[]>(
      'quick fixes',
      uri,
      token,
      () => [],
      async () => {
        const forQuickFixes = only === undefined || asksFor(only, CodeActionKind.QuickFix);
        // Only when asked: an editor that asks for anything wants what belongs to the cursor.
        const forFixAll = only !== undefined && asksFor(only, FIX_ALL);
        const file = forQuickFixes || forFixAll ? await ourFile(parts, uri) : undefined;
        if (!file) return [];
        const toAction = codeActionWriter(file.document, parts.documents, client);
        const problems = file.project.live.problems(file.document.text.name);
        return [...(forQuickFixes ? quickFixes(problems, range) : []), ...(forFixAll ? fixAll(file) : [])].map(
          toAction,
        );
      },
    ),
  );
};
