import {
  type ClientCapabilities,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import type { DiagnosticsChannel } from './diagnostics.ts';
import { ourFile } from './ourFile.ts';
import type { ServerParts } from './parts.ts';
import { createReports } from './reports.ts';
import { trySend } from './trySend.ts';

export function pullDiagnostics(parts: ServerParts, client: ClientCapabilities): DiagnosticsChannel {
  const { connection, runner } = parts;
  const reports = createReports(client.textDocument?.diagnostic?.relatedInformation === true);
  connection.languages.diagnostics.on(({ textDocument: { uri }, previousResultId }, token) =>
    runner.run<DocumentDiagnosticReport>('check', uri, token, failed, async () => {
      const file = await ourFile(parts, uri);
      if (!file) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
      const { id, diagnostics } = reports.of(file.document, file.project);
      return id === previousResultId
        ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId: id }
        : { kind: DocumentDiagnosticReportKind.Full, resultId: id, items: diagnostics };
    }),
  );

  const canRefresh = client.workspace?.diagnostics?.refreshSupport === true;
  let isNeeded = false;
  return {
    // The client asks for what was edited.
    edited: () => undefined,
    other(document, project) {
      const before = reports.last(document);
      // What was never asked for will be.
      if (before && reports.of(document, project).id !== before.id) isNeeded = true;
    },
    othersDone() {
      if (isNeeded && canRefresh) void trySend(() => connection.languages.diagnostics.refresh());
      isNeeded = false;
    },
    closed: () => undefined,
  };
}

/** An empty report would claim that the document is clean. */
function failed(): never {
  throw new ResponseError(LSPErrorCodes.RequestFailed, 'The check failed; the log says why.');
}
