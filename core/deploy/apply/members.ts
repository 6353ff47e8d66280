/** The codes on a queue, read after they were changed. */
import type { NamedRef } from '../model.ts';
import type { ReadBack } from './readBack.ts';
import { readBack } from './readBack.ts';
import type { Run } from './run.ts';

/** Ids of the codes on a queue; nothing is read where no change is in doubt. */
export async function listQueue(
  run: Run,
  queue: NamedRef,
  inDoubt: number,
  settled: (ids: ReadonlySet<string>) => boolean,
): Promise<ReadBack<ReadonlySet<string>>> {
  if (inDoubt === 0) return { ok: true, value: new Set() };
  run.progress(`Reading back the queue ${queue.name}`, 0);
  return readBack(
    run,
    async (options) =>
      new Set((await run.request.genesys.queueWrapupCodes.list(queue.id, options)).map(({ id }) => id)),
    settled,
  );
}
