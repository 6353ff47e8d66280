import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import type { ClientLog } from '../ui/log.ts';
import { isOurs, LANGUAGE_ID, workingSchemes } from './files.ts';

export interface LanguageFeatures extends vscode.Disposable {
  /** Resolves once the server answered; undefined while no file of ours asked for one. */
  ready(): Promise<void> | undefined;
  stop(): Promise<void>;
}

/** Starts the language server with the first document of ours, over Node's IPC. */
export function languageFeatures(
  serverModule: string,
  log: ClientLog,
  onError: (error: unknown) => void,
): LanguageFeatures {
  let client: LanguageClient | undefined;
  let ready: Promise<void> | undefined;
  const startFor = (document: vscode.TextDocument): void => {
    if (client || !isOurs(document)) return;
    client = makeClient(serverModule, log);
    ready = client.start();
    ready.catch(onError);
  };
  vscode.workspace.textDocuments.forEach(startFor);
  const subscription = vscode.workspace.onDidOpenTextDocument(startFor);
  const end = async (): Promise<void> => {
    subscription.dispose();
    try {
      await ready;
      // What was asked in this turn is about to be sent; stopped before that, it would be logged as a failed start.
      await new Promise((resolve) => setImmediate(resolve));
      await client?.dispose();
    } catch (error) {
      // A server that never ran, or is gone already, has nothing left to end.
      log.debug(`The language server had already ended: ${String(error)}`);
    }
  };
  let ended: Promise<void> | undefined;
  const stop = (): Promise<void> => (ended ??= end());
  return { ready: () => ready, stop, dispose: () => void stop() };
}

function makeClient(serverModule: string, log: ClientLog): LanguageClient {
  return new LanguageClient(
    // The id names the setting of the trace, too: `wrapsmith.trace.server`.
    LANGUAGE_ID,
    'Wrapsmith',
    {
      run: { module: serverModule, transport: TransportKind.ipc },
      debug: {
        module: serverModule,
        transport: TransportKind.ipc,
        options: { execArgv: ['--nolazy', '--inspect=6029'] },
      },
    },
    {
      documentSelector: workingSchemes().map((scheme) => ({ language: LANGUAGE_ID, scheme })),
      outputChannel: log.channel,
      diagnosticCollectionName: LANGUAGE_ID,
      diagnosticPullOptions: { onChange: true, onSave: false },
    },
  );
}
