import * as vscode from 'vscode';
import { LANGUAGE_ID } from '../language/files.ts';
import type { Command } from './command.ts';

/** Opens a sample as an unsaved file, a catalog or with the argument `query` a query: nothing is written until it is saved. */
export const openSample = {
  id: 'wrapsmith.openSample',
  needs: 'nothing',
  async execute({ extensionUri }, what) {
    const name = what === 'query' ? 'sample.query.yaml' : 'sample.wrapup.yaml';
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'client', 'media', name));
    const document = await vscode.workspace.openTextDocument({
      language: LANGUAGE_ID,
      content: new TextDecoder().decode(bytes),
    });
    await vscode.window.showTextDocument(document);
  },
} as const satisfies Command;
