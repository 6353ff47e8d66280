/** What the org has now of the things that some changes touch. It is read, never written. */
import { GenesysError } from '../../genesys/error.ts';
import type { CallOptions, Genesys } from '../../genesys/index.ts';
import type { NamedRef, OrgCode, OrgOutbound, OrgQueue, Row, Write } from '../model.ts';

export interface OrgState {
  /** The living codes by id; empty where no change is about a code. */
  readonly codes: ReadonlyMap<string, OrgCode>;
  /** Queue id → ids of the codes on it; a queue that is gone is absent. */
  readonly members: ReadonlyMap<string, ReadonlySet<string>>;
  readonly queues: ReadonlyMap<string, OrgQueue>;
  /** Absent where no change is about it. */
  readonly outbound?: OrgOutbound;
  /** By `rowId`; absent where there is no such row, or no such table. */
  readonly rows: ReadonlyMap<string, Row>;
}

/** All others are about a code. */
const WITHOUT_CODE: ReadonlySet<Write['kind']> = new Set(['queueSettings', 'metadata']);

/** One list for each kind of thing, and one request for each row. Throws `GenesysError`. */
export async function readOrgState(
  genesys: Genesys,
  changes: readonly Write[],
  options: CallOptions = {},
): Promise<OrgState> {
  const has = (kind: Write['kind']): boolean => changes.some((change) => change.kind === kind);
  const codes = changes.every(({ kind }) => WITHOUT_CODE.has(kind)) ? [] : await genesys.wrapupCodes.list(options);
  const queues = has('queueSettings') ? await genesys.queues.list(options) : [];
  const members = new Map<string, ReadonlySet<string>>();
  for (const id of queuesOf(changes)) {
    const listed = await unlessGone(genesys.queueWrapupCodes.list(id, options));
    if (listed !== undefined) members.set(id, new Set(listed.map((code) => code.id)));
  }
  const rows = new Map<string, Row>();
  for (const [id, { table, key }] of rowsOf(changes)) {
    const row = await unlessGone(genesys.dataTables.row(table.id, key, options));
    if (row !== undefined) rows.set(id, row);
  }
  const outbound = has('outbound') ? await genesys.outbound.mappings(options) : undefined;
  return {
    codes: byId(codes),
    members,
    queues: byId(queues),
    rows,
    ...(outbound === undefined ? {} : { outbound }),
  };
}

export const rowId = (table: NamedRef, key: string): string => JSON.stringify([table.id, key]);

const byId = <T extends { readonly id: string }>(all: readonly T[]): ReadonlyMap<string, T> =>
  new Map(all.map((one) => [one.id, one]));

const queuesOf = (changes: readonly Write[]): ReadonlySet<string> =>
  new Set(
    changes.flatMap((change) => (change.kind === 'associate' || change.kind === 'dissociate' ? [change.queue.id] : [])),
  );

const rowsOf = (changes: readonly Write[]): ReadonlyMap<string, { readonly table: NamedRef; readonly key: string }> =>
  new Map(
    changes.flatMap((change) =>
      change.kind === 'metadata' ? [[rowId(change.table, change.key), { table: change.table, key: change.key }]] : [],
    ),
  );

/** A queue or a table that was removed has nothing of its own any more. */
async function unlessGone<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof GenesysError && error.failure.kind === 'notFound') return undefined;
    throw error;
  }
}
