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
import { registerInlays } from './inlays.ts';
import { registerLenses } from './lenses.ts';
import { clientOrg, noOrg, onOrgChanged, type OrgPort } from './org.ts';
import type { ServerFiles } from './files.ts';
import { registerFolding } from './folding.ts';
import { registerHover } from './hover.ts';
import type { ServerParts } from './parts.ts';
import { type InitializationOptions, WATCHED_FILES } from './protocol.ts';
import { createProjects } from './projects.ts';
import { createRunner } from './runner.ts';
import { registerSymbols } from './symbols.ts';
import { warn } from './warn.ts';
import { watchFiles } from './watchFiles.ts';

/** What the server needs of the world. It has no HTTP client and never sees a token. */
export interface ServerDependencies {
  readonly files: ServerFiles;
  readonly clock: Clock;
  /** What is known of the org of a document. Left out, the client is asked if it says that it answers. */
  readonly org?: OrgPort;
}

const FEATURES = [
  registerCompletion,
  registerHover,
  registerCodeActions,
  registerSymbols,
  registerFolding,
  registerInlays,
];

/**
 * Starts the language server on a connection. What is offered depends on what the client can do, so
 * the handlers are registered when it has said so.
 */
export function startServer(connection: Connection, { files, clock, org }: ServerDependencies): void {
  const documents = openDocuments(connection);
  const asked = clientOrg(connection);
  let isAnswered = false;
  const projects = createProjects(files, documents, clock, org ?? ((uri) => (isAnswered ? asked.org : noOrg)(uri)));
  const parts: ServerParts = {
    connection,
    documents,
    projects,
    checking: createChecking(documents, projects),
    runner: createRunner(connection),
  };

  connection.onInitialize(({ capabilities, initializationOptions }): InitializeResult => {
    const options = optionsIn(initializationOptions);
    isAnswered = options.orgNames === true;
    for (const register of FEATURES) register(parts, capabilities);
    const hasLenses = options.lenses?.includes('run') === true;
    if (hasLenses) registerLenses(parts);
    const refresh = watchFiles(parts, capabilities, registerDiagnostics(parts, capabilities));
    onOrgChanged(connection, () => {
      asked.forget();
      refresh();
    });
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
        inlayHintProvider: true,
        ...(hasLenses && { codeLensProvider: {} }),
        ...diagnosticsCapability(capabilities),
      },
    };
  });
  connection.listen();
}

/** Options come from whoever wrote the client, so nothing about them is sure. */
function optionsIn(given: unknown): InitializationOptions {
  if (typeof given !== 'object' || given === null) return {};
  const hasRun = 'lenses' in given && Array.isArray(given.lenses) && given.lenses.includes('run');
  return { ...(hasRun && { lenses: ['run'] }), orgNames: 'orgNames' in given && given.orgNames === true };
}

/** Asks the client to tell about our files on disk. A client that cannot has its own way, or none. */
function registerWatchers(connection: Connection, client: ClientCapabilities): void {
  if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration !== true) return;
  const watchers = WATCHED_FILES.map((globPattern) => ({ globPattern }));
  connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch((error: unknown) => {
    warn(connection, `Changes on disk will not be noticed: ${String(error)}`);
  });
}
