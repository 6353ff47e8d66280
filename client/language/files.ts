import * as vscode from 'vscode';

export const LANGUAGE_ID = 'wrapsmith';

/** A file of ours that a person works on. */
export function isOurs(document: vscode.TextDocument): boolean {
  return document.languageId === LANGUAGE_ID && isWorkedOn(document.uri);
}

/**
 * Where the files that a person works on live: on disk, unsaved, or in a virtual workspace. What git or a review
 * shows beside them are other versions: their problems are not to be listed twice, and they are never planned.
 */
export function workingSchemes(): readonly string[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return [...new Set(['file', 'untitled', ...folders.map(({ uri }) => uri.scheme)])];
}

export function isWorkedOn(uri: vscode.Uri): boolean {
  return workingSchemes().includes(uri.scheme);
}

/** Whether one works with us at all: a file of ours or a plan is open, in front or in another tab. */
export function hasOpenFile(): boolean {
  return vscode.workspace.textDocuments.some((document) => isOurs(document) || isPlanDocument(document.uri));
}

/** Virtual documents: plans, results. */
export const PLAN_SCHEME = 'wrapsmith-plan';

function isPlanDocument(uri: vscode.Uri): boolean {
  return uri.scheme === PLAN_SCHEME;
}
