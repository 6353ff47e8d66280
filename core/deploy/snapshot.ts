/** Reads from the org what a plan needs: in order and one at a time, to be gentle on the rate limit. */
import type { CallOptions, Genesys } from '../genesys/index.ts';
import type { NamedRef, OrgSnapshot } from './model.ts';
import { finderOf } from './names.ts';

export interface SnapshotOptions extends CallOptions {
  /** A few words for each step, for example `Reading the wrap-up codes`. */
  readonly onProgress?: (current: string) => void;
}

/**
 * `organization` is the org that these credentials lead to, `queueNames` are its names of the queues whose codes are
 * read. Throws `GenesysError`.
 */
export async function readSnapshot(
  genesys: Genesys,
  organization: NamedRef,
  queueNames: readonly string[],
  options: SnapshotOptions = {},
): Promise<OrgSnapshot> {
  const tell = options.onProgress ?? (() => undefined);
  tell('Reading the divisions');
  const divisions = await genesys.divisions(options);
  tell('Reading the wrap-up codes');
  const codes = await genesys.wrapupCodes.list(options);
  tell('Reading the queues');
  const queues = await genesys.queues.list(options);
  const find = finderOf(queues, 'queue');
  const queueCodes: Record<string, readonly string[]> = {};
  if (queueNames.length > 0)
    tell(`Reading the codes on ${queueNames.length === 1 ? '1 queue' : `${queueNames.length} queues`}`);
  for (const name of queueNames) {
    const found = find(name);
    // A name that the org does not know is for the plan to say.
    if (!found.ok || Object.hasOwn(queueCodes, found.value.id)) continue;
    queueCodes[found.value.id] = (await genesys.queueWrapupCodes.list(found.value.id, options)).map(({ id }) => id);
  }
  return { organization, divisions, codes, queues, queueCodes };
}
