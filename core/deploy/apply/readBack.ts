/** Lists what was written, because an answer says what was accepted and only a list says what is there. */
import { GenesysError } from '../../genesys/error.ts';
import type { CallOptions } from '../../genesys/index.ts';
import type { Run } from './run.ts';

/** Lists may lag behind writes: this long is waited between readings, in ms. */
export const LAG_PAUSES: readonly number[] = [500, 1000, 2000, 4000];

export type ReadBack<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: string };

/** Reads until `settled` or the pauses are used up; a cancel ends the waiting but not the reading. Never throws. */
export async function readBack<T>(
  run: Run,
  read: (options: CallOptions) => Promise<T>,
  settled: (value: T) => boolean,
): Promise<ReadBack<T>> {
  const { clock, signal } = run.request;
  let last: T;
  try {
    last = await read(run.reading);
    for (const pause of LAG_PAUSES) {
      if (settled(last)) break;
      if (!(await paused(clock.sleep(pause, signal)))) break;
      last = await read(run.reading);
    }
  } catch (error) {
    if (error instanceof GenesysError) return { ok: false, why: run.explain(error.failure) };
    throw error;
  }
  return { ok: true, value: last };
}

const paused = (sleep: Promise<void>): Promise<boolean> =>
  sleep.then(
    () => true,
    () => false,
  );
