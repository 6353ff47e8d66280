import * as vscode from 'vscode';
import { isOurs } from '../language/files.ts';

/** The file of ours that one works on: the active one, else the last active one that is still open. */
export interface FileAtHand extends vscode.Disposable {
  current(): vscode.Uri | undefined;
}

/** A plan's comparison, the walkthrough or a settings page takes the focus without changing what one works on. */
export function fileAtHand(): FileAtHand {
  let last: vscode.TextDocument | undefined;
  const note = (editor: vscode.TextEditor | undefined): void => {
    if (editor && isOurs(editor.document)) last = editor.document;
  };
  vscode.window.visibleTextEditors.forEach(note);
  note(vscode.window.activeTextEditor);
  const subscription = vscode.window.onDidChangeActiveTextEditor(note);
  return {
    current: () => (last && !last.isClosed ? last.uri : undefined),
    dispose: () => subscription.dispose(),
  };
}
