// Installs a real VS Code (code-server, from npm) into .editor-host/<hash of its lockfile>.
// A folder with that name is always whole: it is made beside and renamed at the end, so an interrupted or a
// second installation at the same time does no harm.
import { createHash } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, readFile, readdir, rename, rm, stat, symlink } from 'node:fs/promises';
import path from 'node:path';
import { npmCi } from './npm.ts';
import { type EditorHost, root } from './paths.ts';
import { prune } from './prune.ts';
import { addStandIns } from './stand-ins.ts';

/** Raise it when `prepare` changes, so that an older installation is not taken for a current one. */
const LAYOUT = 3;
const packages = path.join(import.meta.dirname, 'packages');
const SOURCES = ['package.json', 'package-lock.json'];
const PARTIAL = 'partial-';

/**
 * Installs the host unless it is there; a few hundred megabytes and about half a minute the first time.
 * @param log gets one sentence when there is something to wait for
 * @throws when npm fails; the next call starts afresh
 */
export async function installEditorHost(log: (message: string) => void): Promise<EditorHost> {
  const home = path.join(root, '.editor-host');
  const name = await lockHash();
  const target = path.join(home, name);
  if (!(await exists(target))) {
    log('Installing a VS Code for the tests into .editor-host (once, about half a minute)…');
    await mkdir(home, { recursive: true });
    await removeOthers(home, name);
    const partial = await mkdtemp(path.join(home, `${PARTIAL}${process.pid}-`));
    try {
      await prepare(partial);
      await moveInto(partial, target);
    } finally {
      await rm(partial, { recursive: true, force: true });
    }
  }
  return { node: process.execPath, entry: path.join(target, 'node_modules/code-server/out/node/entry.js') };
}

async function lockHash(): Promise<string> {
  const hash = createHash('sha256').update(`layout ${LAYOUT}\n`);
  for (const file of SOURCES) hash.update(await readFile(path.join(packages, file)));
  return hash.digest('hex').slice(0, 16);
}

async function prepare(folder: string): Promise<void> {
  for (const file of SOURCES) await copyFile(path.join(packages, file), path.join(folder, file));
  await npmCi(folder);
  const workbench = path.join(folder, 'node_modules/code-server/lib/vscode');
  await prune(folder, workbench);
  await addStandIns(path.join(folder, 'node_modules'));
  // The workbench serves its libraries to the page from this folder. Its own installation would compile native
  // modules and bring ten times as many; ours are in the one lockfile, and a link puts them where it looks.
  await symlink(
    path.relative(workbench, path.join(folder, 'node_modules')),
    path.join(workbench, 'node_modules'),
    'dir',
  );
}

async function moveInto(partial: string, target: string): Promise<void> {
  try {
    await rename(partial, target);
  } catch (error) {
    if (!(await exists(target))) throw error; // otherwise another installer was first, and its copy is as good
  }
}

/** Removes installations of older lockfiles, and what an interrupted installation left behind. */
async function removeOthers(home: string, wanted: string): Promise<void> {
  for (const name of await readdir(home)) {
    const owner = name.startsWith(PARTIAL) ? Number(name.slice(PARTIAL.length).split('-')[0]) : undefined;
    if (name === wanted || (owner !== undefined && isAlive(owner))) continue;
    await rm(path.join(home, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
