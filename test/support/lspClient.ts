/** A language client over the real protocol: two streams, and the real server at the other end. */
import { PassThrough } from 'node:stream';
import {
  type ClientCapabilities,
  type ConfigurationParams,
  createConnection,
  createProtocolConnection,
  FileChangeType,
  type InitializeResult,
  ProposedFeatures,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import { isOurFile } from '#core/check/index.ts';
import type { Clock } from '#core/ports.ts';
import type { ServerFiles } from '#server/files.ts';
import type { OrgNames } from '#core/query/model.ts';
import { ORG_CHANGED, ORG_NAMES, type InitializationOptions, SETTINGS, type Settings } from '#server/protocol.ts';
import { startServer } from '#server/startServer.ts';
import { manualClock } from './fakeClock.ts';

export interface LspClient {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  /** What the server pushed, in order. */
  readonly pushed: readonly PublishDiagnosticsParams[];
  /** How often the server asked to pull again. */
  readonly refreshes: number;
  /** How often the server asked for inlay hints to be asked for again. */
  readonly inlayRefreshes: number;
  /** Lines of the server's log. */
  readonly log: readonly string[];
  open(uri: string, text: string): Promise<void>;
  /** Changes the document; versions count up by themselves. */
  change(uri: string, ...changes: TextDocumentContentChangeEvent[]): Promise<void>;
  close(uri: string): Promise<void>;
  /** Says that the org, or what is known of it, is another one. */
  orgChanged(): Promise<void>;
  /** Says that files on disk were created, changed or deleted. */
  filesChanged(...uris: string[]): Promise<void>;
  /** Resolves when the server has handled all that was sent, and has nothing left to do in the background. */
  settled(): Promise<void>;
  dispose(): void;
}

/** VS Code, as far as the server asks. */
export const PULLING: ClientCapabilities = {
  textDocument: {
    diagnostic: { relatedInformation: true },
    publishDiagnostics: { relatedInformation: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
    hover: { contentFormat: ['markdown'] },
  },
  workspace: {
    workspaceEdit: { documentChanges: true },
    diagnostics: { refreshSupport: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    inlayHint: { refreshSupport: true },
  },
};

/** An editor that can do as little as the protocol allows. */
export const PLAIN: ClientCapabilities = { textDocument: { publishDiagnostics: {} } };

/** Files in memory; `genesys.yaml` beside or above a document governs it. */
export function memoryFiles(files: Record<string, string>): ServerFiles {
  const projects = (): string[] => Object.keys(files).filter((uri) => /\/genesys\.ya?ml$/.test(uri));
  const projectOf = (uri: string): string | undefined =>
    projects()
      .filter((project) => uri.startsWith(project.slice(0, project.lastIndexOf('/') + 1)))
      .toSorted((a, b) => b.length - a.length)[0];
  return {
    read: async (uri) => files[uri],
    findProject: async (uri) => projectOf(uri),
    members: async (project) => Object.keys(files).filter((uri) => isOurFile(uri) && projectOf(uri) === project),
    real: async (uri) => uri,
  };
}

export interface LspOptions extends InitializationOptions {
  /** What the client answers when the server asks for the org's names. */
  readonly org?: () => OrgNames | null | Promise<OrgNames>;
  /** What the client answers when the server asks for the settings. */
  readonly configuration?: () => Settings;
}

export async function startLsp(
  capabilities: ClientCapabilities,
  files: ServerFiles = memoryFiles({}),
  clock: Clock = manualClock(),
  options: LspOptions = {},
): Promise<LspClient> {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const server = createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(toServer),
    new StreamMessageWriter(toClient),
  );
  const { settled } = startServer(server, { files, clock });

  const connection = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  const pushed: PublishDiagnosticsParams[] = [];
  const log: string[] = [];
  let refreshes = 0;
  let inlayRefreshes = 0;
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    pushed.push(params);
  });
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
    log.push(message);
  });
  connection.onRequest('workspace/diagnostic/refresh', () => {
    refreshes++;
    return null;
  });
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('workspace/configuration', ({ items }: ConfigurationParams) =>
    items.map(({ section }) => (section === SETTINGS ? (options.configuration?.() ?? null) : null)),
  );
  connection.onRequest('workspace/inlayHint/refresh', () => {
    inlayRefreshes++;
    return null;
  });
  const { org, configuration: _, ...initializationOptions } = options;
  connection.onRequest(ORG_NAMES, () => org?.() ?? null);
  connection.listen();
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: null,
    capabilities,
    initializationOptions,
  });
  await connection.sendNotification('initialized', {});

  const versions = new Map<string, number>();
  return {
    connection,
    initialized,
    pushed,
    get refreshes() {
      return refreshes;
    },
    get inlayRefreshes() {
      return inlayRefreshes;
    },
    log,
    open(uri, text) {
      versions.set(uri, 1);
      return connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'genesys-wrapup', version: 1, text },
      });
    },
    change(uri, ...contentChanges) {
      const version = (versions.get(uri) ?? 0) + 1;
      versions.set(uri, version);
      return connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
    },
    close: (uri) => connection.sendNotification('textDocument/didClose', { textDocument: { uri } }),
    orgChanged: () => connection.sendNotification(ORG_CHANGED),
    filesChanged: (...uris) =>
      connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: uris.map((uri) => ({ uri, type: FileChangeType.Changed })),
      }),
    async settled() {
      // Messages are handled in their order: when this one is answered, all before it have been seen.
      await connection.sendRequest('textDocument/foldingRange', { textDocument: { uri: 'none:' } });
      for (const document of versions.keys())
        await connection
          .sendRequest('textDocument/foldingRange', { textDocument: { uri: document } })
          .catch(() => undefined);
      await settled();
      // And what the server sent meanwhile has arrived.
      await connection.sendRequest('textDocument/foldingRange', { textDocument: { uri: 'none:' } });
    },
    dispose() {
      connection.dispose();
      server.dispose();
    },
  };
}
