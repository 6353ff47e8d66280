// Which VS Code runs the tests: a desktop one where there is one with a screen, else the editor host in a browser.
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { findOnPath } from '../../../scripts/editor-host/browser.ts';

export interface Executable {
  /** For `@vscode/test-electron` and its `vscodeExecutablePath`. */
  readonly path: string;
  /** Arguments that come before VS Code's own. */
  readonly args: readonly string[];
  readonly kind: 'desktop' | 'editor host';
}

/** `VSCODE_EXECUTABLE` in the environment comes first, then a desktop VS Code on PATH, then the editor host. */
export function chooseExecutable(): Executable {
  const desktop = process.env['VSCODE_EXECUTABLE'] ?? (hasScreen() ? desktopOnPath() : undefined);
  if (desktop) return { path: desktop, args: [], kind: 'desktop' };
  return { path: process.execPath, args: [path.join(import.meta.dirname, 'launcher.ts')], kind: 'editor host' };
}

/** The program behind the `code` command; the command itself is a wrapper that does not wait for its window. */
export function desktopOnPath(): string | undefined {
  const command = findOnPath(process.platform === 'win32' ? ['code.cmd'] : ['code']);
  if (!command) return undefined;
  const home = path.dirname(path.dirname(realpathSync(command)));
  const programs = [path.join(home, 'code'), path.join(home, 'Code.exe'), path.resolve(home, '../../MacOS/Electron')];
  return programs.find((program) => existsSync(program));
}

function hasScreen(): boolean {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}
