import { setTimeout as pause } from 'node:timers/promises';
import { STEP_MS } from './scenario.ts';

/** Asks until it holds; a page has locators for this, the disk has not. */
export async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + STEP_MS;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}.`);
    await pause(50);
  }
}
