import * as vscode from 'vscode';
import type { OrgKnowledge } from '../language/client.ts';
import { environmentNamed } from '../session/environments.ts';
import type { Session } from '../session/session.ts';
import type { ProjectFiles } from '../workspace/projectFiles.ts';
import type { OrgNamesMemory } from './orgNames.ts';

interface Parts {
  readonly session: Session;
  readonly files: ProjectFiles;
  readonly names: OrgNamesMemory;
  readonly onSessionChange: vscode.Event<unknown>;
}

/** What the language server may know of an org: names that a query has read, and none while nobody is signed in. */
export function orgKnowledge({ session, files, names, onSessionChange }: Parts): OrgKnowledge & vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const subscription = vscode.Disposable.from(
    changed,
    names.onChange(() => changed.fire()),
    onSessionChange(() => changed.fire()),
  );
  return {
    async namesFor(uri) {
      const environment = environmentNamed(session.chosen(), await files.projectOf(uri));
      const state = await session.stateOf(environment);
      return environment && state.kind === 'ready' ? names.known(environment) : undefined;
    },
    onChange: changed.event,
    dispose: () => subscription.dispose(),
  };
}
