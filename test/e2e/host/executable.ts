import path from 'node:path';
import { findDesktop } from '../../../scripts/editor-host/desktop.ts';

/** A VS Code for `@vscode/test-electron`. */
export interface Executable {
  /** Its `vscodeExecutablePath`. */
  readonly path: string;
  /** Arguments that come before VS Code's own. */
  readonly args: readonly string[];
}

/** The VS Code of `.editor-host`: our launcher, under this Node. */
export const editorHost: Executable = {
  path: process.execPath,
  args: [path.join(import.meta.dirname, 'launcher.ts')],
};

/** `VSCODE_EXECUTABLE` comes first, then a desktop VS Code on PATH where there is a screen, then the editor host. */
export function chooseExecutable(): Executable {
  const desktop = findDesktop();
  return desktop === undefined ? editorHost : { path: desktop, args: [] };
}
