import * as vscode from 'vscode';
import { guardOrg } from '#core/deploy/orgGuard.ts';
import type { Clock } from '#core/ports.ts';
import { YOUNG_MS } from '#core/query/run/index.ts';
import type { OrgKnowledge } from '../language/client.ts';
import { environmentNamed, type Environment } from '../session/environments.ts';
import { planTargetOf } from '../session/planTarget.ts';
import type { Session } from '../session/session.ts';
import type { ProjectFiles } from '../workspace/projectFiles.ts';
import type { OrgNamesMemory } from './orgNames.ts';

interface Parts {
  readonly session: Session;
  readonly files: ProjectFiles;
  readonly names: OrgNamesMemory;
  readonly clock: Clock;
  readonly onSessionChange: vscode.Event<unknown>;
}

/**
 * What the language server may know of an org: the names that were last read, which are read anew in the background
 * while somebody is signed in. Nothing while nobody is, and in a workspace that nobody trusts.
 */
export function orgKnowledge({
  session,
  files,
  names,
  clock,
  onSessionChange,
}: Parts): OrgKnowledge & vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const ended = new AbortController();
  /** The environments that were asked for since they were last woken. */
  const asked = new Map<string, Environment>();

  const wake = (environment: Environment): void => {
    if (!mayRead()) return;
    names.wake(environment, async (signal) => {
      const { genesys, organization } = await session.open(environment, signal);
      guardOrg(planTargetOf(environment), organization);
      return genesys;
    });
  };
  /** The server asks once and remembers, so somebody has to look at the clock. */
  const stayYoung = async (): Promise<void> => {
    for (;;) {
      await clock.sleep(YOUNG_MS, ended.signal);
      if (!vscode.window.state.focused) continue;
      for (const environment of asked.values())
        if ((await session.stateOf(environment)).kind === 'ready') wake(environment);
    }
  };
  stayYoung().catch(() => undefined);

  const subscription = vscode.Disposable.from(
    changed,
    names.onChange(() => changed.fire()),
    onSessionChange(() => {
      asked.clear();
      changed.fire();
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(SETTING)) changed.fire();
    }),
  );
  return {
    async namesFor(uri) {
      const environment = environmentNamed(session.chosen(), await files.projectOf(uri));
      const state = await session.stateOf(environment);
      if (!environment || state.kind !== 'ready') return undefined;
      asked.set(environment.name, environment);
      wake(environment);
      return names.known(environment);
    },
    onChange: changed.event,
    dispose() {
      ended.abort();
      subscription.dispose();
    },
  };
}

const SETTING = 'wrapsmith.org.readNames';

/** Signing in is the consent to talk to the org; the setting takes back this part of it. */
function mayRead(): boolean {
  return vscode.workspace.getConfiguration().get<boolean>(SETTING) !== false;
}
