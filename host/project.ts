import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { findFiles } from './findFiles.ts';

const PROJECT_NAMES = ['genesys.yaml', 'genesys.yml'];

/**
 * The `genesys.yaml` that governs a file or folder: the nearest one upwards, not beyond the folder
 * that holds `.git` (a folder, or a file in a worktree), nor the root of the file system.
 */
export async function projectFor(path: string): Promise<string | undefined> {
  let folder = await startOf(resolve(path));
  for (;;) {
    for (const name of PROJECT_NAMES) {
      const candidate = join(folder, name);
      if (await isFile(candidate)) return candidate;
    }
    const parent = dirname(folder);
    if (parent === folder || (await exists(join(folder, '.git')))) return undefined;
    folder = parent;
  }
}

/** The other spelling of a `genesys.yaml` in the same folder: which of the two is meant, nobody can say. */
export async function rivalOf(project: string): Promise<string | undefined> {
  for (const name of PROJECT_NAMES) {
    const other = join(dirname(project), name);
    if (other !== project && (await isFile(other))) return other;
  }
  return undefined;
}

/** The files under a `genesys.yaml` that `isWanted` accepts by name and no nearer `genesys.yaml` governs. */
export async function filesOfProject(project: string, isWanted: (path: string) => boolean): Promise<readonly string[]> {
  const found = await findFiles(dirname(project), isWanted);
  const governed = await Promise.all(found.map(async (path) => (await projectFor(path)) === project));
  return found.filter((_, index) => governed[index]);
}

/** A file that is not saved yet has no stat: its folder is where the search starts. */
async function startOf(path: string): Promise<string> {
  return (await isFolder(path)) ? path : dirname(path);
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
