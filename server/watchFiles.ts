import type { TextDocument } from 'vscode-languageserver-textdocument';
import { fileKindOf } from '#core/check/index.ts';
import { declaredQueues } from '#core/workspace/index.ts';
import type { DiagnosticsSupport } from './diagnostics.ts';
import type { ServerParts } from './parts.ts';

/**
 * Sees when a file changes what others are checked with: `genesys.yaml`, and the queues that a catalog declares.
 * An edit that changes neither refreshes nothing.
 */
export function watchFiles({ connection, documents, projects }: ServerParts, diagnostics: DiagnosticsSupport): void {
  const shared = new Map<string, string>();
  const update = (document: TextDocument): void => {
    const now = sharedPart(document);
    const before = shared.get(document.uri);
    shared.set(document.uri, now);
    // Alone, nobody else is checked with it.
    if (before !== now && documents.all().length > 1) diagnostics.refresh();
  };
  const sharedPart = (document: TextDocument): string =>
    fileKindOf(document.uri) === 'GenesysProject'
      ? document.getText()
      : JSON.stringify([...declaredQueues([documents.source(document)])].sort());

  documents.onChanged(update);
  documents.onClosed((document) => {
    shared.delete(document.uri);
    // From here on the disk speaks for it, and may differ from what was shown.
    projects.forget();
    diagnostics.refresh();
  });
  connection.onDidChangeWatchedFiles(() => {
    projects.forget();
    diagnostics.refresh();
  });
}
