import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Modules of VS Code that would need a compiler, and our few lines in their place. */
const STAND_INS = ['spdlog', 'native-watchdog'];

/** Puts the stand-ins where VS Code looks for the native modules. */
export async function addStandIns(modules: string): Promise<void> {
  for (const name of STAND_INS) {
    const folder = path.join(modules, '@vscode', name);
    await mkdir(folder, { recursive: true });
    await copyFile(path.join(import.meta.dirname, 'stand-ins', `${name}.cjs`), path.join(folder, 'index.cjs'));
    const manifest = { name: `@vscode/${name}`, version: '0.0.0', main: 'index.cjs' };
    await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest));
  }
}
