import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Everything the editor host needs on disk. */
export interface EditorHost {
  /** The Node that runs the server; VS Code's extension host runs in it too. */
  readonly node: string;
  /** The script that starts the server. */
  readonly entry: string;
}
