import type { ClientCapabilities } from 'vscode-languageserver';
import type { DiagnosticsSupport } from './diagnostics.ts';
import type { ServerParts } from './parts.ts';
import { sharedPart } from './sharedPart.ts';

/**
 * Sees when a file changes what others are checked with: `genesys.yaml`, and the queues and codes of a catalog.
 * An edit that changes neither refreshes nothing. Returns what refreshes everything that is shown.
 */
export function watchFiles(
  { connection, documents, projects, checking }: ServerParts,
  client: ClientCapabilities,
  diagnostics: DiagnosticsSupport,
): () => void {
  const shared = new Map<string, string>();
  const refresh = (): void => {
    checking.forget();
    diagnostics.refresh();
    if (client.workspace?.inlayHint?.refreshSupport === true)
      connection.languages.inlayHint.refresh().catch(() => undefined);
  };
  const readAgain = (): void => {
    projects.forget();
    refresh();
  };
  const tellsOfFiles = client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;

  documents.onChanged((document) => {
    const { uri } = document;
    // A client that does not tell about files: what is opened is a fair moment to look again.
    if (!shared.has(uri) && !tellsOfFiles) projects.forget();
    const now = sharedPart(document, documents);
    const before = shared.get(uri);
    shared.set(uri, now);
    // Alone, nobody else is checked with it.
    if (before !== now && documents.all().length > 1) refresh();
  });
  documents.onClosed(({ uri }) => {
    shared.delete(uri);
    // From here on the disk speaks for it, and may differ from what was shown.
    readAgain();
  });
  connection.onDidChangeWatchedFiles(readAgain);
  return refresh;
}
