import * as vscode from 'vscode';
import type { ErrorAction } from '../errors.ts';

export type Level = 'info' | 'warning' | 'error';

/** Shows a message without waiting for it; a button runs its command. */
export function showMessage(level: Level, text: string, actions: readonly ErrorAction[] = []): void {
  const titles = actions.map(({ title }) => title);
  void show(level, text, titles).then((title) => {
    const action = actions.find((candidate) => candidate.title === title);
    if (action) void vscode.commands.executeCommand(action.command, ...(action.args ?? []));
  });
}

function show(level: Level, text: string, titles: readonly string[]): Thenable<string | undefined> {
  switch (level) {
    case 'info':
      return vscode.window.showInformationMessage(text, ...titles);
    case 'warning':
      return vscode.window.showWarningMessage(text, ...titles);
    case 'error':
      return vscode.window.showErrorMessage(text, ...titles);
  }
}
