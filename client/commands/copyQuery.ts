import * as vscode from 'vscode';
import { askForm, isForm, textOfForm } from '../query/forms.ts';
import { queryAtHand } from '../query/queryAtHand.ts';
import type { Command } from './command.ts';

/** Copies the request as JSON, as a cURL or as a gc command, never with a token. A form behind the place skips the question. */
export const copyQuery = {
  id: 'wrapsmith.copyQuery',
  needs: 'nothing',
  async execute({ queries }, ...args) {
    const compiled = await queries.compile(await queryAtHand(args));
    const form = isForm(args[2]) ? args[2] : await askForm();
    await vscode.env.clipboard.writeText(textOfForm(form, compiled));
    vscode.window.setStatusBarMessage(`Copied as ${form === 'body' ? 'JSON' : form}.`, 5000);
  },
} as const satisfies Command;
