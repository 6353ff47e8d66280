import * as vscode from 'vscode';
import { convertToQuery } from '#core/query/convert/index.ts';
import { UserError } from '../errors.ts';
import { LANGUAGE_ID } from '../language/files.ts';
import { showMessage } from '../ui/messages.ts';
import type { Command } from './command.ts';

/** Turns what is in the clipboard, a body or a tutorial's query, into a file. Nothing is written until the user saves it. */
export const pasteQuery = {
  id: 'wrapsmith.pasteQuery',
  needs: 'nothing',
  async execute() {
    const converted = convertToQuery(await vscode.env.clipboard.readText());
    if (!converted.ok) throw new UserError(converted.message);
    const document = await vscode.workspace.openTextDocument({ language: LANGUAGE_ID, content: converted.text });
    await vscode.window.showTextDocument(document);
    const [first, ...others] = converted.notes;
    if (first === undefined) return;
    const more = others.length === 0 ? '' : ` ${others.length} more: see the comments at the top.`;
    showMessage('info', `${first}${more}`);
  },
} as const satisfies Command;
