import * as vscode from 'vscode';
import { LANGUAGE_ID } from '../language/files.ts';
import type { Command } from './command.ts';

/** Opens the sample as an unsaved file: nothing is written until the user saves it somewhere. */
export const openSample = {
  id: 'wrapsmith.openSample',
  needs: 'nothing',
  async execute({ extensionUri }) {
    const bytes = await vscode.workspace.fs.readFile(
      vscode.Uri.joinPath(extensionUri, 'client', 'media', 'sample.wrapup.yaml'),
    );
    const document = await vscode.workspace.openTextDocument({
      language: LANGUAGE_ID,
      content: new TextDecoder().decode(bytes),
    });
    await vscode.window.showTextDocument(document);
  },
} as const satisfies Command;
