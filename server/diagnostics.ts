import type { ClientCapabilities, ServerCapabilities } from 'vscode-languageserver';
import type { OpenDocument } from './documents.ts';
import type { ServerParts } from './parts.ts';
import type { Project } from './project.ts';
import { pullDiagnostics } from './pullDiagnostics.ts';
import { pushDiagnostics } from './pushDiagnostics.ts';
import { describe, nextTurn, StaleDocument } from './runner.ts';
import { trySend } from './trySend.ts';

/** Push and pull behind one face: exactly one of them is used with a client. */
export interface DiagnosticsChannel {
  /** A document was opened or edited. */
  edited(document: OpenDocument, project: Project): void;
  /** Others may have other problems now: looked at one by one, when nothing else is to be done. */
  other(document: OpenDocument, project: Project): void;
  /** All others were looked at. */
  othersDone(): void;
  closed(document: OpenDocument): void;
}

export function diagnosticsCapability(client: ClientCapabilities): ServerCapabilities {
  if (!canPull(client)) return {};
  return { diagnosticProvider: { identifier: 'wrapsmith', interFileDependencies: true, workspaceDiagnostics: false } };
}

/** The edited document first, those that it made stale after it. `onOthers` is called when there are such. */
export function registerDiagnostics(parts: ServerParts, client: ClientCapabilities, onOthers: () => void): void {
  const { connection, documents, projects, runner, background } = parts;
  const channel = canPull(client) ? pullDiagnostics(parts, client) : pushDiagnostics(parts, client);
  const stale = new Set<OpenDocument>();
  let isLooking = false;

  const lookAtOthers = async (): Promise<void> => {
    isLooking = true;
    try {
      for (const document of stale) {
        await background.turn();
        stale.delete(document);
        const project = documents.isOpen(document) ? projects.known(document) : undefined;
        if (project) channel.other(document, project);
      }
    } finally {
      isLooking = false;
      channel.othersDone();
    }
  };
  const others = (project: Project, edited: OpenDocument | undefined): void => {
    // With each file that is read the others would be checked anew; once it is enough.
    if (project.isReading()) return;
    const names = new Set(project.live.takeStale());
    const found = [...project.open].filter((document) => document !== edited && names.has(document.text.name));
    if (found.length === 0) return;
    for (const document of found) stale.add(document);
    onOthers();
    if (!isLooking) void background.start('Checking other files', lookAtOthers);
  };
  const look = async (document: OpenDocument): Promise<void> => {
    const { version } = document;
    // A change that is in the queue already makes this one needless; it takes a turn to be read.
    await nextTurn();
    await nextTurn();
    if (!documents.isOpen(document) || document.version !== version) return;
    const project = projects.known(document) ?? (await projects.of(document));
    if (document.version !== version) return;
    channel.edited(document, project);
    others(project, document);
  };
  const lookAt = (document: OpenDocument): void => {
    runner.hold(look(document)).catch((error: unknown) => {
      if (!(error instanceof StaleDocument))
        void trySend(() => connection.console.error(`The check of ${document.uri} failed: ${describe(error)}`));
    });
  };
  documents.onOpened(lookAt);
  documents.onChanged(lookAt);
  documents.onClosed(channel.closed);
  projects.onNews((project) => others(project, undefined));
}

function canPull(client: ClientCapabilities): boolean {
  return client.textDocument?.diagnostic !== undefined;
}
