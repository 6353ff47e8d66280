import * as vscode from 'vscode';

/** Every context key of ours, as `when` clauses in package.json name them. Set here and nowhere else. */
export interface ContextKeys {
  /** An account exists, so that signing out makes sense. */
  'wrapsmith.signedIn': boolean;
  /** A plan was made in this window. */
  'wrapsmith.hasPlan': boolean;
}

export function setContext<K extends keyof ContextKeys>(key: K, value: ContextKeys[K]): void {
  void vscode.commands.executeCommand('setContext', key, value);
}
