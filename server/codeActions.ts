import { type ClientCapabilities, type CodeAction, CodeActionKind, type WorkspaceEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Fix, Problem } from '#core/check/problem.ts';
import type { Range } from '#core/text/position.ts';
import type { RegisterFeature } from './parts.ts';
import { toDiagnostic } from './toDiagnostic.ts';

/** Quick fixes of the problems in the asked range, with edits for exactly the version they were made from. */
export const registerCodeActions: RegisterFeature = ({ connection, documents, checking, runner }, client) => {
  connection.onCodeAction(({ textDocument: { uri }, range, context }, token) =>
    runner.run<CodeAction[]>(
      'quick fixes',
      uri,
      token,
      () => [],
      async () => {
        const document = documents.get(uri);
        if (!document || !wantsQuickFixes(context.only)) return [];
        const { version } = document;
        const problems = await checking.latest(document);
        return problems
          .filter((problem) => touches(problem.range, range))
          .flatMap((problem) => actionsFor(problem, document, version, client));
      },
    ),
  );
};

function actionsFor(
  problem: Problem,
  document: TextDocument,
  version: number,
  client: ClientCapabilities,
): CodeAction[] {
  const withRelated = client.textDocument?.publishDiagnostics?.relatedInformation === true;
  return problem.fixes.map((fix) => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(problem, document.uri, withRelated)],
    edit: workspaceEdit(fix, document.uri, version, client),
    ...(fix.preferred === true && { isPreferred: true }),
  }));
}

function workspaceEdit(fix: Fix, uri: string, version: number, client: ClientCapabilities): WorkspaceEdit {
  const edits = fix.edits.map(({ range, newText }) => ({ range, newText }));
  const versioned = client.workspace?.workspaceEdit?.documentChanges === true;
  return versioned ? { documentChanges: [{ textDocument: { uri, version }, edits }] } : { changes: { [uri]: edits } };
}

/** Kinds are a tree: who asks for nothing, for `quickfix` or for the root wants ours. */
function wantsQuickFixes(only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((kind) => kind === CodeActionKind.QuickFix || kind === CodeActionKind.Empty);
}

/** True also where they only meet at an end: the cursor stands beside the last character as often as in it. */
function touches(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
