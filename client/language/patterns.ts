import * as vscode from 'vscode';
import { isOurs, isWorkedOn, LANGUAGE_ID } from './files.ts';

/** Gives open documents our language where `wrapsmith.files.patterns` says so, now and later. */
export function applyPatterns(): vscode.Disposable {
  const adopt = (document: vscode.TextDocument): void => {
    if (isOurs(document) || !isWorkedOn(document.uri) || !matches(document)) return;
    // It fails for a document that was closed meanwhile, which needs no language any more.
    vscode.languages.setTextDocumentLanguage(document, LANGUAGE_ID).then(undefined, () => undefined);
  };
  const adoptAll = (): void => vscode.workspace.textDocuments.forEach(adopt);
  adoptAll();
  return vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(adopt),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('wrapsmith.files.patterns')) adoptAll();
    }),
  );
}

function matches(document: vscode.TextDocument): boolean {
  const patterns =
    vscode.workspace.getConfiguration('wrapsmith', document).get<readonly string[]>('files.patterns') ?? [];
  return patterns.some((pattern) => vscode.languages.match({ pattern }, document) > 0);
}
