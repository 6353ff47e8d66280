import type * as vscode from 'vscode';
import { workspace } from 'vscode';
import { systemClock } from '#host/clock.ts';
import { systemRandom } from '#host/random.ts';
import type { ClientLog } from '../ui/log.ts';
import { showMessage } from '../ui/messages.ts';
import { accountStore } from './accounts.ts';
import { editorBrowser } from './browserPorts.ts';
import { withMemoryFallback } from './fallbackStore.ts';
import { orgOpener } from './orgOpener.ts';
import { sandboxProcess } from './sandboxProcess.ts';
import { editorSecrets } from './secretStorage.ts';
import { createSession, type Session } from './session.ts';
import { spawnSandbox } from './spawnSandbox.ts';
import { rateShare, userGateway } from './userSettings.ts';

const CHOSEN = 'wrapsmith.environment';

/** The session over this editor: its secret storage, its workspace memory, and a sandbox that lives with the window. */
export function openEditorSession(
  extension: vscode.ExtensionContext,
  log: ClientLog,
  onChange: (what: 'environment' | 'accounts') => void,
): Session {
  const secrets = withMemoryFallback(editorSecrets(extension.secrets), (reason) => {
    log.warn(`The secret storage does not work: ${reason}`);
    showMessage(
      'warning',
      'The secret storage of this machine does not work, so sign-ins last until the window is closed.',
    );
  });
  const sandbox = sandboxProcess({
    spawn: () => spawnSandbox(extension.asAbsolutePath('dist/sandbox.cjs'), log),
    clock: systemClock,
    log,
    onChange: () => onChange('environment'),
  });
  return createSession({
    accounts: accountStore(secrets),
    sandbox,
    opener: orgOpener({
      clock: systemClock,
      random: systemRandom,
      logger: log,
      onSecret: (secret) => log.redactor.know(secret),
      browser: editorBrowser,
      gateway: userGateway,
      rateShare,
    }),
    memory: {
      get: () => extension.workspaceState.get<string>(CHOSEN),
      set: async (name) => extension.workspaceState.update(CHOSEN, name),
    },
    isTrusted: () => workspace.isTrusted,
    onChange,
  });
}
