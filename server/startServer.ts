import {
  type ClientCapabilities,
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeResult,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type { Clock } from '#core/ports.ts';
import { createChecking } from './checking.ts';
import { OFFERED_KINDS } from './codeActionKinds.ts';
import { registerCodeActions } from './codeActions.ts';
import { registerCompletion } from './completion.ts';
import { diagnosticsCapability, registerDiagnostics } from './diagnostics.ts';
import { openDocuments } from './documents.ts';
import type { ServerFiles } from './files.ts';
import { registerFolding } from './folding.ts';
import { registerHover } from './hover.ts';
import type { ServerParts } from './parts.ts';
import { WATCHED_FILES } from './protocol.ts';
import { createProjects } from './projects.ts';
import { createRunner } from './runner.ts';
import { registerSymbols } from './symbols.ts';
import { watchFiles } from './watchFiles.ts';

/** What the server needs of the world. It has no HTTP client and never sees a token. */
export interface ServerDependencies {
  readonly files: ServerFiles;
  readonly clock: Clock;
}

const FEATURES = [registerCompletion, registerHover, registerCodeActions, registerSymbols, registerFolding];

/**
 * Starts the language server on a connection. What is offered depends on what the client can do, so
 * the handlers are registered when it has said so.
 */
export function startServer(connection: Connection, { files, clock }: ServerDependencies): void {
  const documents = openDocuments(connection);
  const projects = createProjects(files, documents, clock);
  const parts: ServerParts = {
    connection,
    documents,
    projects,
    checking: createChecking(documents, projects),
    runner: createRunner(connection),
  };

  connection.onInitialize(({ capabilities }): InitializeResult => {
    for (const register of FEATURES) register(parts, capabilities);
    watchFiles(parts, capabilities, registerDiagnostics(parts, capabilities));
    connection.onInitialized(() => registerWatchers(connection, capabilities));
    return {
      serverInfo: { name: 'wrapsmith' },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        completionProvider: { triggerCharacters: [' ', ':', '-', '[', ',', '"', "'"] },
        hoverProvider: true,
        codeActionProvider: { codeActionKinds: [...OFFERED_KINDS] },
        documentSymbolProvider: true,
        foldingRangeProvider: true,
        ...diagnosticsCapability(capabilities),
      },
    };
  });
  connection.listen();
}

/** Asks the client to tell about our files on disk. A client that cannot has its own way, or none. */
function registerWatchers(connection: Connection, client: ClientCapabilities): void {
  if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration !== true) return;
  const watchers = WATCHED_FILES.map((globPattern) => ({ globPattern }));
  connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch((error: unknown) => {
    connection.console.warn(`Changes on disk will not be noticed: ${String(error)}`);
  });
}
