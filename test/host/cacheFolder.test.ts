import { expect, it } from 'vitest';
import { cacheFolder } from '#host/cacheFolder.ts';

it.each([
  ['linux', {}, '/home/me', '/home/me/.cache/wrapsmith'],
  ['linux', { XDG_CACHE_HOME: '/var/mine' }, '/home/me', '/var/mine/wrapsmith'],
  ['linux', { XDG_CACHE_HOME: 'not/absolute' }, '/home/me', '/home/me/.cache/wrapsmith'],
  ['darwin', {}, '/Users/me', '/Users/me/Library/Caches/wrapsmith'],
  [
    'win32',
    { LOCALAPPDATA: 'C:\\Users\\me\\AppData\\Local' },
    'C:\\Users\\me',
    'C:\\Users\\me\\AppData\\Local\\wrapsmith\\cache',
  ],
  ['win32', {}, 'C:\\Users\\me', 'C:\\Users\\me\\AppData\\Local\\wrapsmith\\cache'],
] as const)('on %s with %j the cache is below the home of the user', (platform, env, home, folder) => {
  expect(cacheFolder({ platform, env, home })).toBe(folder);
});
