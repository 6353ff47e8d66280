import { posix, win32 } from 'node:path';

export interface StateFolderInputs {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** The user's home folder. */
  readonly home: string;
}

/**
 * Where this machine keeps what outlives a run and belongs to no repository: journals, later audit
 * and outbox. `XDG_STATE_HOME` or `~/.local/state`; `LOCALAPPDATA` on Windows.
 */
export function stateFolder({ env, platform, home }: StateFolderInputs): string {
  if (platform === 'win32') {
    return win32.join(env['LOCALAPPDATA'] || win32.join(home, 'AppData', 'Local'), 'wrapsmith');
  }
  const xdg = env['XDG_STATE_HOME'];
  // The XDG rules say that a relative path is to be ignored.
  const base = xdg && posix.isAbsolute(xdg) ? xdg : posix.join(home, '.local', 'state');
  return posix.join(base, 'wrapsmith');
}
