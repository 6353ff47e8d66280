/** What the catalogs speak of, and so what a snapshot has to read of the org. */
import type { DesiredRequest } from './desired.ts';
import { desiredOf } from './desired.ts';
import { rowKeysOf } from './metadata.ts';
import { namedQueues } from './names.ts';

export interface Wanted {
  /** The org's names of the queues whose codes are read, or which of its queues. */
  readonly queues: readonly string[] | ((name: string) => boolean);
  /** `ifAllowed`: only to say what a deletion leaves behind, so a refusal is no reason to stop. */
  readonly outbound: 'asked' | 'ifAllowed' | 'no';
  readonly table?: {
    readonly name: string;
    /** Of the rows that the entries may have. */
    readonly keys: ReadonlySet<string>;
  };
}

export function wantedOf(request: DesiredRequest): Wanted {
  const { catalogs, project, target } = request;
  const { codes } = desiredOf(request);
  const asksOutbound = codes.some(({ outbound, state }) => outbound !== undefined && state !== 'deleted');
  const deletes = codes.some(({ state }) => state === 'deleted');
  const dataTable = new Map(Object.entries(project?.environments ?? {})).get(target.name)?.metadata?.dataTable;
  return {
    queues: namedQueues(catalogs, project, target),
    outbound: asksOutbound ? 'asked' : deletes ? 'ifAllowed' : 'no',
    ...(dataTable === undefined || codes.length === 0
      ? {}
      : { table: { name: dataTable, keys: new Set(codes.flatMap(rowKeysOf)) } }),
  };
}
