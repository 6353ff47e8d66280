/** A copy of yaml-language-server that checks at once, where the shipped one waits until nobody types for 200 ms. */
import { cp, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

interface Patch {
  readonly from: string;
  readonly to: string;
}

const PATCHED = 'out/src/languageserver/handlers/validationHandlers.js';
const PATCHES: readonly Patch[] = [
  { from: '= setTimeout(() => {', to: '= setImmediate(() => {' },
  { from: '}, this.yamlSettings.validationDelayMs);', to: '});' },
  { from: 'clearTimeout(request);', to: 'clearImmediate(request);' },
];

const require = createRequire(import.meta.url);
/** Its folder among the dev dependencies. */
const shipped = path.resolve(path.dirname(require.resolve('yaml-language-server')), '../..');
const neighbours = path.dirname(shipped);

const programIn = (folder: string): string => path.join(folder, 'bin', 'yaml-language-server');
export const shippedProgram = programIn(shipped);

/**
 * Makes the copy in `folder`, beside links to what it imports.
 * @returns its program
 */
export async function copyUndelayed(folder: string): Promise<string> {
  const modules = path.join(folder, 'node_modules');
  const copy = path.join(modules, 'yaml-language-server');
  await cp(shipped, copy, { recursive: true });
  // All of them: it imports some that it does not name.
  for (const name of await readdir(neighbours)) {
    if (name === path.basename(shipped) || name.startsWith('.')) continue;
    await symlink(path.join(neighbours, name), path.join(modules, name), 'junction');
  }
  await writeFile(path.join(copy, PATCHED), await undelayed());
  return programIn(copy);
}

/**
 * The file that schedules its checks, without the delay.
 * @throws where it is not what the patches were written for
 */
export async function undelayed(): Promise<string> {
  let text = await readFile(path.join(shipped, PATCHED), 'utf8');
  for (const { from, to } of PATCHES) {
    const pieces = text.split(from);
    if (pieces.length !== 2) {
      throw new Error(
        `The delay of yaml-language-server is not where it was: "${from}" stands ${pieces.length - 1} times in ${PATCHED}. Look for what schedules its validation, and change the patch.`,
      );
    }
    text = pieces.join(to);
  }
  return text;
}
