import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import type { OrgNames } from '#core/query/model.ts';
import { type InitializationOptions, ORG_CHANGED, ORG_NAMES, type OrgNamesParams } from '#server/protocol.ts';
import type { ClientLog } from '../ui/log.ts';
import { isOurs, LANGUAGE_ID, workingSchemes } from './files.ts';

export interface LanguageFeatures extends vscode.Disposable {
  /** Resolves once the server answered; undefined while no file of ours asked for one. */
  ready(): Promise<void> | undefined;
  stop(): Promise<void>;
}

/** What is known of the org of a document without asking the network. */
export interface OrgKnowledge {
  namesFor(uri: vscode.Uri): Promise<OrgNames | undefined>;
  /** Another org, other names, a sign-in or a sign-out. */
  readonly onChange: vscode.Event<void>;
}

/** Starts the language server with the first document of ours, over Node's IPC. */
export function languageFeatures(
  serverModule: string,
  log: ClientLog,
  org: OrgKnowledge,
  onError: (error: unknown) => void,
): LanguageFeatures {
  let client: LanguageClient | undefined;
  let ready: Promise<void> | undefined;
  const startFor = (document: vscode.TextDocument): void => {
    if (client || !isOurs(document)) return;
    const made = makeClient(serverModule, log);
    client = made;
    made.onRequest(ORG_NAMES, async ({ uri }: OrgNamesParams) => (await org.namesFor(vscode.Uri.parse(uri))) ?? null);
    ready = made.start();
    ready.catch(onError);
  };
  vscode.workspace.textDocuments.forEach(startFor);
  const tellOrgChanged = async (): Promise<void> => {
    await ready;
    await client?.sendNotification(ORG_CHANGED);
  };
  const subscription = vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(startFor),
    org.onChange(() =>
      tellOrgChanged().catch((error: unknown) => log.debug(`The server was not told: ${String(error)}`)),
    ),
  );
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
      initializationOptions: { lenses: ['run'], orgNames: true } satisfies InitializationOptions,
    },
  );
}
