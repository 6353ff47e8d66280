import * as vscode from 'vscode';
import { statusText, type SessionState } from '../session/statusText.ts';

export interface StatusBar extends vscode.Disposable {
  show(state: SessionState): void;
  hide(): void;
  /** What is on screen, for tests. */
  text(): string | undefined;
}

/** One item, visible while a file of ours is open: it names the org and the environment, and a click switches. */
export function statusBar(): StatusBar {
  const item = vscode.window.createStatusBarItem('wrapsmith.environment', vscode.StatusBarAlignment.Left, 10);
  item.name = 'Genesys Cloud environment';
  let visible = false;
  return {
    show(state) {
      const { text, tooltip, label, warning } = statusText(state);
      item.text = text;
      item.tooltip = tooltip;
      item.accessibilityInformation = { label, role: 'button' };
      item.backgroundColor = warning ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
      item.command = state.kind === 'restricted' ? 'workbench.trust.manage' : 'wrapsmith.switchEnvironment';
      item.show();
      visible = true;
    },
    hide() {
      item.hide();
      visible = false;
    },
    text: () => (visible ? item.text : undefined),
    dispose: () => item.dispose(),
  };
}
