import * as vscode from 'vscode';
import { Cancelled } from '../errors.ts';

/** Prompts throw `Cancelled` when the user closes them, so that a command reads from top to bottom. */

export interface Choice<T> extends vscode.QuickPickItem {
  readonly value: T;
}

export async function pick<T>(
  choices: readonly Choice<T>[],
  options: { title: string; placeHolder: string },
): Promise<T> {
  const chosen = await vscode.window.showQuickPick(choices, {
    ...options,
    ignoreFocusOut: true,
    matchOnDescription: true,
  });
  if (!chosen) throw new Cancelled();
  return chosen.value;
}

export async function input(options: vscode.InputBoxOptions): Promise<string> {
  const value = await vscode.window.showInputBox({ ignoreFocusOut: true, ...options });
  if (value === undefined) throw new Cancelled();
  return value.trim();
}

/** A modal question with one way to go on. */
export async function confirm(message: string, detail: string, button: string): Promise<void> {
  const answer = await vscode.window.showWarningMessage(message, { modal: true, detail }, button);
  if (answer !== button) throw new Cancelled();
}
