import type * as vscode from 'vscode';
import type { Clock } from '#core/ports.ts';
import { createResultTab, type ResultTab, type ShownResult, type TabActions } from './resultTab.ts';
import { openResultsPanel, type ResultsPanel } from './resultsPanel.ts';

/** The tabs of results: one for each query of this window, used again by its next run. */
export interface ResultTabs extends vscode.Disposable {
  /** `key` names the query. Opens a tab, or brings the query's own to the front. */
  tab(key: string, title: string, actions: TabActions): ResultTab;
  /** What the tab in front shows, else the one that was opened last. */
  current(): ShownResult | undefined;
}

export function resultTabs(extensionUri: vscode.Uri, clock: Clock): ResultTabs {
  const tabs = new Map<string, { readonly tab: ResultTab; readonly panel: ResultsPanel }>();
  return {
    tab(key, title, actions) {
      const known = tabs.get(key);
      if (known) {
        known.tab.reveal();
        return known.tab;
      }
      const panel = openResultsPanel(extensionUri, title);
      const tab = createResultTab(panel, clock, actions);
      tabs.set(key, { tab, panel });
      panel.onClosed(() => tabs.delete(key));
      return tab;
    },
    current() {
      const all = [...tabs.values()];
      return (all.find(({ panel }) => panel.isActive()) ?? all.at(-1))?.tab.result();
    },
    dispose() {
      for (const { panel } of tabs.values()) panel.dispose();
    },
  };
}
