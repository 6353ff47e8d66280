import * as vscode from 'vscode';
import { UserError } from '../errors.ts';

/** Throws a `UserError` in a workspace that nobody trusts: there, files are checked and nothing reaches out. */
export function assertTrusted(): void {
  if (vscode.workspace.isTrusted) return;
  throw new UserError(
    'This workspace is not trusted, so its files are only checked. Trust it to sign in, plan and push.',
    [{ title: 'Manage Trust', command: 'workbench.trust.manage' }],
  );
}
