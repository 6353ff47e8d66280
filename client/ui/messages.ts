import * as vscode from 'vscode';
import type { ErrorAction } from '../errors.ts';
import { withoutLinks } from './plain.ts';

export type Level = 'info' | 'warning' | 'error';

/**
 * Shows a message without waiting for it; a button runs its command. A command that fails says so itself: ours
 * behind their boundary, the editor's in its own words.
 */
export function showMessage(level: Level, text: string, actions: readonly ErrorAction[] = []): void {
  showAndAct(level, withoutLinks(text), actions).catch(() => undefined);
}

async function showAndAct(level: Level, text: string, actions: readonly ErrorAction[]): Promise<void> {
  const titles = actions.map(({ title }) => title);
  const title = await show(level, text, titles);
  const action = actions.find((candidate) => candidate.title === title);
  if (action) await vscode.commands.executeCommand(action.command, ...(action.args ?? []));
}

function show(level: Level, text: string, titles: readonly string[]): Thenable<string | undefined> {
  if (level === 'error') return vscode.window.showErrorMessage(text, ...titles);
  if (level === 'warning') return vscode.window.showWarningMessage(text, ...titles);
  return vscode.window.showInformationMessage(text, ...titles);
}
