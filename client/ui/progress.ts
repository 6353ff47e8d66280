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

/**
 * The same for work that ends in two steps. A cancel asks it to `stop`, which may take time and is shown under
 * `stopping`; a cancel of that ends the waiting too (`hurry`).
 */
export async function withOrderlyStop<T>(
  title: string,
  stopping: string,
  run: (report: ReportProgress, stop: AbortSignal, hurry: AbortSignal) => Promise<T>,
): Promise<T> {
  const hurry = new AbortController();
  return withProgress(title, (first, stop) => {
    let report = first;
    const work = run((step) => report(step), stop, hurry.signal);
    const ended = work.then(
      () => undefined,
      () => undefined,
    );
    // The editor takes a notification away when its Cancel is pressed, so that stopping needs one of its own.
    const showStopping = (): Promise<void> =>
      withProgress(stopping, (second, hurried) => {
        report = ({ message }) => second({ message });
        hurried.addEventListener('abort', () => hurry.abort(), { once: true });
        return ended;
      });
    stop.addEventListener('abort', () => void showStopping(), { once: true });
    return work;
  });
}
