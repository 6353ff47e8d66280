import type { ClientCapabilities } from 'vscode-languageserver';
import type { DiagnosticsChannel } from './diagnostics.ts';
import type { OpenDocument } from './documents.ts';
import type { ServerParts } from './parts.ts';
import { createReports, type Report } from './reports.ts';
import { trySend } from './trySend.ts';

export function pushDiagnostics({ connection }: ServerParts, client: ClientCapabilities): DiagnosticsChannel {
  const reports = createReports(client.textDocument?.publishDiagnostics?.relatedInformation === true);
  const send = ({ uri, version }: OpenDocument, { diagnostics }: Report): void =>
    void trySend(() => connection.sendDiagnostics({ uri, version, diagnostics }));
  return {
    edited: (document, project) => send(document, reports.of(document, project)),
    other(document, project) {
      const before = reports.last(document);
      const now = reports.of(document, project);
      if (now.id !== before?.id) send(document, now);
    },
    othersDone: () => undefined,
    closed: ({ uri }) => void trySend(() => connection.sendDiagnostics({ uri, diagnostics: [] })),
  };
}
