import { posix, win32 } from 'node:path';
import type { StateFolderInputs } from './stateFolder.ts';

/**
 * Where this machine may keep what can be made again: `XDG_CACHE_HOME` or `~/.cache`, `~/Library/Caches` on a Mac,
 * `LOCALAPPDATA` on Windows. Always below the user's home, where nobody else can put a file.
 */
export function cacheFolder({ env, platform, home }: StateFolderInputs): string {
  if (platform === 'win32')
    return win32.join(env['LOCALAPPDATA'] || win32.join(home, 'AppData', 'Local'), 'wrapsmith', 'cache');
  const xdg = env['XDG_CACHE_HOME'];
  const own = platform === 'darwin' ? posix.join(home, 'Library', 'Caches') : posix.join(home, '.cache');
  // The XDG rules say that a relative path is to be ignored.
  return posix.join(xdg && posix.isAbsolute(xdg) ? xdg : own, 'wrapsmith');
}
