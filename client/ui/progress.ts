import * as vscode from 'vscode';
import { signalOf } from './cancellation.ts';
import { withoutLinks } from './plain.ts';

/** A step of work as the notification shows it. `increment` is in percent of the whole. */
export interface ProgressStep {
  readonly message: string;
  readonly increment?: number;
}

export type ReportProgress = (step: ProgressStep) => void;

/** Work behind a notification that shows its steps and can be cancelled. */
export async function withProgress<T>(
  title: string,
  run: (report: ReportProgress, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const options = { location: vscode.ProgressLocation.Notification, title: withoutLinks(title), cancellable: true };
  return vscode.window.withProgress(options, (progress, token) =>
    run((step) => progress.report({ ...step, message: withoutLinks(step.message) }), signalOf(token)),
  );
}
