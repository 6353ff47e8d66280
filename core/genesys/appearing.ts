/** What was just created may not be readable for some seconds: the org answers 404 until it has spread. */
import type { Clock } from '../ports.ts';
import { GenesysError } from './error.ts';
import { cancelled } from './failure.ts';
import { waitSignal } from './patience.ts';
import type { CallOptions } from './request.ts';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 5000;
/** How long it is waited for, by the clock. The Terraform provider of Genesys polls for 30 s after a delete. */
const PATIENCE_MS = 30_000;

/**
 * Reads until there is something to read, with pauses that grow, for half a minute. Undefined where there is nothing
 * even then: who asks decides what that means, never that a write was not done. Throws `GenesysError` as `read` does, of
 * kind `cancelled` when a wait is ended.
 */
export async function whenItAppears<T>(
  clock: Clock,
  read: () => Promise<T | undefined>,
  options: CallOptions,
): Promise<T | undefined> {
  for (let waited = 0, pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    const found = await read();
    if (found !== undefined || waited >= PATIENCE_MS) return found;
    const next = Math.min(pause, PATIENCE_MS - waited);
    try {
      await clock.sleep(next, waitSignal(options));
    } catch {
      throw new GenesysError(cancelled({ method: 'GET', path: '' }));
    }
    waited += next;
  }
}
