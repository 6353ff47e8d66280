import * as vscode from 'vscode';

export const LANGUAGE_ID = 'wrapsmith';

export function isOurs(document: vscode.TextDocument): boolean {
  return document.languageId === LANGUAGE_ID;
}

/** Whether one works with us at all: a file of ours or a plan is open, in front or in another tab. */
export function hasOpenFile(): boolean {
  return vscode.workspace.textDocuments.some((document) => isOurs(document) || isPlanDocument(document.uri));
}

/** Virtual documents: plans, results. */
export const PLAN_SCHEME = 'wrapsmith-plan';

export function isPlanDocument(uri: vscode.Uri): boolean {
  return uri.scheme === PLAN_SCHEME;
}
