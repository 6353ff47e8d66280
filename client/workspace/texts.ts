import * as vscode from 'vscode';
import { UserError } from '../errors.ts';

/** A file's text as the user sees it: an open document wins over the disk, saved or not. Throws a `UserError`. */
export async function textOf(uri: vscode.Uri): Promise<string> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return open.getText();
  try {
    // UTF-8 as on the command line; bytes that are not UTF-8 are an error, not question marks.
    return new TextDecoder('utf-8', { fatal: true }).decode(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    const why =
      error instanceof vscode.FileSystemError
        ? 'It is gone, or the file system does not allow it. Restore it, or plan another file.'
        : 'It is not UTF-8 text. Save it with that encoding.';
    throw new UserError(`${shownPath(uri)} cannot be read. ${why}`);
  }
}

/** How a file is called in messages and plans: relative to its workspace folder, with forward slashes. */
export function shownPath(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri);
}
