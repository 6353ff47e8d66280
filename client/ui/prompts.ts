import * as vscode from 'vscode';
import { Cancelled } from '../errors.ts';
import { withoutLinks } from './plain.ts';

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
    matchOnDetail: true,
  });
  if (!chosen) throw new Cancelled();
  return chosen.value;
}

export interface Question {
  readonly title: string;
  readonly prompt: string;
  readonly placeHolder?: string;
  readonly password?: boolean;
  /** What stands there already. */
  readonly value?: string;
  /** What is wrong with a value, as a sentence; undefined where nothing is. */
  readonly wrong: (value: string) => string | undefined;
}

export async function input({ title, prompt, wrong, ...options }: Question): Promise<string> {
  const value = await vscode.window.showInputBox({
    ...options,
    title,
    prompt: withoutLinks(prompt),
    ignoreFocusOut: true,
    validateInput: (typed) => withoutLinks(wrong(typed) ?? ''),
  });
  if (value === undefined) throw new Cancelled();
  return value.trim();
}

/** A modal question with one way to go on. */
export async function confirm(message: string, detail: string, button: string): Promise<void> {
  const answer = await vscode.window.showWarningMessage(
    withoutLinks(message),
    { modal: true, detail: withoutLinks(detail) },
    button,
  );
  if (answer !== button) throw new Cancelled();
}
