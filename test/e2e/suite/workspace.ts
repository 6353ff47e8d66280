import assert from 'node:assert/strict';
import type { ExtensionApi } from '#client/extensionApi.ts';
import * as vscode from 'vscode';

export const EXTENSION = 'wrapsmith.wrapsmith';

/** The one folder that the window has open: a copy of the samples. */
export function workspaceFolder(): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'The window has no folder open.');
  return folder.uri;
}

/** Opens a file of the workspace in an editor. */
export async function open(name: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(workspaceFolder(), name));
  return vscode.window.showTextDocument(document, { preview: false });
}

export function isActive(): boolean {
  const extension = vscode.extensions.getExtension(EXTENSION);
  assert.ok(extension, `${EXTENSION} is not installed.`);
  return extension.isActive;
}

/** What the active extension shows of its state. */
export function extensionApi(): ExtensionApi {
  const extension = vscode.extensions.getExtension<ExtensionApi>(EXTENSION);
  assert.ok(extension?.isActive, `${EXTENSION} is not active.`);
  return extension.exports;
}

/** The range of the first occurrence of a text; fails when there is none. */
export function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const at = document.getText().indexOf(text);
  assert.ok(at >= 0, `${document.uri.path} does not hold "${text}".`);
  return new vscode.Range(document.positionAt(at), document.positionAt(at + text.length));
}

export async function replace(document: vscode.TextDocument, range: vscode.Range, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, text);
  assert.ok(await vscode.workspace.applyEdit(edit), 'The edit was refused.');
}

/** Puts the file's saved text back, without saving. */
export async function revert(document: vscode.TextDocument): Promise<void> {
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('workbench.action.files.revert');
}
