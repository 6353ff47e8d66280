/** A plain org that does what the calls of a plan say, one by one and to the letter. It throws where the org would refuse. */
import type { Call, OrgCode, OrgQueue, OrgSnapshot, OrgTable, Row, Write } from '#core/deploy/model.ts';

export interface OrgModel {
  carryOut(change: Write): void;
  snapshot(): OrgSnapshot;
}

type Body = Readonly<Record<string, unknown>>;

export function orgModel(start: OrgSnapshot): OrgModel {
  const codes = new Map(start.codes.map((code) => [code.id, code]));
  const queues = new Map(start.queues.map((queue) => [queue.id, queue]));
  const members = new Map(Object.entries(start.queueCodes).map(([id, ids]) => [id, new Set(ids)]));
  const mapping = new Map(Object.entries(start.outbound?.mapping ?? {}));
  const table = start.table !== undefined && !('missing' in start.table) ? start.table : undefined;
  const rows = new Map(Object.entries(table?.rows ?? {}));
  const made = new Map<string, string>();

  const need = <T>(value: T | undefined, what: string): T => {
    if (value === undefined) throw new Error(`The org has no ${what}.`);
    return value;
  };
  const idFor = (change: Write): string =>
    'codeId' in change && change.codeId !== undefined ? change.codeId : need(made.get(change.name), change.name);

  const writeCode = (id: string, { name, description, division }: Partial<OrgCode>): void => {
    if ([...codes.values()].some((code) => code.name === name && code.id !== id))
      throw new Error(`The name ${name} is taken.`);
    const full: OrgCode = {
      id,
      name: need(name, 'name'),
      ...(description === undefined ? {} : { description }),
      division: division ?? { id: '*' },
    };
    codes.set(id, full);
  };

  const onCodes = ({ method, path, body }: Call, change: Write): void => {
    const id = path.split('/')[5];
    if (id === undefined) {
      const created = `new-${codes.size}-${change.name}`;
      made.set(change.name, created);
      return writeCode(created, body as Partial<OrgCode>);
    }
    need(codes.get(decodeURIComponent(id)), id);
    if (method === 'PUT') return writeCode(decodeURIComponent(id), body as Partial<OrgCode>);
    for (const on of members.values()) if (on.has(id)) throw new Error(`A queue still has ${id}.`);
    codes.delete(id);
  };

  const onQueues = ({ method, path, body }: Call, change: Write): void => {
    const [queueId = '', , codeId] = path.split('/').slice(5);
    const on = members.get(queueId) ?? new Set();
    if (method === 'POST') {
      const ids = (body as readonly { readonly id: string }[] | undefined)?.map(({ id }) => id) ?? [idFor(change)];
      for (const id of ids) on.add(need(codes.get(id), id).id);
    } else if (method === 'DELETE') {
      if (codeId === undefined || !on.delete(codeId)) throw new Error(`The queue ${queueId} has no ${codeId}.`);
    } else {
      const settings = (
        body as { readonly acwSettings: { readonly wrapupPrompt?: string; readonly timeoutMs?: number } }
      ).acwSettings;
      const { wrapupPrompt, timeoutMs } = settings;
      queues.set(queueId, {
        ...(need(queues.get(queueId), queueId) satisfies OrgQueue),
        ...(wrapupPrompt === undefined ? {} : { wrapupPrompt }),
        ...(timeoutMs === undefined ? {} : { wrapupTimeoutMs: timeoutMs }),
      });
    }
  };

  const onOutbound = ({ body }: Call, change: Write): void => {
    const parts =
      body === undefined && change.kind === 'outbound'
        ? { [idFor(change)]: change.after ?? null }
        : ((body as Body)['mapping'] as Readonly<Record<string, readonly string[] | null>>);
    for (const [id, flags] of Object.entries(parts)) {
      if (flags === null) mapping.delete(id);
      else mapping.set(need(codes.get(id), id).id, flags);
    }
  };

  const onRows = ({ method, path, body }: Call, change: Write): void => {
    const key = path.split('/')[7];
    if (method === 'DELETE') {
      if (key === undefined || !rows.delete(decodeURIComponent(key))) throw new Error(`There is no row ${key}.`);
      return;
    }
    const { key: own, ...cells } = body as Row;
    const isNew = !rows.has(String(own));
    if (isNew !== (method === 'POST')) throw new Error(`The row ${String(own)} is ${isNew ? 'not there' : 'there'}.`);
    const awaited = change.kind === 'metadata' && change.awaitsId === true ? { id: idFor(change) } : {};
    const row = { ...rows.get(String(own)), ...cells, ...awaited };
    for (const column of Object.keys(row)) need(table?.columns[column], `column ${column}`);
    rows.set(String(own), row);
  };

  return {
    carryOut(change) {
      const { call } = change;
      if (call.path.startsWith('/api/v2/routing/wrapupcodes')) onCodes(call, change);
      else if (call.path.startsWith('/api/v2/routing/queues/')) onQueues(call, change);
      else if (call.path === '/api/v2/outbound/wrapupcodemappings') onOutbound(call, change);
      else onRows(call, change);
    },
    snapshot: () => ({
      ...start,
      codes: [...codes.values()],
      queues: [...queues.values()],
      queueCodes: Object.fromEntries([...members].map(([id, on]) => [id, [...on]])),
      ...(start.outbound === undefined
        ? {}
        : { outbound: { ...start.outbound, mapping: Object.fromEntries(mapping) } }),
      ...(table === undefined ? {} : { table: { ...table, rows: Object.fromEntries(rows) } satisfies OrgTable }),
    }),
  };
}
