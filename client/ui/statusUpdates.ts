import * as vscode from 'vscode';
import { hasVisibleFile, isOurs } from '../language/files.ts';
import type { EnvironmentService } from '../session/environmentService.ts';
import type { Session } from '../session/session.ts';
import { statusBar } from './statusBar.ts';

export interface StatusUpdates extends vscode.Disposable {
  /** What is on screen; undefined while hidden. */
  text(): string | undefined;
}

export interface StatusUpdatesDeps {
  readonly session: Session;
  readonly environments: EnvironmentService;
  readonly onSessionChange: vscode.Event<unknown>;
}

/** Keeps the status bar true: shown while a file of ours is visible, and always of the environment that a push would go to. */
export function statusUpdates({ session, environments, onSessionChange }: StatusUpdatesDeps): StatusUpdates {
  const bar = statusBar();
  let latest = 0;
  const refresh = async (): Promise<void> => {
    const own = ++latest;
    if (!hasVisibleFile()) return bar.hide();
    // A genesys.yaml that cannot be read at this moment is no environment, and no reason to say nothing.
    const environment = await environments.current().catch(() => undefined);
    const state = await session.stateOf(environment);
    // A newer refresh is under way: it knows better.
    if (own === latest) bar.show(state);
  };
  const later = (): void => void refresh();
  later();
  const subscriptions = vscode.Disposable.from(
    onSessionChange(later),
    vscode.window.onDidChangeVisibleTextEditors(later),
    vscode.window.onDidChangeActiveTextEditor(later),
    vscode.workspace.onDidGrantWorkspaceTrust(later),
    vscode.workspace.onDidSaveTextDocument((document) => isOurs(document) && later()),
    bar,
  );
  return { text: () => bar.text(), dispose: () => subscriptions.dispose() };
}
