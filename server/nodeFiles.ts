import { realpath } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { fileKindOf, isOurFile } from '#core/check/index.ts';
import { readTextFile } from '#host/files.ts';
import { filesOfProject, projectFor } from '#host/project.ts';
import type { ServerFiles } from './files.ts';

/** The local disk. Documents of other schemes (untitled, virtual workspaces) have no files around them. */
export const nodeFiles: ServerFiles = {
  async read(uri) {
    const path = pathOf(uri);
    if (path === undefined) return undefined;
    const read = await readTextFile(path);
    return read.kind === 'text' ? read.text : undefined;
  },
  async findProject(uri) {
    const path = pathOf(uri);
    if (path === undefined) return undefined;
    const project = await projectFor(path);
    return project === undefined ? undefined : uriOf(project);
  },
  async members(project) {
    const path = pathOf(project);
    if (path === undefined) return [];
    const files = await filesOfProject(path, isOurFile);
    // Beside `genesys.yaml` a `genesys.yml` governs nothing.
    return files.filter((file) => file === path || fileKindOf(file) !== 'GenesysProject').map(uriOf);
  },
  async real(uri) {
    const path = pathOf(uri);
    return path === undefined ? uri : realpath(path).then(uriOf, () => uri);
  },
};

function pathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

function uriOf(path: string): string {
  return pathToFileURL(path).href;
}
