import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { findOnPath } from './browser.ts';

/** The desktop VS Code of this machine, where there is a screen to show it on. */
export function findDesktop(): string | undefined {
  const named = process.env['VSCODE_EXECUTABLE'];
  if (named) return named;
  return hasScreen() ? onPath() : undefined;
}

/** The program behind the `code` command; the command itself is a wrapper that does not wait for its window. */
function onPath(): string | undefined {
  const command = findOnPath(process.platform === 'win32' ? ['code.cmd'] : ['code']);
  if (!command) return undefined;
  const home = path.dirname(path.dirname(realpathSync(command)));
  const programs = [path.join(home, 'code'), path.join(home, 'Code.exe'), path.resolve(home, '../../MacOS/Electron')];
  return programs.find((program) => existsSync(program));
}

function hasScreen(): boolean {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}
