import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { jointFix } from '#core/check/jointFix.ts';
import type { Problem } from '#core/check/problem.ts';
import type { Checking } from './checking.ts';
import { asksFor, FIX_ALL } from './codeActionKinds.ts';
import type { RegisterFeature } from './parts.ts';
import { quickFixes } from './quickFixes.ts';
import { codeActionWriter, type Repair } from './toCodeAction.ts';

/** Quick fixes of the problems in the asked range, and all of a file's, with edits for exactly the version they were made from. */
export const registerCodeActions: RegisterFeature = ({ connection, documents, checking, runner }, client) => {
  connection.onCodeAction(({ textDocument: { uri }, range, context: { only } }, token) =>
    runner.run<CodeAction[]>(
      'quick fixes',
      uri,
      token,
      () => [],
      async () => {
        const document = documents.get(uri);
        const forQuickFixes = only === undefined || asksFor(only, CodeActionKind.QuickFix);
        // Only when asked: an editor that asks for anything wants what belongs to the cursor.
        const forFixAll = only !== undefined && asksFor(only, FIX_ALL);
        if (!document || (!forQuickFixes && !forFixAll)) return [];
        const toAction = codeActionWriter(document, client);
        const problems = await checking.latest(document);
        const all = forFixAll ? await fixAll(document, problems, checking) : [];
        return [...(forQuickFixes ? quickFixes(problems, range) : []), ...all].map(toAction);
      },
    ),
  );
};

/** One pass over the file. Checked again before it is offered: it runs on save, where nobody looks at what it did. */
async function fixAll(
  document: TextDocument,
  problems: readonly Problem[],
  checking: Checking,
): Promise<readonly Repair[]> {
  const { fixed, edits } = jointFix(problems);
  if (fixed.length === 0) return [];
  const after = await checking.problemsOf(document, TextDocument.applyEdits(document, [...edits]));
  if (after.length > problems.length) return [];
  return [{ title: 'Fix all problems with an obvious fix', kind: FIX_ALL, problems: fixed, edits }];
}
