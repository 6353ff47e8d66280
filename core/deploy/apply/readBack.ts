/** Lists what was written, because an answer says what was accepted and only a list says what is there. */
import { GenesysError } from '../../genesys/error.ts';
import type { CallOptions } from '../../genesys/index.ts';
import type { Run } from './run.ts';

/** Lists may lag behind writes: this long is waited between readings, in ms. */
export const LAG_PAUSES: readonly number[] = [500, 1000, 2000, 4000];

export type ReadBack<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: string };

/** Reads until `settled` or the pauses are used up; impatience ends the waiting but not the reading. Never throws. */
export async function readBack<T>(
  run: Run,
  read: (options: CallOptions) => Promise<T>,
  settled: (value: T) => boolean,
): Promise<ReadBack<T>> {
  let last: T;
  try {
    last = await read(run.reading);
    for (const ms of LAG_PAUSES) {
      if (settled(last) || !(await pause(run, ms))) break;
      last = await read(run.reading);
    }
  } catch (error) {
    if (error instanceof GenesysError) {
      return { ok: false, why: isImpatient(run, error) ? 'The wait for it was ended.' : run.explain(error.failure) };
    }
    throw error;
  }
  return { ok: true, value: last };
}

/** A wait that was ended is told as a cancelled request, or as the rate limit that was not waited out. */
const isImpatient = (run: Run, { failure }: GenesysError): boolean =>
  run.reading.patience?.aborted === true && (failure.kind === 'cancelled' || failure.kind === 'rateLimited');

/** What is said of a write without an answer: `notSeen` where the list was read, else why it was not. */
export const notSeenWords = (seen: ReadBack<unknown>, notSeen: string): string =>
  seen.ok ? notSeen : `The org could not be read afterwards. ${seen.why}`;

/** Waits; false where the waiting was ended. */
export const pause = (run: Run, ms: number): Promise<boolean> =>
  run.request.clock.sleep(ms, run.reading.patience).then(
    () => true,
    () => false,
  );
