import * as vscode from 'vscode';

export const LANGUAGE_ID = 'wrapsmith';

export function isOurs(document: vscode.TextDocument): boolean {
  return document.languageId === LANGUAGE_ID;
}

/** The documents of ours that an editor shows. */
export function hasVisibleFile(): boolean {
  return vscode.window.visibleTextEditors.some(({ document }) => isOurs(document) || isPlanDocument(document.uri));
}

/** Virtual documents: plans, results. */
export const PLAN_SCHEME = 'wrapsmith-plan';

export function isPlanDocument(uri: vscode.Uri): boolean {
  return uri.scheme === PLAN_SCHEME;
}
