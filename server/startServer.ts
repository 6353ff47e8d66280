import {
  type ClientCapabilities,
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeResult,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type { Clock } from '#core/ports.ts';
import { createBackground } from './background.ts';
import { OFFERED_KINDS } from './codeActionKinds.ts';
import { registerCodeActions } from './codeActions.ts';
import { registerCompletion } from './completion.ts';
import { diagnosticsCapability, registerDiagnostics } from './diagnostics.ts';
import { openDocuments } from './documents.ts';
import { everyMinute } from './everyMinute.ts';
import type { ServerFiles } from './files.ts';
import { followFiles } from './followFiles.ts';
import { registerFolding } from './folding.ts';
import { registerFormatting } from './formatting.ts';
import { registerHover } from './hover.ts';
import { registerInlays } from './inlays.ts';
import { canResolve } from './laterAction.ts';
import { registerLenses } from './lenses.ts';
import { registerNavigation } from './navigation.ts';
import { clientOrg, type OrgPort } from './org.ts';
import type { ServerParts } from './parts.ts';
import { createProjects } from './projects.ts';
import { type InitializationOptions, WATCHED_FILES } from './protocol.ts';
import { refresher } from './refresher.ts';
import { registerRename } from './rename.ts';
import { createRunner } from './runner.ts';
import { followSettings, settingsIn } from './settings.ts';
import { registerSymbols } from './symbols.ts';
import { trySend } from './trySend.ts';
import { registerWorkspaceSymbols } from './workspaceSymbols.ts';

/** What the server needs of the world. It has no HTTP client and never sees a token. */
export interface ServerDependencies {
  readonly files: ServerFiles;
  readonly clock: Clock;
  /** Who knows the org. Left out, the client is asked if it says that it answers. */
  readonly org?: OrgPort;
}

/** A server that runs. */
export interface Server {
  /** Resolves when nothing is asked, and nothing is left to be done in the background. */
  settled(): Promise<void>;
}

const FEATURES = [
  registerCompletion,
  registerHover,
  registerCodeActions,
  registerSymbols,
  registerFolding,
  registerInlays,
  registerFormatting,
  registerNavigation,
  registerRename,
  registerWorkspaceSymbols,
];

/**
 * Starts the language server on a connection. What is offered depends on what the client can do, so
 * the handlers are registered when it has said so.
 */
export function startServer(connection: Connection, { files, clock, org }: ServerDependencies): Server {
  const documents = openDocuments(connection);
  const runner = createRunner(connection);
  const onError = (message: string): void => void trySend(() => connection.console.error(message));
  const background = createBackground(runner, onError);
  let options: InitializationOptions = {};
  let isTold = false;
  const whoKnows = org ?? clientOrg(connection, () => options.orgNames === true);
  const projects = createProjects({
    files,
    documents,
    background,
    clock,
    org: whoKnows,
    isTold: () => isTold,
    onError,
  });
  let settings = settingsIn(undefined);
  const parts: ServerParts = { connection, documents, projects, runner, background, settings: () => settings };

  connection.onInitialize(({ capabilities, initializationOptions }): InitializeResult => {
    options = optionsIn(initializationOptions);
    isTold = isToldOfFiles(capabilities);
    const refresh = refresher(connection, capabilities);
    followFiles(parts, isTold);
    for (const register of FEATURES) register(parts, capabilities);
    const canPrepareRename = capabilities.textDocument?.rename?.prepareSupport === true;
    const hasLenses = options.lenses?.includes('run') === true;
    if (hasLenses) registerLenses(parts);
    registerDiagnostics(parts, capabilities, refresh);
    projects.onNews(refresh);
    whoKnows.onChange(() => projects.askOrg());
    everyMinute(connection, clock, () => projects.setNow(clock.now()));
    settings = settingsIn(options.settings);
    const startSettings = followSettings(parts, capabilities, (changed) => {
      settings = changed;
      refresh();
    });
    connection.onInitialized(() => {
      registerWatchers(connection, capabilities);
      startSettings();
    });
    return {
      serverInfo: { name: 'wrapsmith' },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        completionProvider: { triggerCharacters: [' ', ':', '-', '[', ',', '"', "'"] },
        hoverProvider: true,
        codeActionProvider: {
          codeActionKinds: [...OFFERED_KINDS],
          ...(canResolve(capabilities) && { resolveProvider: true }),
        },
        documentFormattingProvider: true,
        documentRangeFormattingProvider: true,
        documentSymbolProvider: true,
        foldingRangeProvider: true,
        inlayHintProvider: true,
        definitionProvider: true,
        referencesProvider: true,
        documentHighlightProvider: true,
        selectionRangeProvider: true,
        documentLinkProvider: {},
        renameProvider: canPrepareRename ? { prepareProvider: true } : true,
        workspaceSymbolProvider: true,
        ...(hasLenses && { codeLensProvider: {} }),
        ...diagnosticsCapability(capabilities),
      },
    };
  });
  connection.listen();
  return {
    async settled() {
      await runner.idle();
      await background.settled();
      await runner.idle();
    },
  };
}

/** Options come from whoever wrote the client, so nothing about them is sure. */
function optionsIn(given: unknown): InitializationOptions {
  if (typeof given !== 'object' || given === null) return {};
  const hasRun = 'lenses' in given && Array.isArray(given.lenses) && given.lenses.includes('run');
  return {
    ...(hasRun && { lenses: ['run'] }),
    orgNames: 'orgNames' in given && given.orgNames === true,
    ...('settings' in given && typeof given.settings === 'object' && { settings: { ...given.settings } }),
  };
}

function isToldOfFiles(client: ClientCapabilities): boolean {
  return client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
}

/** Asks the client to tell about our files on disk. A client that cannot has its own way, or none. */
function registerWatchers(connection: Connection, client: ClientCapabilities): void {
  if (!isToldOfFiles(client)) return;
  const watchers = WATCHED_FILES.map((globPattern) => ({ globPattern }));
  connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch((error: unknown) => {
    void trySend(() => connection.console.warn(`Changes on disk will not be noticed: ${String(error)}`));
  });
}
