import { stat } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { findFiles } from '#host/findFiles.ts';
import { describeFsError } from '#host/fsError.ts';
import { rivalOf } from '#host/project.ts';
import { CliError } from './io.ts';

/**
 * The files that a command line means: files as they are named, folders searched for the files that `isWanted`
 * accepts by name. Absolute, each once, in the order given. Throws `CliError` for a path that is not there.
 */
export async function filesOf(
  paths: readonly string[],
  cwd: string,
  isWanted: (path: string) => boolean,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const path of paths) {
    const absolute = resolve(cwd, path);
    found.push(...((await isFolder(absolute, path)) ? await findFiles(absolute, isWanted) : [absolute]));
  }
  return [...new Set(found)];
}

async function isFolder(absolute: string, path: string): Promise<boolean> {
  try {
    return (await stat(absolute)).isDirectory();
  } catch (error) {
    throw new CliError(`${path}: ${describeFsError(error)}`);
  }
}

/** A path as it is shown: relative where it lies under the working folder, with forward slashes. */
export function shownPath(absolute: string, cwd: string): string {
  const path = relative(cwd, absolute);
  const outside = path === '' || path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path);
  return (outside ? absolute : path).split(sep).join('/');
}

/** A sentence where a folder has both `genesys.yaml` and `genesys.yml`: one of them would be read and the other not. */
export async function twoSpellings(project: string, cwd: string): Promise<string | undefined> {
  const rival = await rivalOf(project);
  if (rival === undefined) return undefined;
  return `There are both ${shownPath(project, cwd)} and ${shownPath(rival, cwd)}. Keep one of them.`;
}
