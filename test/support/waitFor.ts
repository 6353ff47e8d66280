import { turn } from './fakeClock.ts';

/**
 * Turns the event loop until the probe has something. The limit is the test's own timeout, so a slow machine only
 * takes longer.
 */
export async function waitFor<T>(probe: () => T | undefined | false | null): Promise<T> {
  for (;;) {
    const found = probe();
    if (found !== undefined && found !== false && found !== null) return found;
    await turn();
  }
}
