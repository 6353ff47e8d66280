import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { withoutIcons } from '../ui/plain.ts';
import { resultsPage } from './resultsPage.ts';
import type { FromView, ToView } from './view/messages.ts';

/** A results view in an editor tab. */
export interface ResultsPanel extends vscode.Disposable {
  post(message: ToView): void;
  readonly onMessage: vscode.Event<FromView>;
  readonly onClosed: vscode.Event<void>;
  reveal(): void;
  rename(title: string): void;
  isActive(): boolean;
}

export const RESULTS_VIEW = 'wrapsmith.results';

/** Opens a tab beside the query. A hidden page is dropped: the rows stay here, and the view remembers where it was. */
export function openResultsPanel(extensionUri: vscode.Uri, title: string): ResultsPanel {
  const dist = vscode.Uri.joinPath(extensionUri, 'dist');
  const panel = vscode.window.createWebviewPanel(
    RESULTS_VIEW,
    withoutIcons(title),
    { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
    { enableScripts: true, enableCommandUris: false, localResourceRoots: [dist] },
  );
  const { webview } = panel;
  const received = new vscode.EventEmitter<FromView>();
  const closed = new vscode.EventEmitter<void>();
  const address = (file: string): string => webview.asWebviewUri(vscode.Uri.joinPath(dist, file)).toString();
  // The page is ours and speaks only this protocol.
  const subscription = webview.onDidReceiveMessage((message: FromView) => received.fire(message));
  panel.onDidDispose(() => {
    closed.fire();
    vscode.Disposable.from(subscription, received, closed).dispose();
  });
  webview.html = resultsPage({
    cspSource: webview.cspSource,
    scriptUri: address('results.js'),
    styleUri: address('results.css'),
    nonce: randomBytes(18).toString('base64url'),
  });
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- VS Code's own, which has no origin to name
    post: (message) => void webview.postMessage(message),
    onMessage: received.event,
    onClosed: closed.event,
    reveal: () => panel.reveal(undefined, true),
    rename: (text) => {
      panel.title = withoutIcons(text);
    },
    isActive: () => panel.active,
    dispose: () => panel.dispose(),
  };
}
