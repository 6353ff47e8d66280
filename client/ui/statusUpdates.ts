import * as vscode from 'vscode';
import { fileKindOf } from '#core/check/index.ts';
import { hasOpenFile } from '../language/files.ts';
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

/** Keeps the status bar true: shown while a file of ours is open, and always of the environment that a push would go to. */
export function statusUpdates({ session, environments, onSessionChange }: StatusUpdatesDeps): StatusUpdates {
  const bar = statusBar();
  const update = async (): Promise<void> => {
    if (!hasOpenFile()) return bar.hide();
    // A genesys.yaml that cannot be read at this moment is no environment, and no reason to say nothing.
    const environment = await environments.current().catch(() => undefined);
    bar.show(await session.stateOf(environment));
  };
  const later = oneAtATime(update);
  later();
  const watcher = vscode.workspace.createFileSystemWatcher('**/genesys.{yaml,yml}');
  const subscriptions = vscode.Disposable.from(
    onSessionChange(later),
    vscode.workspace.onDidOpenTextDocument(later),
    vscode.workspace.onDidCloseTextDocument(later),
    vscode.window.onDidChangeActiveTextEditor(later),
    vscode.workspace.onDidGrantWorkspaceTrust(later),
    // What stands in an editor counts for a push, saved or not; a checkout changes the file on disk.
    vscode.workspace.onDidChangeTextDocument(({ document }) => isProjectFile(document.uri) && later()),
    watcher,
    watcher.onDidCreate(later),
    watcher.onDidChange(later),
    watcher.onDidDelete(later),
    bar,
  );
  return { text: () => bar.text(), dispose: () => subscriptions.dispose() };
}

function isProjectFile({ path }: vscode.Uri): boolean {
  return fileKindOf(path) === 'GenesysProject';
}

/** What changes while an update runs causes one more, so that events in a burst cost two updates and the last one counts. */
function oneAtATime(update: () => Promise<void>): () => void {
  let running = false;
  let again = false;
  const run = async (): Promise<void> => {
    again = true;
    if (running) return;
    running = true;
    try {
      while (again) {
        again = false;
        await update();
      }
    } finally {
      running = false;
    }
  };
  // A failed update leaves what is shown; the next event tries again.
  return () => void run().catch(() => undefined);
}
