/**
 * Reads from the org what a plan needs: in order and one at a time, to be gentle on the rate limit. Everything comes from
 * lists, so the number of requests depends on pages and queues, never on the number of codes.
 */
import { GenesysError } from '../genesys/error.ts';
import type { CallOptions, Genesys } from '../genesys/index.ts';
import type { NamedRef, OrgOutbound, OrgQueue, OrgSnapshot, OrgTable, Row } from './model.ts';
import { finderOf } from './names.ts';
import type { Wanted } from './wanted.ts';

export interface SnapshotOptions extends CallOptions {
  /** A few words for each step, for example `Reading the wrap-up codes`. */
  readonly onProgress?: (current: string) => void;
}

/** `organization` is the org that these credentials lead to. Throws `GenesysError`. */
export async function readSnapshot(
  genesys: Genesys,
  organization: NamedRef,
  wanted: Wanted,
  options: SnapshotOptions = {},
): Promise<OrgSnapshot> {
  const tell = options.onProgress ?? (() => undefined);
  tell('Reading the divisions');
  const divisions = await genesys.divisions(options);
  tell('Reading the wrap-up codes');
  const codes = await genesys.wrapupCodes.list(options);
  tell('Reading the queues');
  const queues = await genesys.queues.list(options);
  const names =
    typeof wanted.queues === 'function' ? queues.map(({ name }) => name).filter(wanted.queues) : wanted.queues;
  if (names.length > 0) tell(`Reading the codes on ${names.length === 1 ? '1 queue' : `${names.length} queues`}`);
  const queueCodes = await readQueueCodes(genesys, queues, names, options);
  const outbound = await readOutbound(genesys, wanted, options);
  const table = wanted.table && (await readTable(genesys, wanted.table, options));
  return {
    organization,
    divisions,
    codes,
    queues,
    queueCodes,
    ...(outbound === undefined ? {} : { outbound }),
    ...(table === undefined ? {} : { table }),
  };
}

async function readQueueCodes(
  genesys: Genesys,
  queues: readonly OrgQueue[],
  names: readonly string[],
  options: CallOptions,
): Promise<OrgSnapshot['queueCodes']> {
  const find = finderOf(queues, 'queue');
  const queueCodes: Record<string, readonly string[]> = {};
  for (const name of names) {
    const found = find(name);
    // A name that the org does not know is for the plan to say.
    if (!found.ok || Object.hasOwn(queueCodes, found.value.id)) continue;
    queueCodes[found.value.id] = (await genesys.queueWrapupCodes.list(found.value.id, options)).map(({ id }) => id);
  }
  return queueCodes;
}

async function readOutbound(
  genesys: Genesys,
  wanted: Wanted,
  options: SnapshotOptions,
): Promise<OrgOutbound | undefined> {
  if (wanted.outbound === 'no') return undefined;
  options.onProgress?.('Reading the outbound mappings');
  try {
    const { version, defaultSet, mapping } = await genesys.outbound.mappings(options);
    return { version, defaultSet, mapping };
  } catch (error) {
    const isRefused = error instanceof GenesysError && ['forbidden', 'notFound'].includes(error.failure.kind);
    if (wanted.outbound === 'ifAllowed' && isRefused) return undefined;
    throw error;
  }
}

/** All rows are listed once: one request for each key would be one for each code. */
async function readTable(
  genesys: Genesys,
  { name, keys }: NonNullable<Wanted['table']>,
  options: SnapshotOptions,
): Promise<NonNullable<OrgSnapshot['table']>> {
  options.onProgress?.('Reading the data table');
  const table = await genesys.dataTables.find(name, options);
  if (table === undefined) return { missing: name };
  const rows = await genesys.dataTables.rows(table.id, options);
  const kept = rows.flatMap(({ key, ...row }): [string, Row][] => (keys.has(String(key)) ? [[String(key), row]] : []));
  return { ...table, rows: Object.fromEntries(kept) } satisfies OrgTable;
}
