import type { Clock } from '#core/ports.ts';
import type { FileLockOptions } from './underLock.ts';

/** Whoever sends events of this machine, or changes what waits, has this lock: so no event is sent by two at once. */
export const deliveryLock = (folder: string, clock: Clock): FileLockOptions => ({
  folder,
  name: 'event delivery',
  clock,
});
