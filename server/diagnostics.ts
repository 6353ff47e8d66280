import {
  type ClientCapabilities,
  DocumentDiagnosticReportKind,
  type DocumentDiagnosticReport,
  LSPErrorCodes,
  ResponseError,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ServerParts } from './parts.ts';
import { describe, nextTurn, StaleDocument } from './runner.ts';
import { toDiagnostic } from './toDiagnostic.ts';

/** Push and pull behind one face: exactly one of them is used with a client. */
export interface DiagnosticsSupport {
  /** Something beside the documents changed: what is shown has to be asked for, or sent, again. */
  refresh(): void;
}

export function diagnosticsCapability(client: ClientCapabilities): ServerCapabilities {
  if (!canPull(client)) return {};
  return { diagnosticProvider: { identifier: 'wrapsmith', interFileDependencies: false, workspaceDiagnostics: false } };
}

export function registerDiagnostics(parts: ServerParts, client: ClientCapabilities): DiagnosticsSupport {
  const withRelated =
    client.textDocument?.[canPull(client) ? 'diagnostic' : 'publishDiagnostics']?.relatedInformation === true;
  return canPull(client) ? pull(parts, client, withRelated) : push(parts, withRelated);
}

function canPull(client: ClientCapabilities): boolean {
  return client.textDocument?.diagnostic !== undefined;
}

function pull(
  { connection, documents, checking, runner }: ServerParts,
  client: ClientCapabilities,
  withRelated: boolean,
): DiagnosticsSupport {
  connection.languages.diagnostics.on(({ textDocument: { uri } }, token) =>
    runner.run<DocumentDiagnosticReport>('check', uri, token, failed, async () => {
      const document = documents.get(uri);
      const problems = document ? await checking.problems(document) : [];
      return {
        kind: DocumentDiagnosticReportKind.Full,
        items: problems.map((problem) => toDiagnostic(problem, uri, withRelated)),
      };
    }),
  );
  const canRefresh = client.workspace?.diagnostics?.refreshSupport === true;
  return {
    refresh() {
      if (canRefresh) connection.languages.diagnostics.refresh().catch(() => undefined);
    },
  };
}

/** An empty report would claim that the document is clean. */
function failed(): never {
  throw new ResponseError(LSPErrorCodes.RequestFailed, 'The check failed; the log says why.');
}

function push({ connection, documents, checking }: ServerParts, withRelated: boolean): DiagnosticsSupport {
  const publish = async (document: TextDocument): Promise<void> => {
    const { uri, version } = document;
    // A change that is already in the queue makes this one needless.
    await nextTurn();
    if (!documents.isCurrent(document, version)) return;
    try {
      const problems = await checking.problems(document);
      await connection.sendDiagnostics({
        uri,
        version,
        diagnostics: problems.map((problem) => toDiagnostic(problem, uri, withRelated)),
      });
    } catch (error) {
      if (!(error instanceof StaleDocument)) connection.console.error(`The check of ${uri} failed: ${describe(error)}`);
    }
  };
  documents.onChanged((document) => void publish(document));
  documents.onClosed(({ uri }) => void connection.sendDiagnostics({ uri, diagnostics: [] }));
  return {
    refresh() {
      for (const document of documents.all()) void publish(document);
    },
  };
}
