import { setFlagsFromString } from 'node:v8';

/**
 * Keeps the room for what lives shortly as it is once everything is loaded. Left alone it grows to 48 MB while a long
 * file is read, which is more than all that is kept of the file, and a keystroke needs next to nothing.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}
