import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';

const OURS = /\.(?:ya?ml|json)$/i;

/**
 * Paths of the files under a folder that `isOurs` accepts by name, sorted, absolute where the folder is. A link to a
 * file counts as one, unless the file itself is found too. `node_modules` and whatever begins with a dot are not
 * entered; links to folders are not followed, so that a loop of links ends. What may not be read is left out.
 */
export async function findFiles(folder: string, isOurs: (path: string) => boolean): Promise<readonly string[]> {
  const files: string[] = [];
  const links: string[] = [];
  const enter = async (path: string): Promise<void> => {
    await Promise.all((await entriesOf(path)).map((entry) => take(entry, join(path, entry.name))));
  };
  const take = async (entry: Dirent, path: string): Promise<void> => {
    if (entry.name.startsWith('.')) return;
    if (entry.isDirectory()) return entry.name === 'node_modules' ? undefined : enter(path);
    if (!OURS.test(entry.name) || !isOurs(path)) return;
    if (entry.isFile()) files.push(path);
    else if (entry.isSymbolicLink() && !(await leadsToFolder(path))) links.push(path);
  };
  await enter(folder);
  return [...files, ...(await notAmong(files, links.sort()))].sort();
}

/** A link that leads nowhere is kept: reading it says so, and a catalog is not lost without a word. */
const leadsToFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

/** The links whose file is neither found itself nor behind an earlier link. */
async function notAmong(files: readonly string[], links: readonly string[]): Promise<readonly string[]> {
  if (links.length === 0) return [];
  const seen = new Set(await Promise.all(files.map(target)));
  const targets = await Promise.all(links.map(target));
  return links.filter((_, index) => {
    const its = targets[index] ?? '';
    const isNew = !seen.has(its);
    seen.add(its);
    return isNew;
  });
}

const target = (path: string): Promise<string> => realpath(path).catch(() => path);

const entriesOf = (folder: string): Promise<readonly Dirent[]> =>
  readdir(folder, { withFileTypes: true }).catch(() => []);
