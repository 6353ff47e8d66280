import { describe, expect, it } from 'vitest';
import { stateFolder } from '#host/stateFolder.ts';

describe('the state folder', () => {
  it.each([
    ['linux', {}, '/home/ann', '/home/ann/.local/state/wrapsmith'],
    ['linux', { XDG_STATE_HOME: '/var/state' }, '/home/ann', '/var/state/wrapsmith'],
    ['linux', { XDG_STATE_HOME: 'relative' }, '/home/ann', '/home/ann/.local/state/wrapsmith'],
    ['darwin', {}, '/Users/ann', '/Users/ann/.local/state/wrapsmith'],
    ['win32', { LOCALAPPDATA: 'D:\\Local' }, 'C:\\Users\\ann', 'D:\\Local\\wrapsmith'],
    ['win32', {}, 'C:\\Users\\ann', 'C:\\Users\\ann\\AppData\\Local\\wrapsmith'],
  ] as const)('on %s with %o in %s is %s', (platform, env, home, folder) => {
    expect(stateFolder({ platform, env, home })).toBe(folder);
  });
});
