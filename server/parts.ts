import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import type { Background } from './background.ts';
import type { OpenDocuments } from './documents.ts';
import type { Projects } from './projects.ts';
import type { Runner } from './runner.ts';
import type { Settings } from './settings.ts';

/** What a language feature works with. */
export interface ServerParts {
  readonly connection: Connection;
  readonly documents: OpenDocuments;
  readonly projects: Projects;
  readonly runner: Runner;
  readonly background: Background;
  /** As they are now. */
  readonly settings: () => Settings;
}

/** A feature registers its handlers once, knowing what the client can do. */
export type RegisterFeature = (parts: ServerParts, client: ClientCapabilities) => void;
