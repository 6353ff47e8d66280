import * as vscode from 'vscode';
import { PLAN_SCHEME } from '../language/files.ts';

export interface VirtualDocuments extends vscode.Disposable {
  /** Registers read-only text under a name; its extension decides the highlighting. */
  put(name: string, text: string): vscode.Uri;
}

/** Enough for every plan and result that a person still has open; the oldest are forgotten. */
const KEPT = 60;

const GONE =
  'This was made before the window was reloaded, and is kept nowhere. Plan again to see the current state.\n';

/** Texts that live in memory only: what an org holds is not written to disk by a plan. */
export function virtualDocuments(): VirtualDocuments {
  const texts = new Map<string, string>();
  // A new folder for each window, so that a restored tab never shows another plan's text.
  const window = Date.now().toString(36);
  let count = 0;
  const registration = vscode.workspace.registerTextDocumentContentProvider(PLAN_SCHEME, {
    provideTextDocumentContent: (uri) => texts.get(uri.path) ?? GONE,
  });
  return {
    put(name, text) {
      count += 1;
      const uri = vscode.Uri.from({
        scheme: PLAN_SCHEME,
        path: `/${window}/${count}/${name.replaceAll(/[\\/?#]/g, '-')}`,
      });
      texts.set(uri.path, text);
      const oldest = texts.keys().next();
      if (texts.size > KEPT && !oldest.done) texts.delete(oldest.value);
      return uri;
    },
    dispose: () => registration.dispose(),
  };
}
