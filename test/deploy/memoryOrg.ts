/** An org in memory behind the client's interface, without a wire: fast enough for many random runs. */
import type { GenesysProject } from '#core/contract/generated/files.ts';
import { normaliseName } from '#core/contract/names.ts';
import type { CatalogFile, OrgCode, OrgQueue, OrgSnapshot, Row } from '#core/deploy/model.ts';
import { namedQueues } from '#core/deploy/names.ts';
import { GenesysError, type FailureKind } from '#core/genesys/error.ts';
import type { Genesys, Grant, OutboundDocument, QueueDocument } from '#core/genesys/index.ts';
import { DEV } from './support.ts';

/** An org that does what the published API says. */
export interface MemoryOrg {
  readonly genesys: Genesys;
  snapshot(catalogs: readonly CatalogFile[], project?: GenesysProject): OrgSnapshot;
}

const NO_VERSION: OutboundDocument = { document: {}, version: 1, defaultSet: [], mapping: {} };

export function memoryOrg(start: OrgSnapshot): MemoryOrg {
  const codes = new Map(start.codes.map((code) => [code.id, code]));
  const queues = new Map(start.queues.map((queue) => [queue.id, queueDocument(queue)]));
  const queueCodes = new Map(start.queues.map(({ id }) => [id, new Set(start.queueCodes[id] ?? [])]));
  const table = start.table !== undefined && 'rows' in start.table ? start.table : undefined;
  const rows = new Map(Object.entries(table?.rows ?? {}));
  let outbound: OutboundDocument = { ...NO_VERSION, ...start.outbound };
  let next = 0;
  const listed = (): OrgCode[] => [...codes.values()];
  const listedQueues = (): OrgQueue[] => [...queues.values()].map(orgQueue);
  const onQueue = (queueId: string): OrgCode[] =>
    listed().filter(({ id }) => queueCodes.get(queueId)?.has(id) === true);
  const queueOf = (queueId: string): QueueDocument => queues.get(queueId) ?? refuse('notFound', 404);
  const genesys: Genesys = {
    organization: async () => start.organization,
    limits: async () => [],
    divisions: async () => start.divisions,
    users: async () => [],
    me: async () => undefined,
    subject: async () => ({ id: 'client-1', grants: [EVERYTHING] }),
    tokenInfo: () => nobodyAsks('tokenInfo'),
    wrapupCodes: {
      list: async () => listed(),
      listWithDeleted: async () => listed(),
      findByName: async (name) => listed().filter((code) => normaliseName(code.name) === normaliseName(name)),
      get: async (id) => codes.get(id),
      async create(body) {
        const code: OrgCode = { id: `new-${next++}`, division: { id: '*' }, ...body };
        codes.set(code.id, code);
        return { value: code };
      },
      async update(id, body) {
        // A PUT replaces the whole code: what is left out is lost.
        const code: OrgCode = { id, division: { id: '*' }, ...body };
        codes.set(id, code);
        return { value: code };
      },
      async remove(id) {
        if (!codes.delete(id)) refuse('notFound', 404);
        for (const ids of queueCodes.values()) ids.delete(id);
        return { value: undefined };
      },
    },
    queues: {
      list: async () => listedQueues(),
      get: async (queueId) => queueOf(queueId),
      async replace(queueId, document) {
        const queue = { ...document, id: queueOf(queueId).id };
        queues.set(queueId, queue);
        return { value: queue };
      },
    },
    queueWrapupCodes: {
      list: async (queueId) => onQueue(queueId),
      async add(queueId, ids) {
        if (ids.length > 100) throw new Error('The API takes at most 100 codes in one call.');
        for (const id of ids) {
          if (!codes.has(id)) throw new Error(`The org has no code ${id}.`);
          queueCodes.get(queueId)?.add(id);
        }
        return { value: undefined };
      },
      async remove(queueId, codeId) {
        if (queueCodes.get(queueId)?.delete(codeId) !== true) refuse('notFound', 404);
        return { value: undefined };
      },
    },
    outbound: {
      mappings: async () => outbound,
      async replace(document) {
        if (document['version'] !== outbound.version) refuse('conflict', 409);
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what is sent is what was read, with changes
        const sent = document as unknown as Pick<OutboundDocument, 'mapping' | 'defaultSet'>;
        const version = outbound.version + 1;
        const kept = { version, mapping: sent.mapping, defaultSet: sent.defaultSet ?? outbound.defaultSet };
        outbound = { document: { ...document, version }, ...kept };
        return { value: outbound };
      },
    },
    dataTables: {
      find: async (name) =>
        table !== undefined && normaliseName(table.name) === normaliseName(name) ? table : undefined,
      rows: async () => [...rows.values()],
      row: async (_, key) => rows.get(key),
      async addRow(_, row) {
        const key = keyOf(row);
        if (rows.has(key)) refuse('conflict', 409);
        rows.set(key, row);
        return { value: row };
      },
      async replaceRow(_, key, row) {
        if (!rows.has(key)) refuse('notFound', 404);
        rows.set(key, row);
        return { value: row };
      },
      async removeRow(_, key) {
        if (!rows.delete(key)) refuse('notFound', 404);
        return { value: undefined };
      },
    },
    audits: { query: async () => [] },
    triggers: {
      list: async () => [],
      topics: async () => [],
      create: () => nobodyAsks('triggers'),
      remove: () => nobodyAsks('triggers'),
    },
    analytics: {
      conversationDetails: async () => ({ conversations: [] }),
      conversationAggregates: async () => [],
    },
    revoke: async () => undefined,
    close: () => undefined,
  };
  return {
    genesys,
    snapshot(catalogs, project) {
      const names = new Set(namedQueues(catalogs, project, DEV).map(normaliseName));
      const read = start.queues.filter(({ name }) => names.has(normaliseName(name)));
      return {
        ...start,
        codes: listed(),
        queues: listedQueues(),
        queueCodes: Object.fromEntries(read.map(({ id }) => [id, onQueue(id).map((code) => code.id)])),
        ...(start.outbound === undefined ? {} : { outbound }),
        ...(table === undefined ? {} : { table: { ...table, rows: Object.fromEntries(rows) } }),
      };
    },
  };
}

function queueDocument({ id, name, wrapupPrompt, wrapupTimeoutMs }: OrgQueue): QueueDocument {
  const acwSettings = {
    ...(wrapupPrompt === undefined ? {} : { wrapupPrompt }),
    ...(wrapupTimeoutMs === undefined ? {} : { timeoutMs: wrapupTimeoutMs }),
  };
  return { id, name, acwSettings, somethingNew: 'kept' };
}

function orgQueue({ id, name, acwSettings }: QueueDocument): OrgQueue {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- made by queueDocument, changed by an apply
  const { wrapupPrompt, timeoutMs } = acwSettings as { readonly wrapupPrompt?: string; readonly timeoutMs?: number };
  return {
    id,
    name,
    ...(wrapupPrompt === undefined ? {} : { wrapupPrompt }),
    ...(timeoutMs === undefined ? {} : { wrapupTimeoutMs: timeoutMs }),
  };
}

const keyOf = (row: Row): string => String(row['key']);

function refuse(kind: FailureKind, status: number): never {
  throw new GenesysError({ kind, status, method: 'PUT', path: '/', message: 'Refused.', ambiguous: false });
}

/** A role that may do all, everywhere. */
const EVERYTHING: Grant = {
  division: { id: '*', name: '' },
  role: 'Admin',
  policies: [{ domain: '*', entityName: '*', actions: ['*'] }],
};

const nobodyAsks = (what: string): Promise<never> => Promise.reject(new Error(`No test asks for ${what} here.`));
