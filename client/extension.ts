import { homedir } from 'node:os';
import * as vscode from 'vscode';
import { systemClock } from '#host/clock.ts';
import { stateFolder } from '#host/stateFolder.ts';
import { commands } from './commands/index.ts';
import { registerCommands } from './commands/register.ts';
import type { ClientContext } from './context.ts';
import { eventSecret } from './deploy/eventSecret.ts';
import { createPlanner } from './deploy/planner.ts';
import { tellOthers } from './deploy/tellOthers.ts';
import { orgKnowledge } from './query/orgKnowledge.ts';
import { orgNamesMemory } from './query/orgNames.ts';
import { createQueryRunner } from './query/queryRunner.ts';
import { resultTabs } from './results/resultTabs.ts';
import { languageFeatures, type LanguageFeatures } from './language/client.ts';
import { applyPatterns } from './language/patterns.ts';
import { ACCOUNTS_KEY } from './session/accounts.ts';
import { registerAuthProvider } from './session/authProvider.ts';
import { openEditorSession } from './session/editorSession.ts';
import { environmentService } from './session/environmentService.ts';
import { signInFlow } from './session/signInFlow.ts';
import { extensionApi, type ExtensionApi } from './extensionApi.ts';
import { setContext } from './ui/contextKeys.ts';
import { openLog, type ClientLog } from './ui/log.ts';
import { showMessage } from './ui/messages.ts';
import { statusUpdates } from './ui/statusUpdates.ts';
import { virtualDocuments } from './ui/virtualDocuments.ts';
import { fileAtHand } from './workspace/fileAtHand.ts';
import { projectFiles } from './workspace/projectFiles.ts';

let language: LanguageFeatures | undefined;
let log: ClientLog | undefined;

export function activate(extension: vscode.ExtensionContext): ExtensionApi {
  const opened = openLog();
  log = opened;
  try {
    return compose(extension, opened);
  } catch (error) {
    // VS Code itself only writes a failed activation into a log where nobody looks.
    opened.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    showMessage('error', 'Wrapsmith could not start. The output channel Wrapsmith says why.');
    throw error;
  }
}

/**
 * The editor waits for this, so that the language server ends with its window. The log ends last: the subscriptions
 * are disposed of while this waits, and what ends with them still has something to say.
 */
export async function deactivate(): Promise<void> {
  await language?.stop();
  log?.dispose();
}

/** The composition root: makes what is shared, hands it out and registers the features. It reads no disk and no network. */
function compose(extension: vscode.ExtensionContext, log: ClientLog): ExtensionApi {
  const changes = new vscode.EventEmitter<'environment' | 'accounts'>();
  const session = openEditorSession(extension, log, (what) => changes.fire(what));
  const atHand = fileAtHand();
  const files = projectFiles(systemClock, atHand);
  const environments = environmentService(session, () => files.projectAtHand());
  const signIn = signInFlow(session, log.redactor);
  const names = orgNamesMemory(systemClock, log);
  const folder = stateFolder({ env: process.env, platform: process.platform, home: homedir() });
  const others = tellOthers({ folder, clock: systemClock, logger: log, secret: eventSecret(extension.secrets, log) });
  const planner = createPlanner({
    files,
    environments,
    session,
    clock: systemClock,
    logger: log,
    storage: vscode.Uri.file(folder),
    others,
    onPushed: (environment) => {
      names.outdate(environment);
      changes.fire('environment');
    },
  });
  const documents = virtualDocuments();
  const results = resultTabs(extension.extensionUri, systemClock);
  const queries = createQueryRunner({ environments, session, names, results, clock: systemClock });
  const { extensionUri } = extension;
  const context: ClientContext = {
    extensionUri,
    log,
    session,
    environments,
    signInFlow: signIn,
    fileAtHand: atHand,
    files,
    planner,
    queries,
    results,
    documents,
  };

  const accountsMenu = registerAuthProvider(session, signIn);
  const status = statusUpdates({ session, environments, onSessionChange: changes.event });
  const tellSignedIn = async (): Promise<void> =>
    setContext('wrapsmith.signedIn', (await session.accounts()).length > 0);
  const accountsChanged = (): void => {
    void accountsMenu.changed();
    void tellSignedIn();
  };
  void tellSignedIn();
  const org = orgKnowledge({ session, files, names, clock: systemClock, onSessionChange: changes.event });
  language = languageFeatures(extension.asAbsolutePath('dist/server.cjs'), log, org, (error) => {
    log.error(`The language server did not start: ${String(error)}`);
    showMessage('error', 'The language server could not be started, so files are not checked.', [
      { title: 'Show Log', command: 'wrapsmith.showLog' },
    ]);
  });
  extension.subscriptions.push(
    changes,
    session,
    atHand,
    documents,
    names,
    org,
    results,
    others,
    planner,
    planner.onPlan(() => setContext('wrapsmith.hasPlan', true)),
    accountsMenu,
    status,
    language,
    applyPatterns(),
    registerCommands(commands, context),
    changes.event((what) => what === 'accounts' && accountsChanged()),
    // Another window of this editor signed in or out. Its renewed tokens are none of it.
    extension.secrets.onDidChange(({ key }) => key === ACCOUNTS_KEY && changes.fire('accounts')),
  );
  return extensionApi({ planner, environments, status, language, results });
}
